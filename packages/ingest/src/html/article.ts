import { Readability } from '@mozilla/readability'
import { LEAST_ARTICLE } from '../tuning.ts'
import { blocksOf, textOf } from './block.ts'
import type { Block } from './block.ts'
import type { Known } from './boilerplate.ts'
import { articleBlocks, lettersOf, withoutBoilerplate } from './boilerplate.ts'
import { removeConsent } from './consent.ts'
import { parseDocument } from './dom.ts'
import type { DomDocument, DomElement, DomNode } from './dom.ts'
import type { StructuredData } from './json-ld.ts'
import { coverage, shinglesOf, wordsOf } from './shingle.ts'

/**
 * The blocks of a page's article. Readability first; where the page's own data give the whole text, that decides
 * what belongs to it; where Readability finds too little, marked elements, then all text that is not links.
 * `html` is the tidy page, `document` its tree, which stays unaltered.
 */
export function readArticle(
  html: string,
  document: DomDocument,
  data: StructuredData | null,
  known: Known,
): Block[] {
  const readable = withoutForeignHead(cleaned(readabilityRoot(html), known), document)
  const told = data?.body === null || data?.body === undefined ? [] : bodyBlocks(data.body)
  const reconciled = reconcile(readable, told, document)
  const marked = markedBlocks(document, known)
  if (lettersOf(reconciled) < LEAST_ARTICLE || isPartOf(reconciled, marked)) {
    const [best = []] = [marked, told, restOf(document, known)].sort((a, b) => worth(b) - worth(a))
    // A short article is no failure: what is not much more is the page around it.
    return worth(best) > worth(reconciled) * CLEARLY_MORE ? best : reconciled
  }
  return reconciled
}

function readabilityRoot(html: string): DomNode | null {
  try {
    const options = { keepClasses: true, disableJSONLD: true, serializer: (node: DomNode) => node }
    const fresh = parseDocument(html)
    removeConsent(fresh)
    return new Readability<DomNode>(fresh, options).parse()?.content ?? null
  } catch {
    // The library trips over some trees; the fallbacks below do not need it.
    return null
  }
}

/**
 * What Readability found without the short blocks before the page's one marked article that do not stand in it: it
 * takes what stands beside an article for a part of it.
 */
function withoutForeignHead(blocks: Block[], document: DomDocument): Block[] {
  const article = onlyArticle(document)
  if (article === null) return blocks
  const inside = folded(article.textContent ?? '')
  const first = blocks.slice(0, FOREIGN_BLOCKS + 1).findIndex(({ text }) => inside.includes(folded(text)))
  if (first <= 0 || blocks.slice(0, first).some(({ text }) => text.length > FOREIGN_LENGTH)) return blocks
  const paragraphs = new Set(blocksOf(article).map(({ text }) => folded(text)))
  const shared = lettersOf(blocks.filter(({ text }) => paragraphs.has(folded(text))))
  return shared >= lettersOf(blocks) * ARTICLE_SHARE ? blocks.slice(first) : blocks
}

function onlyArticle(document: DomDocument): DomElement | null {
  for (const name of ['article', 'main, [role=main]']) {
    const [only, other] = [...document.querySelectorAll(name)]
    if (only !== undefined && other === undefined && folded(only.textContent ?? '').length >= LEAST_ARTICLE)
      return only
  }
  return null
}

function folded(text: string): string {
  return text.replace(/\s+/gu, '')
}

function cleaned(root: DomNode | null, known: Known): Block[] {
  if (root === null) return []
  return withoutBoilerplate(articleBlocks(root), known)
}

/** The body the page's data give, else its flat paragraphs: for a page without a tree. */
export function flatArticle(flat: readonly Block[], data: StructuredData | null, known: Known): Block[] {
  const told = data?.body === null || data?.body === undefined ? [] : bodyBlocks(data.body)
  return lettersOf(told) >= LEAST_ARTICLE ? told : withoutBoilerplate(flat, known)
}

/** Structured data may carry markup and entities in the body. */
function bodyBlocks(body: string): Block[] {
  const isMarkup = /<(?:p|br|div|a|em|strong|b|i|h\d|ul|li)\b[^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/iu.test(
    body,
  )
  const lines = isMarkup ? body : body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const html = lines.replace(/\n/gu, '<br><br>')
  return blocksOf(parseDocument(`<!doctype html><html><head></head><body>${html}</body></html>`).body)
}

/** Longest block before the marked article that is left out, in UTF-16 code units; longer ones are paragraphs. */
const FOREIGN_LENGTH = 120
/** Most blocks before the marked article that are looked at: a banner, a greeting, a line of the site. */
const FOREIGN_BLOCKS = 6
/** Least of what was found that stands in the marked article for it to be the whole article. */
const ARTICLE_SHARE = 0.8
const WHOLE_BODY_WORDS = 80
const CLEARLY_MORE = 1.6

/**
 * What Readability found, corrected by the body the page's data give: paragraphs the body does not have are left out
 * where it has nearly all others; where Readability has lost much of the body, the body's paragraphs are taken.
 */
function reconcile(readable: Block[], told: readonly Block[], document: DomDocument): Block[] {
  const toldText = textOf(told)
  const toldShingles = new Set(shinglesOf(toldText))
  if (toldShingles.size < WHOLE_BODY_WORDS) return readable
  const readableShingles = new Set(shinglesOf(textOf(readable)))
  const foundOfTold = coverage(toldText, readableShingles)
  const toldOfFound = coverage(textOf(readable), toldShingles)
  if (foundOfTold >= 0.85 && toldOfFound >= 0.75) {
    const isCut = /(?:…|\.\.\.)\s*$/u.test(toldText)
    const toldWords = ` ${wordsOf(toldText).join(' ')} `
    // Three words have no shingle to be found by.
    const isTold = (text: string) =>
      coverage(text, toldShingles) > 0.2 || toldWords.includes(` ${wordsOf(text).join(' ')} `)
    return isCut ? readable : readable.filter(({ text }) => isTold(text))
  }
  const isConsistent = readable.length === 0 || toldOfFound >= 0.5
  if (foundOfTold >= 0.85 || !isConsistent || toldShingles.size < readableShingles.size) return readable
  const standing = blocksOf(document.body).filter(({ text }) => coverage(text, toldShingles) >= 0.8)
  const isWhole =
    coverage(toldText, new Set(shinglesOf(textOf(standing)))) >= 0.85 &&
    lettersOf(standing) < toldText.length * 1.2
  return isWhole ? standing : [...told]
}

function markedBlocks(document: DomDocument, known: Known): Block[] {
  const elements = [...document.querySelectorAll('[itemprop~=articleBody], [property~="schema:articleBody"]')]
  return elements.flatMap((element) => cleaned(element, known))
}

/** Whether the marked body of a page has what was found and clearly more. */
function isPartOf(found: readonly Block[], marked: readonly Block[]): boolean {
  if (lettersOf(marked) < LEAST_ARTICLE || lettersOf(found) > 0.6 * lettersOf(marked)) return false
  return coverage(textOf(found), new Set(shinglesOf(textOf(marked)))) > 0.7
}

function restOf(document: DomDocument, known: Known): Block[] {
  const roots: (DomElement | null)[] = [
    document.querySelector('article'),
    document.querySelector('main, [role=main]'),
    document.body,
  ]
  const candidates = roots.flatMap((root) => (root === null ? [] : [cleaned(root, known)]))
  return candidates.find((blocks) => lettersOf(blocks) >= LEAST_ARTICLE) ?? candidates.at(-1) ?? []
}

// Sentences count, lists of short lines (menus, tables of links) hardly do.
function worth(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, { text, linked }) =>
      sum + text.length * (1 - linked) * (/[.!?…。！？।۔؟]["”’»」』)）]*$/u.test(text) ? 1 : 0.2),
    0,
  )
}
