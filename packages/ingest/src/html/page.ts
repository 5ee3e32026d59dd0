import { DomainError } from '@onrecord/core'
import type { DocumentText } from '../document.ts'
import { bareDocument } from '../loaders/text.ts'
import { DEEPEST_ELEMENT, MOST_TAGS } from '../tuning.ts'
import { flatArticle, readArticle } from './article.ts'
import { textOf } from './block.ts'
import { parseDocument } from './dom.ts'
import { flatBlocks } from './flat.ts'
import { articleData } from './json-ld.ts'
import { metadataOf } from './metadata.ts'
import { tidy } from './tidy.ts'

/**
 * The readable part of a page and what its metadata say of it. Pages too deep or too large for a tree of elements
 * are read as flat paragraphs. Throws `invalid` where no words are left.
 */
export function readPage(
  html: string,
  url: string | null,
  loader: { name: string; version: string },
): DocumentText {
  const page = tidy(html)
  const data = articleData(page.jsonLd)
  const isFit = page.depth <= DEEPEST_ELEMENT && page.tags <= MOST_TAGS
  const document = parseDocument(isFit ? page.html : page.head)
  const metadata = metadataOf(document, data, url)
  const text = textOf(
    isFit
      ? readArticle(page.html, document, data, metadata)
      : flatArticle(flatBlocks(page.html), data, metadata),
  )
  if (text === '')
    throw new DomainError(
      'invalid',
      'No article text was found in this page. Save its text as .txt and give that.',
    )
  const bare = bareDocument(text, loader)
  return { ...bare, ...metadata, title: metadata.title ?? bare.title, url }
}
