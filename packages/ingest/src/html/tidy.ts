import { attribute, scan } from './scan.ts'

/** A page made fit for the parser, and what had to be looked at on the way. */
export type TidyPage = {
  html: string
  /** Contents of `<script type="application/ld+json">`, in order. */
  jsonLd: readonly string[]
  language: string | null
  /** The `head` alone as a page, for its metadata. */
  head: string
  /** Deepest nesting of elements, void and implied ones not counted. */
  depth: number
  /** Tags and character references: each becomes a node of the tree. */
  tags: number
}

const headElements: ReadonlySet<string> = new Set([
  'title',
  'meta',
  'link',
  'base',
  'script',
  'style',
  'noscript',
  'template',
])
const dropped: ReadonlySet<string> = new Set([
  'title',
  'script',
  'style',
  'template',
  'iframe',
  'noembed',
  'noframes',
  'textarea',
  'xmp',
  'svg',
  'math',
  'object',
  'embed',
  'canvas',
])
const drawings: ReadonlySet<string> = new Set(['svg', 'math'])
const skeleton: ReadonlySet<string> = new Set(['html', 'head', 'body'])
const uncounted: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'option',
])

/**
 * Takes scripts, styles and drawings out and rebuilds `html`, `head` and `body`, which HTML may leave out and the
 * parser does not supply. One pass, no recursion.
 */
export function tidy(html: string): TidyPage {
  const head: string[] = []
  const body: string[] = []
  const jsonLd: string[] = []
  let language: string | null = null
  let inHead = true
  let bodyTag = '<body>'
  const nesting = nestingCounter()
  let tags = 0
  // Name of the drawing we are inside of: it is dropped with all that it holds.
  let skipping: string | null = null
  const unclosed = new Set<string>()
  const closesAfter = (name: string, from: number): boolean => {
    if (!unclosed.has(name) && !html.includes(`</${name}`, from)) unclosed.add(name)
    return !unclosed.has(name)
  }
  for (const piece of scan(html)) {
    const text = html.slice(piece.start, piece.end)
    if (piece.kind === 'raw') {
      const opened = html.slice(piece.tagStart, piece.start)
      if (piece.name === 'script' && /ld\+json/iu.test(attribute(opened, 'type') ?? '')) jsonLd.push(text)
      if (piece.name === 'title' && skipping === null)
        (inHead ? head : body).push(`<title>${text.replaceAll('<', '&lt;')}</title>`)
      continue
    }
    if (piece.kind === 'text') {
      if (skipping !== null) continue
      if (inHead && text.trim() !== '') inHead = false
      tags += references(text)
      if (!inHead) body.push(text)
      continue
    }
    const { name, kind } = piece
    tags++
    if (skeleton.has(name)) {
      if (kind === 'open' && name === 'html')
        language ??= attribute(text, 'lang') ?? attribute(text, 'xml:lang')
      if (kind === 'open' && name === 'body') {
        inHead = false
        bodyTag = text.endsWith('>') ? text : '<body>'
      }
      continue
    }
    if (dropped.has(name)) {
      // A whole title came with its text.
      // Ends at the first closing tag; one that never closes must not swallow the page.
      if (skipping === name && kind === 'close') skipping = null
      else if (
        skipping === null &&
        kind === 'open' &&
        drawings.has(name) &&
        !text.endsWith('/>') &&
        closesAfter(name, piece.end)
      )
        skipping = name
      continue
    }
    if (skipping !== null) continue
    if (inHead && !headElements.has(name)) inHead = false
    if (!uncounted.has(name)) nesting.see(name, kind)
    ;(inHead ? head : body).push(text.endsWith('>') ? lowerAttributes(text) : '')
  }
  const lang = language === null ? '' : ` lang="${language.replaceAll('"', '')}"`
  const opened = `<!doctype html><html${lang}><head>${head.join('')}</head>`
  return {
    html: `${opened}${bodyTag}${body.join('')}</body></html>`,
    head: `${opened}<body></body></html>`,
    jsonLd,
    language,
    depth: nesting.deepest(),
    tags,
  }
}

function references(text: string): number {
  let count = 0
  for (let at = text.search(/[&<]/u); at >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x26 || code === 0x3c) count++
  }
  return count
}

// The parser keeps the case of attribute names, and pages of the nineties shout them.
function lowerAttributes(tag: string): string {
  if (!/\s[\w:-]*[A-Z][\w:-]*\s*=/u.test(tag)) return tag
  return tag.replace(
    /([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/gu,
    (_, name: string, value: string | undefined) => name.toLowerCase() + (value ?? ''),
  )
}

/** Deepest nesting as the parser will have it: a closing tag closes all that was left open inside its element. */
function nestingCounter(): { see: (name: string, kind: 'open' | 'close') => void; deepest: () => number } {
  const open: string[] = []
  const counts = new Map<string, number>()
  let deepest = 0
  const add = (name: string, step: number) => counts.set(name, (counts.get(name) ?? 0) + step)
  const see = (name: string, kind: 'open' | 'close') => {
    if (kind === 'open') {
      open.push(name)
      add(name, 1)
      deepest = Math.max(deepest, open.length)
      return
    }
    if ((counts.get(name) ?? 0) === 0) return
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      add(last, -1)
      if (last === name) return
    }
  }
  return { see, deepest: () => deepest }
}
