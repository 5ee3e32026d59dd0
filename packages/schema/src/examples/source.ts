import type { Source } from '../source.ts'
import { ids, made } from './article.ts'

export const source: Source = {
  id: ids.source(1),
  key: 'url:https://gazette.example/ferry-fares',
  kind: 'article',
  cslType: null,
  title: 'Minister rules out ferry fare rise',
  subtitle: null,
  authors: [{ name: 'Ines Okafor', speakerId: null }],
  publisher: { name: 'The Harbour Gazette', speakerId: null },
  url: 'https://gazette.example/ferry-fares?from=front',
  canonicalUrl: 'https://gazette.example/ferry-fares',
  publishedAt: '2026-03-12',
  eventDate: null,
  language: 'en',
  license: null,
  rights: '© The Harbour Gazette',
  identifiers: [{ scheme: 'urn', value: 'urn:example:ferry-fares' }],
  ...made,
}
