/** A piece of HTML: a tag with its lower-case name, or text between tags. Comments and doctypes are passed over. */
export type Piece =
  | { kind: 'text'; start: number; end: number }
  | { kind: 'open'; name: string; start: number; end: number }
  | { kind: 'close'; name: string; start: number; end: number }
  /** The inside of an element whose content is no markup: script, style … */
  | { kind: 'raw'; name: string; start: number; end: number; tagStart: number }

const rawElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'template',
])

/** Cuts HTML into pieces, in one pass and without recursion, whatever the input; linear in its length. */
export function* scan(html: string): Generator<Piece, void> {
  const tag = /<(?:(?<close>\/)?(?<name>[a-zA-Z][^\s/>]*)|!--|[!?/])/gu
  const unclosed = new Set<string>()
  // Only XML lets a tag close itself: <script src="x"/>.
  const isXml = html.slice(0, 200).trimStart().startsWith('<?xml')
  let at = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    if (match.index > at) yield { kind: 'text', start: at, end: match.index }
    const name = match.groups?.['name']?.toLowerCase()
    const isComment = match[0] === '<!--'
    const end = isComment ? after(html, '-->', match.index + 4) : tagEnd(html, match.index + match[0].length)
    if (name !== undefined) {
      const isClose = match.groups?.['close'] !== undefined
      yield { kind: isClose ? 'close' : 'open', name, start: match.index, end }
      const isRaw = !isClose && rawElements.has(name) && !(isXml && html.startsWith('/>', end - 2))
      if (isRaw && !unclosed.has(name)) {
        const close = new RegExp(`</${name}(?=[\\s/>])`, 'giu')
        close.lastIndex = end
        const found = close.exec(html)?.index ?? null
        if (found === null && name !== 'script' && name !== 'style') {
          // A title that never closes must not swallow the page; a script that never closes is no text.
          unclosed.add(name)
          at = end
          tag.lastIndex = end
          continue
        }
        const stop = found ?? html.length
        yield { kind: 'raw', name, start: end, end: stop, tagStart: match.index }
        at = stop
        tag.lastIndex = stop
        continue
      }
    }
    at = end
    tag.lastIndex = end
  }
  if (at < html.length) yield { kind: 'text', start: at, end: html.length }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

const LONGEST_VALUE = 20_000

// Only after «=» does a quotation mark open a value, which may hold «>»; one that never closes ends the tag at the
// first «>» instead, and a stray one (`src="a""`) means nothing.
function tagEnd(html: string, from: number): number {
  const mark = /=\s*["']|>/gu
  mark.lastIndex = from
  for (let match = mark.exec(html); match !== null && match[0] !== '>'; match = mark.exec(html)) {
    const opened = match.index + match[0].length
    const close = html.slice(opened, opened + LONGEST_VALUE).indexOf(match[0].slice(-1))
    if (close < 0) return after(html, '>', from)
    mark.lastIndex = opened + close + 1
  }
  return mark.lastIndex === 0 ? html.length : mark.lastIndex
}

/** The value of an attribute in the text of a tag, entities as they stand; null if it has none. */
export function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`[\\s"'/]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag)
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? null)
}
