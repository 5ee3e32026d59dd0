import { blocksOf } from './block.ts'
import type { Block } from './block.ts'
import { asksConsent } from './consent.ts'
import { isText, nameOf } from './dom.ts'
import type { DomElement, DomNode } from './dom.ts'

const leftOutNames =
  /(?:^|[\s_-])(?:captions?|credits?|newsletters?|related|recirc\w*|recommend\w*|promos?|promoted|social|share|sharing|sharebar|sharetools|comments?|disqus|signup|subscribe|outbrain|taboola|sponsor\w*|advert\w*|ads?|adslot|breadcrumbs?|bylines?|timestamp|dateline-date|tags?|taglist|topics|topic-?list|read-?more|readmore|more-?on|most-?(?:read|popular|viewed)|popular|trending|author-?(?:bio|box|info|card)|about-?(?:the-)?author|copyright|disclaimer|toolbar|print-?only|sr-only|screen-reader\w*|visually-?hidden|a11y|pagination|pager|next-?(?:up|post|article)|prev-?(?:post|article)|story-?footer|article-?footer|post-?footer|cookie\w*|gallery|slideshow|carousel|lightbox|pull-?quote|pullquote|jump-?link)(?:$|[\s_-])/iu
const leftOutElements: ReadonlySet<string> = new Set(['figcaption', 'aside', 'footer', 'form'])
const pictures = 'img, picture, video, iframe, figcaption'

/** Most of an article that may be left out by the name of one element; a larger one is the article itself. */
const LARGEST_SHARE = 0.35
/** Least that must be left when all named elements are gone: below, the names of this site mean something else. */
const LEAST_SHARE = 0.6

/**
 * The blocks of the readable part without those elements that are none of the article's text, told by element, name,
 * class or id. Where that would take too much, only pictures and their captions are left out.
 */
export function articleBlocks(root: DomNode): Block[] {
  const length = (root.textContent ?? '').length
  const without = (isLeftOut: (element: DomElement) => boolean) =>
    blocksOf(
      root,
      (element) => isLeftOut(element) && (element.textContent ?? '').length < length * LARGEST_SHARE,
    )
  const pictured = without((element) => nameOf(element) === 'figcaption' || isPicture(element))
  const named = without(
    (element) =>
      leftOutElements.has(nameOf(element)) ||
      isPicture(element) ||
      (leftOutNames.test(namesOf(element)) && !isLinkInText(element)),
  )
  return lettersOf(named) < lettersOf(pictured) * LEAST_SHARE ? pictured : named
}

/** Letters of some blocks in all. */
export function lettersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

function isPicture(element: DomElement): boolean {
  return (
    nameOf(element) === 'figure' &&
    element.querySelector(pictures) !== null &&
    element.querySelector('blockquote, table') === null
  )
}

/** A link amid words is text whatever its class says: sites mark words that have a page of their own as tags. */
function isLinkInText(element: DomElement): boolean {
  if (nameOf(element) !== 'a') return false
  const words = (element.textContent ?? '').trim().length
  const around = (element.parentNode?.textContent ?? '').trim().length
  const siblings = element.parentNode === null ? [] : [...element.parentNode.childNodes]
  return around > words * 2 && siblings.some((node) => isText(node) && WORD.test(node.textContent ?? ''))
}

const WORD = /\p{L}{2}/u

function namesOf(element: DomElement): string {
  // A camel-case name is one word to the eye of a pattern: relatedLinks → related-Links. What an element has or has
  // not (no-share, has-related) is not what it is.
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('role') ?? ''}`
    .replace(/([a-z])([A-Z])/gu, '$1-$2')
    .replace(/(?<![a-z])(?:no|non|not|without|has|with)[-_][a-z]+/giu, '')
}

const wholeBlocks: readonly RegExp[] = [
  /^(?:advertisements?|ad|sponsored(?: content)?|continue reading(?: the main story)?|story continues(?: below)?.{0,40}|article continues.{0,40}|scroll (?:down )?(?:for|to) .{0,60}|loading\W*|close|menu|print|e-?mail|save|facebook|twitter|tweet|linkedin|whatsapp|pinterest|reddit|copy link|share|comments?|view comments?|leave a comment|recommended|related|more|see more|show more|back to top)\W*$/iu,
  /^(?:share (?:this|on|via|the)\b.{0,60}|share)$/iu,
  /^\d[\d.,k]* (?:shares?|comments?|views?|likes?)$/iu,
  /^(?:(?:read|see) (?:more|also|next|related)|also read|also see|more (?:from|on|in)|related(?: articles?| stories| content| posts?| links?| topics?)?|recommended|don['’]t miss|watch(?: more| now)?|listen|must read|you may also like|up next|most read|trending(?: now)?|in pictures)\s*[:|–—-].{0,200}$/iu,
  /^(?:sign up|subscribe|register) (?:here |now |today )?(?:to|for)\b.{0,200}$/iu,
  /^get (?:the|our|all the|breaking) .{0,120}(?:newsletter|inbox|app|alerts?)\b.{0,80}$/iu,
  /^(?:(?:follow|find|join) (?:us|me|@\w+|[\w ]{2,40})|like (?:us|our page)) on (?:twitter|facebook|instagram|x|telegram|whatsapp|linkedin)\b.{0,120}$/iu,
  /^(?:click|tap) here\b.{0,160}$/iu,
  /^(?:photo|photograph|image|picture|video|credit|illustration|file photo|media caption|image (?:copyright|caption|source))s?\s*(?::|credit|\/|–|—)\s?.{0,200}$/iu,
  /^(?:photo|photograph|image|picture|video|illustration)s?\s+by\s[^.!?]{0,100}$/iu,
  /^image (?:copyright|caption|source)\b.{0,200}$/iu,
  /^(?:\(?(?:getty images|ap photo|reuters|afp|shutterstock|istock)\b[^.!?]{0,60}\)?)$/iu,
  /^(?:copyright(?: by\b| ?©| ?\(c\)|,? \d{4}\b)|©|\(c\) ?\d{4}\b).{0,200}$/iu,
  /^all rights reserved\b.{0,120}$/iu,
  /^(?:tags?|topics|topic-?list|filed under|posted in|categories|category|keywords)\s*:.{0,200}$/iu,
]

const headBlocks: readonly RegExp[] = [
  /^by:? (?:[\p{Lu}][\p{L}.’'-]+[ ,]*(?:and |& |for |in |, )?){1,10}$/u,
  /^(?:published|updated|last updated|posted|first published|modified|created)\b(?=.*\d| (?:by|on|in)\b)(?!.*\p{L}{2}[.!?]$).{0,80}$/iu,
  /^(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4}\b(?!.*\p{L}{3}[.!?]$).{0,40}$/iu,
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.{0,30}$/u,
  /^\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)$/iu,
]

/** How many blocks from the start may be byline, date line or headline. */
const HEAD_BLOCKS = 6
/** Most words of a paragraph that is nothing but a link; longer ones are sentences somebody linked. */
const LINK_WORDS = 30

/** What is already known of the page, and not told again in its text. */
export type Known = { title: string | null; authors: readonly string[] }

/** The blocks that are text of the article: headline, byline, date, links to other pages and calls to subscribe taken out. */
export function withoutBoilerplate(blocks: readonly Block[], { title, authors }: Known): Block[] {
  const repeated = new Set(
    [title ?? '', ...authors, authors.join(' and ')].map(folded).filter((words) => words !== ''),
  )
  const kept = blocks.filter((block, index) => {
    const { text, linked } = block
    if (wholeBlocks.some((pattern) => pattern.test(text))) return false
    const isAtEdge = index < HEAD_BLOCKS || index >= blocks.length - HEAD_BLOCKS
    if (isAtEdge && asksConsent(text)) return false
    if (linked > 0.9 && text.split(' ').length <= LINK_WORDS) return false
    if (index >= HEAD_BLOCKS) return true
    return (
      !headBlocks.some((pattern) => pattern.test(text)) && !repeated.has(folded(text).replace(/^by /u, ''))
    )
  })
  // A heading with nothing after it is that of a list that was taken out.
  while (/^h[1-6]$/u.test(kept.at(-1)?.element ?? '')) kept.pop()
  return kept
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
