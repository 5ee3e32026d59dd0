import { DomainError } from '@onrecord/core'
import { expect, test } from 'vitest'
import type { DocumentText, Fetched, Loaded } from '../document.ts'
import { loadWith } from '../ingest.ts'
import { loaders } from './index.ts'

function load(
  name: string,
  content: string | Uint8Array,
  rest: Partial<Fetched> = {},
): Promise<readonly Loaded[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? null) : null
  return loadWith(loaders, {
    name,
    id: name,
    path: name,
    ending,
    bytes,
    contentType: null,
    method: 'upload',
    requestedUrl: null,
    finalUrl: null,
    httpStatus: null,
    firstLine: 1,
    ...rest,
  })
}

async function one(name: string, content: string, rest: Partial<Fetched> = {}): Promise<DocumentText> {
  const loaded = (await load(name, content, rest)).find(({ kind }) => kind !== 'warned')
  if (loaded?.kind !== 'document') throw new DomainError('invalid', 'no document')
  return loaded.document
}

test('a text is kept letter for letter', async () => {
  const text = '\r\n  Fares to rise\r\n\r\n“Nobody likes\tit,”  she said.\u00a0\n'
  expect(await one('a.txt', text)).toMatchObject({
    text,
    title: 'Fares to rise',
    authors: [],
    publishedAt: null,
    kind: 'article',
    loader: { name: 'text', version: '1' },
  })
})

test('the loader is chosen by media type, ending, or how the bytes begin', async () => {
  const page = '<!doctype html><title>T</title><p>Words of a page.'
  const names = [
    await one('a.html', page),
    await one('a', page),
    await one('a', `\n<!-- note -->\n<html><body><p>Words of a page.`),
    await one('a.txt', page),
    await one('a', page, { contentType: 'text/plain; charset=utf-8' }),
    await one('a.php', page, { contentType: 'text/html' }),
    await one('a', '{"text":"Words of a line."}'),
    await one('a.md', 'Words'),
    await one('a.log', '# Words'),
  ].map(({ loader }) => loader.name)
  expect(names).toEqual(['html', 'html', 'html', 'text', 'text', 'html', 'jsonl', 'markdown', 'text'])
})

test('Markdown gives its front matter, its heading and its words without marks', async () => {
  const markdown = `---
title: "Fares: to rise"
authors:
  - Ana Vidal
  - name: Tomas Brekke
date: 2031-03-14
url: https://gazette.example/fares
publisher: The Harbour Gazette # the old one
language: en
tags: [sea, money]
---

# Fares to rise

The board *met* on [Friday](https://x.example). “Nobody **likes** it,”
said the \`minister\`.

- first &amp; last
- second

> A quotation.

<div>raw</div>
`
  expect(await one('a.md', markdown)).toMatchObject({
    title: 'Fares: to rise',
    authors: ['Ana Vidal', 'Tomas Brekke'],
    publishedAt: '2031-03-14',
    canonicalUrl: 'https://gazette.example/fares',
    publisher: 'The Harbour Gazette',
    language: 'en',
    text: 'Fares to rise\n\nThe board met on Friday. “Nobody likes it,” said the minister.\n\nfirst & last\n\nsecond\n\nA quotation.',
  })
  expect(await one('b.md', '# Only a *heading*\n\nWords.')).toMatchObject({
    title: 'Only a heading',
    authors: [],
  })
  expect(await one('c.md', '---\n\nA break first: then words.')).toMatchObject({
    text: 'A break first: then words.',
  })
})

test.each([
  '>'.repeat(100_000),
  '*_'.repeat(100_000),
  '['.repeat(100_000),
  '- '.repeat(50_000),
  '`'.repeat(100_000),
])('hostile Markdown (%.4s…) is kept as it is', async (marks) => {
  expect((await one('a.md', `Words.\n\n${marks}`)).text).toContain('Words.')
})

test('a JSON line gives its fields; what is wrong in one is left out', async () => {
  const line = {
    id: 7,
    text: 'The board met. \ud83c',
    title: 'Fares\nrise',
    byline: 'By Ana Vidal and Tomas Brekke',
    publishedAt: '2031-02-30',
    url: 'javascript:x',
    publisher: { name: 'Gazette' },
    language: 'not a language',
    kind: 'transcript',
    more: 1,
  }
  expect(await one('a.jsonl', JSON.stringify(line))).toEqual({
    text: 'The board met. \ufffd',
    title: 'Fares rise',
    authors: ['Ana Vidal', 'Tomas Brekke'],
    publisher: 'Gazette',
    publishedAt: null,
    language: null,
    canonicalUrl: null,
    url: null,
    kind: 'transcript',
    rights: null,
    loader: { name: 'jsonl', version: '1' },
    regions: [],
    id: '7',
  })
})

test('a bad line is named by file and line, and the rest goes on', async () => {
  const loaded = await load(
    'a.jsonl',
    '{"text":"One."}\n\nnot json\n[1]\n{"title":"no text"}\n{"text":" "}\r\n{"text":"Two."}',
  )
  expect(loaded.map((part) => (part.kind === 'failed' ? `${part.name} ${part.code}` : part.kind))).toEqual([
    'document',
    'a.jsonl:3 invalid',
    'a.jsonl:4 invalid',
    'a.jsonl:5 invalid',
    'a.jsonl:6 invalid',
    'document',
  ])
})
