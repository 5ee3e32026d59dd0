import type { Facets, SearchQuery } from '@onrecord/schema'
import { dateWords } from '../../lib/when.ts'
import { kindWords, statusWords } from '../quote/index.ts'
import type { Scope } from './search-address.ts'
import { searchAddress, without } from './search-address.ts'
import { words } from './words.ts'

/** A filter in use: what it is, its value as shown, the address without it. */
export type Filter = { key: string; what: string; value: string; name: string; input: string; href: string }

/** Names of speakers and sources by slug or id, as far as the page knows them. */
export type Names = ReadonlyMap<string, string>

/** Every filter in use, in the order of the facets; the words searched are none. */
export function filtersOf(scope: Scope, query: SearchQuery, names: Names): Filter[] {
  const filter = (
    name: 'speaker' | 'source' | 'kind' | 'status' | 'from' | 'to',
    what: string,
    input: string,
    value: string,
  ): Filter => ({
    key: `${name} ${input}`,
    what,
    value,
    name,
    input,
    href: searchAddress(scope, without(query, name, input)),
  })
  const speakers = scope.speaker === null ? query.speaker : []
  return [
    ...speakers.map((slug) => filter('speaker', words.speaker.toLowerCase(), slug, names.get(slug) ?? slug)),
    ...query.source.map((value) =>
      filter('source', words.source.toLowerCase(), value, names.get(value) ?? value),
    ),
    ...query.kind.map((value) => filter('kind', words.kind.toLowerCase(), value, kindWords[value])),
    ...query.status.map((value) => filter('status', words.status.toLowerCase(), value, statusWords[value])),
    ...(query.from === null
      ? []
      : [filter('from', words.from.toLowerCase(), query.from, dateWords(query.from))]),
    ...(query.to === null ? [] : [filter('to', words.to.toLowerCase(), query.to, dateWords(query.to))]),
  ]
}

export function namesOf(facets: Facets | null, speakers: readonly { slug: string; name: string }[]): Names {
  return new Map([
    ...speakers.map(({ slug, name }) => [slug, name] as const),
    ...(facets === null
      ? []
      : [...facets.speaker, ...facets.source].map(({ value, label }) => [value, label] as const)),
  ])
}
