import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { htmlLoader } from '../loaders/html.ts'
import type { DocumentText, Fetched } from '../document.ts'
import { shinglesOf } from './shingle.ts'

const pages = new URL('../../fixtures/pages/', import.meta.url)
const names = readdirSync(pages).flatMap((name) => /^(?<name>.+)\.html$/u.exec(name)?.groups?.['name'] ?? [])

type Expected = Pick<
  DocumentText,
  'title' | 'authors' | 'publisher' | 'publishedAt' | 'language' | 'canonicalUrl'
> & { paragraphs: string[] }

function fetchedPage(name: string, bytes: Uint8Array): Fetched {
  return {
    name,
    id: name,
    path: name,
    ending: 'html',
    bytes,
    contentType: null,
    method: 'upload',
    requestedUrl: null,
    finalUrl: null,
    httpStatus: null,
    firstLine: 1,
  }
}

async function load(bytes: Uint8Array): Promise<DocumentText> {
  const [loaded] = await htmlLoader.load(fetchedPage('page.html', bytes))
  if (loaded?.kind !== 'document') throw new Error('no document')
  return loaded.document
}

function expectedOf(name: string): Expected {
  const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, pages), 'utf8'))
  return expected
}

function f1(found: string, gold: string): number {
  const ours = new Set(shinglesOf(found))
  const theirs = new Set(shinglesOf(gold))
  const shared = [...ours].filter((shingle) => theirs.has(shingle)).length
  return shared === 0 ? 0 : (2 * shared) / (ours.size + theirs.size)
}

test.each(names)(
  'the page %s gives its article, paragraph by paragraph, and what it says of itself',
  async (name) => {
    const { paragraphs, ...metadata } = expectedOf(name)
    const { text, title, authors, publisher, publishedAt, language, canonicalUrl } = await load(
      readFileSync(new URL(`${name}.html`, pages)),
    )
    expect(text.split('\n\n')).toEqual(paragraphs)
    expect({ title, authors, publisher, publishedAt, language, canonicalUrl }).toEqual(metadata)
  },
)

test('the measure of the benchmark, printed', async () => {
  const scores = await Promise.all(
    names.map(async (name) =>
      f1(
        (await load(readFileSync(new URL(`${name}.html`, pages)))).text,
        expectedOf(name).paragraphs.join('\n'),
      ),
    ),
  )
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  console.log(`word 4-gram F1 over ${names.length} pages of fixtures: ${mean.toFixed(3)}`)
  expect(mean).toBeGreaterThan(0.97)
})
