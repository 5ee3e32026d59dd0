import { nameOf } from './dom.ts'
import type { DomDocument, DomElement } from './dom.ts'

const consentNames =
  /(?:^|[\s_-])(?:cookies?|cookie-?(?:bar|banner|box|consent|law|message|notice|notification|policy|popup|warning)|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|cmp-?(?:banner|container|wrapper))(?:$|[\s_-])/iu
/** Most of a page's text that a banner holds; an element with more is the page or an article about cookies. */
const LARGEST_BANNER = 0.35

/** Takes the banners that ask for consent out of the tree, told by class, id and role; an article stays, whatever its name. */
export function removeConsent(document: DomDocument): void {
  const whole = (document.body.textContent ?? '').length
  const named = [...document.querySelectorAll('[class], [id], [role]')].filter((element) =>
    consentNames.test(
      ['class', 'id', 'role', 'aria-label']
        .map((attribute) => element.getAttribute(attribute) ?? '')
        .join(' ')
        .replace(/([a-z])([A-Z])/gu, '$1-$2'),
    ),
  )
  for (const element of named) if (isBanner(element, whole)) element.remove()
}

const containers: ReadonlySet<string> = new Set([
  'div',
  'section',
  'aside',
  'p',
  'form',
  'dialog',
  'footer',
  'header',
  'ul',
])

function isBanner(element: DomElement, whole: number): boolean {
  return (
    containers.has(nameOf(element)) &&
    (element.textContent ?? '').length < whole * LARGEST_BANNER &&
    element.querySelector('article, main, [role=main]') === null
  )
}

const consentSentences: readonly RegExp[] = [
  /^(?:we|(?:this|our|the) (?:web)?sites?|(?:we|[\w.-]+) and (?:our|its) (?:\w+ )?partners|[\w.-]+) uses? (?:[\w,’'-]+ ){0,5}cookies\b(?:[.!]?$|.{0,300}\b(?:experience|web ?site|site|consent|privacy|traffic|browser|browsing|technologies|personali[sz]e|policy|ads)\b).{0,400}$/iu,
  /^by (?:continuing|using|clicking|browsing|closing|visiting)\b.{0,200}\b(?:cookies?|consent|privacy policy)\b.{0,200}$/iu,
  /^cookies (?:help|allow|enable) us\b.{0,300}$/iu,
  /^(?:your privacy(?: matters| choices)?\b|we (?:value|care about|respect) your privacy\b|your (?:cookie )?consent\b).{0,300}$/iu,
  /^(?:(?:accept|reject|allow|decline|manage|change|more about|about) (?:all )?(?:our )?cookies?|cookie (?:policy|notice|settings|preferences|consent))(?: settings| preferences| policy)?\W*$/iu,
  /^(?:wir verwenden|diese (?:web)?seite (?:verwendet|nutzt|benutzt)|diese website (?:verwendet|nutzt|benutzt)|nous utilisons (?:des|les)|(?:ce|notre) site (?:web )?utilise (?:des|les)|(?:utilizamos|usamos)|(?:este|nuestro) sitio (?:web )?(?:utiliza|usa)|questo sito (?:web )?(?:utilizza|usa)(?: i)?|(?:wij|we) gebruiken|deze (?:web)?site gebruikt) (?:\p{L}+ ){0,3}cookies?\b.{0,400}$/iu,
]

/** Whether a paragraph asks for consent to cookies, as banners say it. */
export function asksConsent(text: string): boolean {
  return consentSentences.some((pattern) => pattern.test(text))
}
