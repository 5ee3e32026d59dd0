import { expect, test } from 'vitest'
import { readPage } from './page.ts'

const paragraphs = [
  'The harbour board said on Tuesday that fares would rise by 4% in May, after a year of losses on the northern line, and that crews had been told.',
  '“Nobody likes it,” said Ana Vidal Roche, the harbour minister, who had argued for a smaller rise and lost the vote in the board by one voice.',
  'Tomas Brekke, of the union, said crews had not been asked. “We read it in the paper,” he said, before the evening ferry left for the islands.',
]

function read(before: string, { after = '', body = paragraphs } = {}): string[] {
  const article = `<article><h1>Ferry fares to rise</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article>`
  const html = `<html><body>${before}<main>${article}</main>${after}</body></html>`
  return readPage(html, null, { name: 'html', version: '1' }).text.split('\n\n')
}

test.each([
  '<div class="cookie">We use cookies to improve your experience.</div>',
  '<div>We use cookies to improve your experience.</div>',
  '<div id="onetrust-banner"><p>Nothing is dearer to us than what you read, and that is why we ask.</p></div>',
  '<section class="CookieConsent"><p>Choose what we may keep.</p></section>',
  '<p>By continuing to browse this site you accept our use of cookies.</p>',
  '<div>Diese Website verwendet Cookies.</div>',
  '<p>Welcome to the new Gazette, best read on a phone.</p>',
])('what stands before a page’s one article is none of it: %s', (before) => {
  expect(read(before)).toEqual(paragraphs)
})

test('a banner after the article is none of it, nor one before a short article', () => {
  const banner = '<div>We use cookies to improve your experience.</div>'
  expect(read('', { after: banner })).toEqual(paragraphs)
  const body = ['The pier is open again, said Ana Vidal Roche. It is all there is to say.']
  expect(read(banner, { body })).toEqual(body)
})

test('an article about cookies keeps its words, whatever its names', () => {
  const body = [
    'We use cookies as currency here, the baker of Port Ellery likes to say, and nobody in the queue has ever laughed at it.',
    ...paragraphs,
    'The minister said sites that use cookies would have to ask first. “We use cookies ourselves,” she said.',
  ]
  expect(read('', { body })).toEqual(body)
  const html = `<html><body class="cookie-consent"><article class="cookies">${body.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
  expect(readPage(html, null, { name: 'html', version: '1' }).text.split('\n\n')).toEqual(body)
})

test('a long paragraph before the marked article stays', () => {
  const lead = `${paragraphs[0]} The board meets again in June.`
  expect(read(`<p>${lead}</p>`)).toContain(lead)
})
