import type { DocumentText } from '../document.ts'
import { bareDocument } from '../loaders/text.ts'
import { readArticle } from './article.ts'
import { parseDocument } from './dom.ts'
import { articleData } from './json-ld.ts'
import { metadataOf } from './metadata.ts'
import { flatten, tidy } from './tidy.ts'
import { blocksOf, textOf } from './block.ts'
import { DEEPEST_ELEMENT, MOST_TAGS } from '../tuning.ts'

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
  const document = parseDocument(isFit ? page.html : flatten(page.html))
  const metadata = metadataOf(document, data, url)
  const blocks = isFit ? readArticle(page.html, document, data, metadata.title) : blocksOf(document.body)
  const bare = bareDocument(textOf(blocks), loader)
  return { ...bare, ...metadata, title: metadata.title ?? bare.title, language: metadata.language, url }
}
