export type BibtexEntry = { type: string; key: string; fields: Record<string, string> }

/** A reader of BibTeX that counts braces as BibTeX does: behind a backslash too. Throws where one is left open. */
export function entriesOf(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = []
  let at = text.indexOf('@')
  while (at >= 0) {
    const open = text.indexOf('{', at)
    const close = closingBrace(text, open)
    const [key = '', ...rest] = text.slice(open + 1, close).split(',')
    entries.push({
      type: text.slice(at + 1, open).trim(),
      key: key.trim(),
      fields: fieldsOf(rest.join(',')),
    })
    at = text.indexOf('@', close)
  }
  return entries
}

function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {}
  let at = 0
  while (body.indexOf('=', at) >= 0) {
    const equals = body.indexOf('=', at)
    const name = body.slice(at, equals).trim()
    const value = body.slice(equals + 1).trimStart()
    const from = body.length - value.length
    const braced = value.startsWith('{')
    const end = braced ? closingBrace(body, from) : body.indexOf(',', from)
    fields[name] = braced ? body.slice(from + 1, end) : body.slice(from, end).trim()
    at = body.indexOf(',', end) + 1
    if (at === 0) break
  }
  return fields
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new RangeError('a brace is left open')
}
