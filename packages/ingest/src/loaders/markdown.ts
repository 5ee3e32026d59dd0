import { Language, SourceKind } from '@onrecord/schema'
import type { Node } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { toWhen, unreadDate } from '../date.ts'
import { declaredCharset, decode } from '../decode.ts'
import { httpUrl } from '../fingerprint.ts'
import { words } from '../record.ts'
import { cleanTitle, titleOf } from '../title.ts'
import { formatOf } from '../document.ts'
import type { DocumentText, Loader } from '../document.ts'
import { frontMatter } from './front-matter.ts'
import type { FrontMatter } from './front-matter.ts'
import { authorsFrom } from './jsonl.ts'
import { assertWords, bareDocument } from './text.ts'

const name = 'markdown'
const version = '1'

/** Markdown: front matter for what the document says of itself, marks stripped, blocks as paragraphs. */
export const markdownLoader: Loader = {
  name,
  version,
  accepts: (fetched) => formatOf(fetched) === 'markdown',
  load: async (fetched) => {
    const charset =
      fetched.contentType === null ? null : declaredCharset(new Uint8Array(), fetched.contentType)
    const { text } = decode(fetched.bytes, charset)
    assertWords(text)
    const { fields, body } = frontMatter(text)
    const document = { ...markdownDocument(fields, body), url: fetched.finalUrl }
    const unread = unreadDate('date', fields.date)
    return [
      ...(unread === null ? [] : [{ kind: 'warned' as const, name: fetched.name, message: unread }]),
      { kind: 'document', document },
    ]
  },
}

function markdownDocument(fields: FrontMatter, body: string): DocumentText {
  const blocks = blocksOf(body)
  const text = blocks.map((block) => block.text).join('\n\n')
  const bare = bareDocument(text, { name, version })
  const heading = blocks[0]?.isHeading === true ? blocks[0].text : null
  return {
    ...bare,
    title: cleanTitle(fields.title ?? heading) ?? titleOf(text),
    authors: fields.authors.flatMap(authorsFrom),
    publisher: fields.publisher,
    publishedAt: toWhen(fields.date),
    language: Language.safeParse(fields.language).data ?? null,
    canonicalUrl: httpUrl(fields.url),
    kind: SourceKind.safeParse(fields.kind).data ?? 'article',
    rights: fields.rights,
    id: fields.id,
  }
}

type Block = { text: string; isHeading: boolean }

/** The blocks of a Markdown text without their marks. A text the parser cannot take is kept as it is. */
function blocksOf(markdown: string): Block[] {
  if (isDeep(markdown)) return paragraphs(markdown)
  const blocks: Block[] = []
  collect(fromMarkdown(markdown), blocks)
  return blocks.length > 0 ? blocks : paragraphs(markdown)
}

// Each mark of nesting is a call in the parser; thousands in one line are no document.
function isDeep(markdown: string): boolean {
  return /(?:[>*_[\]()~`-] ?){500}/u.test(markdown)
}

function paragraphs(text: string): Block[] {
  return text
    .split(/\n\s*\n/u)
    .map((part) => ({ text: part.trim(), isHeading: false }))
    .filter((block) => block.text !== '')
}

function collect(node: Node, blocks: Block[]): void {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
    case 'code': {
      const text = words(toString(node, { includeImageAlt: false, includeHtml: false })) ?? ''
      if (text !== '') blocks.push({ text, isHeading: node.type === 'heading' })
      return
    }
    default:
      if ('children' in node && Array.isArray(node.children)) {
        for (const child of node.children) if (isNode(child)) collect(child, blocks)
      }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
