import { isRecord, words } from '../record.ts'

/** What the structured data of a page say of its article. */
export type StructuredData = {
  title: string | null
  authors: readonly string[]
  publisher: string | null
  publishedAt: string | null
  language: string | null
  url: string | null
  rights: string | null
  body: string | null
  type: string | null
}

const articleTypes =
  /^(?:.*Article|BlogPosting|Report|Review|LiveBlogPosting|Posting|SocialMediaPosting|Speech|CreativeWork|Interview|PressRelease)$/u
const deepest = 8

/**
 * The article among the JSON-LD scripts of a page: the one of an article type with the most to say. Arrays,
 * `@graph`, `mainEntity` and broken JSON (line breaks in strings, HTML comments, commas too many) are taken.
 */
export function articleData(scripts: readonly string[]): StructuredData | null {
  const nodes = scripts.flatMap((script) => nodesOf(parseLoosely(script), 0))
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])),
  )
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)))
  const best = articles.sort((a, b) => weight(b) - weight(a))[0]
  return best === undefined ? null : dataOf(best, byId)
}

function weight(node: Record<string, unknown>): number {
  const isNews = typesOf(node).some((type) => /Article|Posting|Report/u.test(type))
  return (
    (isNews ? 10 : 0) +
    ['headline', 'articleBody', 'author', 'datePublished', 'publisher'].filter(
      (key) => node[key] !== undefined,
    ).length
  )
}

function dataOf(
  node: Record<string, unknown>,
  byId: ReadonlyMap<string, Record<string, unknown>>,
): StructuredData {
  const name = (value: unknown): string | null => {
    if (!isRecord(value)) return words(value)
    const referred = typeof value['@id'] === 'string' ? byId.get(value['@id']) : undefined
    return words(value['name']) ?? words(referred?.['name'])
  }
  const body = typeof node['articleBody'] === 'string' ? node['articleBody'].toWellFormed() : null
  const main = node['mainEntityOfPage']
  return {
    title: words(node['headline']) ?? words(node['name']),
    authors: listOf(node['author'] ?? node['creator']).flatMap((author) => name(author) ?? []),
    publisher: listOf(node['publisher']).flatMap((publisher) => name(publisher) ?? [])[0] ?? null,
    publishedAt: words(node['datePublished']) ?? words(node['dateCreated']),
    language: words(isRecord(node['inLanguage']) ? node['inLanguage']['alternateName'] : node['inLanguage']),
    url: words(node['url']) ?? words(isRecord(main) ? (main['@id'] ?? main['url']) : main),
    rights: words(node['copyrightNotice']),
    body,
    type: typesOf(node)[0] ?? null,
  }
}

function typesOf(node: Record<string, unknown>): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/#]/u, '')] : [],
  )
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function nodesOf(value: unknown, depth: number): Record<string, unknown>[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => nodesOf(item, depth + 1))
  if (!isRecord(value)) return []
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher']
  return [value, ...inner.flatMap((key) => nodesOf(value[key], depth + 1))]
}

function parseLoosely(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/)?\]\]>)\s*;?\s*$/u, '')
  // oxlint-disable-next-line no-control-regex -- raw control characters inside strings are the usual fault
  const repaired = bare.replace(/[\u0000-\u001f]+/gu, ' ')
  for (const text of [
    bare,
    repaired,
    repaired.replace(/,\s*([}\]])/gu, '$1'),
    repaired.trim().replace(/;$/u, ''),
  ]) {
    try {
      const value: unknown = JSON.parse(text)
      return value
    } catch {
      continue
    }
  }
  return null
}
