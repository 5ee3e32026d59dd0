import { DomainError } from '@onrecord/core'
import { declaredCharset, decode } from '../decode.ts'
import { titleOf } from '../title.ts'
import { formatOf } from '../document.ts'
import type { DocumentText, Loader } from '../document.ts'

const name = 'text'
const version = '1'

/** Plain text, kept letter for letter; the title is its headline or its first sentence. */
export const textLoader: Loader = {
  name,
  version,
  accepts: (fetched) => formatOf(fetched) === 'text',
  load: async (fetched) => {
    const charset =
      fetched.contentType === null ? null : declaredCharset(new Uint8Array(), fetched.contentType)
    const { text } = decode(fetched.bytes, charset)
    return [
      { kind: 'document', document: { ...bareDocument(text, { name, version }), url: fetched.finalUrl } },
    ]
  },
}

/** A document of which nothing but its text is known. Throws `invalid` for one without a letter or figure. */
export function bareDocument(text: string, loader: { name: string; version: string }): DocumentText {
  assertWords(text)
  return {
    text,
    title: titleOf(text),
    authors: [],
    publisher: null,
    publishedAt: null,
    language: null,
    canonicalUrl: null,
    url: null,
    kind: 'article',
    rights: null,
    loader,
    regions: [],
    id: null,
  }
}

/** Throws `invalid` for a text that is empty or has nothing to read. */
export function assertWords(text: string): void {
  if (text === '') throw new DomainError('invalid', 'It is empty. Give a text with words in it.')
  if (text.trim() === '')
    throw new DomainError('invalid', 'It has only white space. Give a text with words in it.')
}
