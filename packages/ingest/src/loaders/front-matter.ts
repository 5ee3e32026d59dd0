import { words } from '../record.ts'

export type FrontMatter = {
  id: string | null
  title: string | null
  authors: readonly string[]
  date: string | null
  url: string | null
  publisher: string | null
  language: string | null
  kind: string | null
  rights: string | null
}

/**
 * The front matter of a Markdown text and what follows it. Read are simple keys of the YAML kind: `key: value`,
 * quoted values, `[a, b]` and lists of `- item` lines; anything else in it is passed over.
 */
export function frontMatter(markdown: string): { fields: FrontMatter; body: string } {
  const match = /^\s*---[ \t]*\r?\n(?<head>[\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(markdown)
  const head = match?.groups?.['head']
  // A text that begins with a thematic break has no key in what follows.
  if (match === null || head === undefined || !/^[\w-]+[ \t]*:/mu.test(head))
    return { fields: fieldsOf(new Map()), body: markdown }
  return { fields: fieldsOf(entries(head)), body: markdown.slice(match[0].length) }
}

function fieldsOf(map: ReadonlyMap<string, readonly string[]>): FrontMatter {
  const first = (...keys: string[]) => keys.flatMap((key) => map.get(key) ?? [])[0] ?? null
  return {
    id: first('id'),
    title: first('title'),
    authors:
      ['authors', 'author', 'byline'].map((key) => map.get(key) ?? []).find((names) => names.length > 0) ??
      [],
    date: first('publishedat', 'published', 'date'),
    url: first('canonicalurl', 'url', 'link'),
    publisher: first('publisher', 'site'),
    language: first('language', 'lang'),
    kind: first('kind'),
    rights: first('rights', 'copyright'),
  }
}

function entries(head: string): Map<string, string[]> {
  const map = new Map<string, string[]>()
  let key: string | null = null
  for (const line of head.split(/\r?\n/u)) {
    const field = /^(?<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?<value>.*))?$/u.exec(line)?.groups
    const item = /^[ \t]*-[ \t]+(?<value>.+)$/u.exec(line)?.groups
    if (field?.['key'] !== undefined) {
      key = field['key'].toLowerCase().replace(/[_-]/gu, '')
      map.set(key, values(field['value'] ?? ''))
    } else if (item?.['value'] !== undefined && key !== null) {
      map.set(key, [...(map.get(key) ?? []), ...values(item['value'].replace(/^name:\s*/u, ''))])
    }
  }
  return map
}

function values(text: string): string[] {
  const trimmed = text.trim()
  const list = /^\[(?<items>.*)\]$/u.exec(trimmed)?.groups?.['items']
  const parts = list === undefined ? [trimmed] : list.split(',')
  return parts.flatMap((part) => words(unquoted(part.trim())) ?? [])
}

function unquoted(value: string): string {
  const quoted = /^(?<mark>["'])(?<inside>.*)\k<mark>$/u.exec(value)?.groups?.['inside']
  if (quoted !== undefined) return quoted.replaceAll('\\"', '"').replaceAll("''", "'")
  return value.replace(/\s+#.*$/u, '')
}
