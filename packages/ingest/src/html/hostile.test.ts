import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleData } from './json-ld.ts'
import { readPage } from './page.ts'

const loader = { name: 'html', version: '1' }
const paragraph =
  '<p>The ferry board met on Friday, and after three hours it agreed to raise fares. “Nobody likes it,” said Ana Vidal Roche.</p>'

const hostile: readonly (readonly [name: string, html: string])[] = [
  [
    'never closes',
    `<html><body><div><script>var a = "<p>x</p>"</script><div><p>${'The ferry board met. '.repeat(40)}<div><b><i>`,
  ],
  ['a hundred thousand elements deep', `<html><body>${'<div>'.repeat(100_000)}The ferry board met.`],
  ['a hundred thousand spans deep', `<html><body>${'<span>'.repeat(100_000)}The ferry board met.`],
  ['a million angle brackets', `${'<'.repeat(1_000_000)} The ferry board met.`],
  ['a million quotation marks', `<html><body><p>The ferry board met. ${'“'.repeat(1_000_000)}`],
  ['many references', `<p>The ferry board met. ${'&amp;&#8220;'.repeat(100_000)}`],
  ['two hundred thousand paragraphs', `<html><body>${'<p>The ferry board met.'.repeat(200_000)}`],
  [
    'a script that never closes at the end',
    `<html><body>${paragraph.repeat(5)}The ferry board met.<script>var a = "<p>x</p>"`,
  ],
  [
    'a quotation mark that never closes',
    `<html><body>${paragraph.repeat(5)}<p>The ferry board met.<a href="x>${paragraph}`,
  ],
]

test.each(hostile)(
  'a page that %s is read, without its scripts',
  (_, html) => {
    const { text } = readPage(html, null, loader)
    expect([text.includes('The ferry board met'), text.includes('var a')]).toEqual([true, false])
  },
  60_000,
)

test('a title, a drawing and inline tags that never close do not swallow the page', () => {
  const body = `<article>${'<div><span><b><i>'.repeat(1)}${`<div><span><b>${paragraph}</div>`.repeat(300)}</article><div>Menu</div>`
  for (const head of ['<title>Fares', '<svg><path d="x">', '<template>', '<textarea>']) {
    const { text } = readPage(`<html>${head}<body>${body}`, null, loader)
    expect(text.split('\n\n').length).toBeGreaterThan(290)
  }
})

test('whatever the markup: words or a named error, never anything else', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="x',
    '">',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<a href=x>',
    'words ',
    '&amp;',
    '&#xd800;',
    '&bogus;',
    '<table>',
    '<br>',
    '<svg>',
    '</svg>',
    '<template>',
    '<title>',
    '</title>',
    '\0',
    '“',
    '🌾',
    '\ud83c',
    '<![CDATA[',
    '<body',
    '<html lang=en>',
    '</body>',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
      const outcome = (() => {
        try {
          return readPage(list.join(''), null, loader).text.isWellFormed()
        } catch (error) {
          return error instanceof Error && error.name === 'DomainError'
        }
      })()
      expect(outcome).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('structured data are found in arrays, graphs and with the usual faults', () => {
  const article =
    '{"@type":["Thing","NewsArticle"],"headline":"Fares rise","author":[{"name":"Ana Vidal"},"Tomas Brekke"]}'
  const found = { title: 'Fares rise', authors: ['Ana Vidal', 'Tomas Brekke'] }
  for (const script of [
    article,
    `[{"@type":"WebSite"},${article}]`,
    `{"@graph":[${article}]}`,
    `<!-- ${article} -->`,
    `${article};`,
    article.replace('Fares rise', 'Fares\nrise'),
    article.replace('"}', '",}').replace(']}', ',]}'),
  ]) {
    expect(articleData([script])).toMatchObject(found)
  }
  expect(articleData(['{broken', '{"@type":"WebSite"}', 'null', '[]'])).toBeNull()
})

test('the front page as canonical address is not believed', () => {
  const page = (href: string) =>
    readPage(
      `<html><head><link rel="canonical" href="${href}"></head><body>${paragraph.repeat(4)}</body></html>`,
      'https://gazette.example/news/1',
      loader,
    ).canonicalUrl
  expect(page('https://gazette.example/')).toBeNull()
  expect(page('/news/fares')).toBe('https://gazette.example/news/fares')
})
