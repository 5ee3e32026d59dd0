import { expect, test } from 'vitest'
import { readPage } from './page.ts'

const loader = { name: 'html', version: '1' }
const day = (number: number) =>
  `The ferry board met on day ${number}, and after ${number + 2} hours, with seven members present, it agreed to raise the fares by ${number} per cent.`
const paragraphs = [1, 2, 3, 4, 5, 6, 7, 8].map(day)
const marked = paragraphs.map((text) => `<p>${text}</p>`)

function readArticle(body: string): string[] {
  return readPage(
    `<html><head><title>Fares</title></head><body>${body}</body></html>`,
    null,
    loader,
  ).text.split('\n\n')
}

/** What is left of some markup that stands in the middle of an article. */
function left(html: string): string[] {
  return readArticle(
    `<article>${marked.slice(0, 4).join('')}${html}${marked.slice(4).join('')}</article>`,
  ).filter((text) => !paragraphs.includes(text))
}

test.each([
  'Reuters could not reach the harbour office for comment.',
  'Copyright owners sued the ferry board on Monday.',
  'Like most people on Facebook, she heard of it late.',
  'Photographs by a passer-by showed the pier in flames.',
  'Published in 1997, the timetable made the line famous.',
  'March 2020 changed everything on the line.',
])('the sentence «%s» is text', (sentence) => {
  const [first] = readArticle(`<article><p>${sentence}</p>${marked.join('')}</article>`)
  expect([first, left(`<p>${sentence}</p>`)]).toEqual([sentence, [sentence]])
})

test.each([
  'Reuters/Ana Vidal Roche',
  'Photo by Ana Vidal Roche',
  'Copyright 2011 The Gazette. All rights reserved.',
  'Like us on Facebook!',
  'Read more: The fares of last year',
])('the line «%s» is none', (line) => {
  expect(left(`<p>${line}</p>`)).toEqual([])
})

test('a word linked as a tag stays in its sentence, a list of tags goes', () => {
  expect(left('<p>The tar of <a class="textTag" href="/tags/birch">birch</a> holds the pier.</p>')).toEqual([
    'The tar of birch holds the pier.',
  ])
  expect(left('<div class="tags"><a href="/tags/birch">birch</a> <a href="/tags/tar">tar</a></div>')).toEqual(
    [],
  )
})

test('a linked paragraph goes, one that is only the aim of links stays', () => {
  expect(left('<p><a href="/fares">The fares of last year, in full</a></p>')).toEqual([])
  expect(left('<p><a name="question">Who will pay the higher fares?</a></p>')).toEqual([
    'Who will pay the higher fares?',
  ])
})

test('a paragraph of three words is part of the body the page tells', () => {
  const told = { '@type': 'NewsArticle', articleBody: [...paragraphs, '“Done,” Roche said.'].join('\n') }
  const said = [...marked, '<p>“Done,” Roche said.</p>'].join('')
  expect(
    readArticle(
      `<script type="application/ld+json">${JSON.stringify(told)}</script><article>${said}</article>`,
    ),
  ).toContain('“Done,” Roche said.')
})

test('an element is not judged by what its class says it lacks or has', () => {
  const kept = 'Nobody on the board liked it, and yet nobody voted against it.'
  expect(left(`<div class="text no-promo has-topics"><p>${kept}</p></div>`)).toEqual([kept])
  expect(left(`<div class="promo"><p>${kept}</p><p>${kept}</p></div>`)).toEqual([])
})

test('a stray quotation mark in a tag and a tag that closes itself in XML swallow nothing', () => {
  const body = `<div>${marked.join('')}</div>`
  for (const head of ['<script src="a.js"" type="x"></script>', '<script src="a.js"/>']) {
    const page = `<?xml version="1.0"?><html><head><title>Fares</title>${head}</head><body>${body}</body></html>`
    expect(readPage(page, null, loader).text.split('\n\n')).toEqual(paragraphs)
  }
})
