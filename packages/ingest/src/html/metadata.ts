import { Language } from '@onrecord/schema'
import type { SourceKind, When } from '@onrecord/schema'
import { toWhen } from '../date.ts'
import { httpUrl } from '../fingerprint.ts'
import { authorsFrom } from '../loaders/jsonl.ts'
import { words } from '../record.ts'
import { cleanTitle } from '../title.ts'
import type { DomDocument } from './dom.ts'
import type { StructuredData } from './json-ld.ts'

export type PageMetadata = {
  title: string | null
  authors: readonly string[]
  publisher: string | null
  publishedAt: When | null
  language: string | null
  canonicalUrl: string | null
  rights: string | null
  kind: SourceKind
}

/**
 * What a page says of itself: JSON-LD first, then OpenGraph and the usual `meta` names, then the page's own marks
 * (`time`, `rel=author`, `h1`). Each field is taken alone, so that one wrong block costs one field.
 */
export function metadataOf(
  document: DomDocument,
  data: StructuredData | null,
  url: string | null,
): PageMetadata {
  const meta = metaReader(document)
  const publisher =
    data?.publisher ??
    meta('og:site_name', 'application-name', 'dc.publisher', 'twitter:site')?.replace(/^@/u, '') ??
    null
  return {
    title: titleOfPage(document, meta, data, publisher),
    authors: authorsOf(document, meta, data, publisher),
    publisher,
    publishedAt: publishedAtOf(document, meta, data),
    language: languageOf(document, meta, data),
    canonicalUrl: canonicalOf(document, meta, data, url),
    rights: data?.rights ?? meta('copyright', 'dc.rights', 'dcterms.rights'),
    kind: kindOf(data),
  }
}

type Meta = (...names: string[]) => string | null

function metaReader(document: DomDocument): Meta {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = words(element.getAttribute('content'))
    if (name !== null && content !== null && !values.has(name.toLowerCase()))
      values.set(name.toLowerCase(), content)
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null
}

function titleOfPage(
  document: DomDocument,
  meta: Meta,
  data: StructuredData | null,
  publisher: string | null,
): string | null {
  const structured =
    data?.title ?? meta('og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title')
  const heading = words(document.querySelector('h1')?.textContent ?? null)
  const title =
    cleanTitle(structured) ??
    cleanTitle(headOf(words(document.querySelector('title')?.textContent ?? null), heading))
  return title === null ? cleanTitle(heading) : withoutSite(title, publisher)
}

// «Headline | Section | Site»: the heading says where the headline ends, else the longest part does.
function headOf(title: string | null, heading: string | null): string | null {
  if (title === null) return null
  if (heading !== null && heading.length >= 10 && title.toLowerCase().includes(heading.toLowerCase()))
    return heading
  const parts = title.split(/\s+[|\u2014\u2013»·]\s+|\s+-\s+/u)
  return parts.sort((a, b) => b.length - a.length)[0] ?? title
}

function withoutSite(title: string, publisher: string | null): string {
  if (publisher === null) return title
  const end = [' | ', ' - ', ' – ', ' — ', ' · ']
    .map((mark) => mark + publisher)
    .find((end) => title.endsWith(end))
  return end === undefined ? title : title.slice(0, -end.length)
}

function authorsOf(
  document: DomDocument,
  meta: Meta,
  data: StructuredData | null,
  publisher: string | null,
): string[] {
  const named = data?.authors ?? []
  const tagged = meta('author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl')
  const marked = [...document.querySelectorAll('[rel~=author], [itemprop=author]')].flatMap(
    (element) => words(element.textContent) ?? [],
  )
  const candidates = [named, tagged === null ? [] : [tagged], marked.filter((name) => name.length < 100)]
  for (const candidate of candidates) {
    const names = candidate
      .flatMap(authorsFrom)
      .filter((name) => !/^https?:|^@|[{}<>]/u.test(name) && name !== publisher)
    if (names.length > 0) return [...new Set(names)]
  }
  return []
}

function publishedAtOf(document: DomDocument, meta: Meta, data: StructuredData | null): When | null {
  const tagged = [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'date',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'pubdate',
    'publishdate',
    'publish-date',
    'article:published',
  ]
  const times = [
    'time[itemprop=datePublished]',
    'time[pubdate]',
    '[itemprop=datePublished]',
    'article time[datetime]',
    'time[datetime]',
  ]
  for (const value of [data?.publishedAt, ...tagged.map((name) => meta(name))]) {
    const when = toWhen(value)
    if (when !== null) return when
  }
  for (const selector of times) {
    const element = document.querySelector(selector)
    const when = toWhen(
      element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent?.trim(),
    )
    if (when !== null) return when
  }
  return null
}

function languageOf(document: DomDocument, meta: Meta, data: StructuredData | null): string | null {
  const values = [
    document.documentElement.getAttribute('lang'),
    data?.language,
    meta('og:locale', 'content-language', 'language', 'dc.language'),
  ]
  for (const value of values) {
    const parsed = Language.safeParse(value?.trim().replaceAll('_', '-'))
    if (parsed.success) return parsed.data
  }
  return null
}

function canonicalOf(
  document: DomDocument,
  meta: Meta,
  data: StructuredData | null,
  url: string | null,
): string | null {
  const link = [...document.querySelectorAll('link[rel]')].find((element) =>
    /(?:^|\s)canonical(?:\s|$)/iu.test(element.getAttribute('rel') ?? ''),
  )
  const base = url ?? httpUrl(document.querySelector('base[href]')?.getAttribute('href'))
  const address =
    httpUrl(link?.getAttribute('href'), base) ?? httpUrl(meta('og:url'), base) ?? httpUrl(data?.url, base)
  // The front page as canonical address of an article is a template's mistake; it would make all articles one source.
  return address === null || /^https?:\/\/[^/]+\/?$/u.test(address) ? null : address
}

function kindOf(data: StructuredData | null): SourceKind {
  const kinds: Readonly<Record<string, SourceKind>> = {
    Report: 'report',
    BlogPosting: 'post',
    SocialMediaPosting: 'post',
    Interview: 'interview',
    Speech: 'speech',
  }
  return kinds[data?.type ?? ''] ?? 'article'
}
