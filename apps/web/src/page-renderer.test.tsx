import { examples } from '@onrecord/schema/examples'
import { describe, expect, test } from 'vitest'
import { pageRenderer } from './page-renderer.tsx'
import { answering, answers, ids, nothing, refusal } from './testing/answering.ts'

const assets = {
  script: '/assets/client.js',
  preloads: [],
  styles: ['/assets/client.css'],
  icon: '/assets/icon.svg',
}
const render = pageRenderer(assets)

function get(url: string, instead: Parameters<typeof answering>[0] = {}) {
  return render(
    { url, origin: 'https://quotes.example.org', nonce: 'n0nce', signal: new AbortController().signal },
    answering(instead),
  )
}

const pages = [
  ['/', 'Who said what'],
  ['/?q=fares', '4 quotes'],
  [`/speakers/${ids.slug}`, 'Ana Vidal Roche'],
  [`/quotes/${ids.quote}`, 'In context'],
  [`/sources/${ids.source}`, 'In this article'],
  ['/statistics', 'As said'],
  [`/statistics/${ids.statistic}`, 'As recorded'],
  ['/about', 'How a quote gets in'],
] as const

describe('every page', () => {
  test.each(pages)('%s is whole as the server sends it', async (url, words) => {
    const { status, html } = await get(url)
    expect(status).toBe(200)
    expect(html).toContain(words)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html).toMatch(/<meta name="description" content="[^"]+">/)
    expect(html).toMatch(/<link rel="canonical" href="https:\/\/quotes\.example\.org\/[^"]*">/)
  })

  test.each(pages)(
    '%s has neither styles nor handlers in its elements, as the content policy wants',
    async (url) => {
      const { html } = await get(url)
      expect(html).not.toMatch(/<[^>]* style=/)
      expect(html).not.toMatch(/<[^>]* on[a-z]+="/)
    },
  )

  test('needs no script, and About gets none', async () => {
    expect((await get('/')).html).toContain('<script type="module" src="/assets/client.js">')
    expect((await get('/about')).html).not.toContain('<script')
  })
})

describe('figures told more than once', () => {
  const [one] = examples.statisticView
  if (one === undefined) throw new RangeError('there is an example of a statistic')
  const [row] = answers['statistic.list'].items
  if (row === undefined) throw new RangeError('there is an example of a row')
  const year = { text: null, anchor: null, grain: 'year', asOf: false, relativeTo: null } as const
  const told = {
    ...row,
    series: 'ferry.1',
    value: 900_000,
    low: null,
    high: null,
    approximator: 'exact',
    unread: null,
    period: { ...year, from: '2023', to: '2024' },
  } as const
  const other = {
    ...told,
    id: 'sta_01h00000000000000000000009',
    value: 1_200_000,
    period: { ...year, from: '2024', to: '2025' },
  } as const
  const list = {
    items: [told, other],
    next: null,
    total: { count: 2, exact: true },
    groups: [{ items: [told, other], disagreement: true, sameReport: true }],
  }

  test('are shown as a disagreement, each in its words, and marked in the table', async () => {
    const { html } = await get('/statistics', { 'statistic.list': list })
    expect(html).toContain('href="#disagreements"')
    expect(html).toContain('1 disagreement')
    expect(html).toContain('Same report, different figures')
    expect(html.match(/differs from what others say/g)?.length).toBeGreaterThanOrEqual(2)
    expect(html).toContain('href="/statistics?measure=ferry.1"')
    expect(html).not.toContain('<figure')
  })

  test('are drawn by period where they are asked for by what they measure', async () => {
    const { html } = await get('/statistics?measure=ferry.1', { 'statistic.list': list })
    expect(html.match(/class="chart-point"/g)).toHaveLength(2)
    expect(html).toContain(`href="/statistics/${other.id}" aria-label="`)
    expect(html).not.toMatch(/<[^>]* style=/)
    const single = { ...list, items: [told], groups: [] }
    expect((await get('/statistics?measure=ferry.1', { 'statistic.list': single })).html).not.toContain(
      '<figure',
    )
  })

  test('are named on the page of each, with how they stand to it', async () => {
    const elsewhere = [
      { statistic: other, relation: 'differs', disagreement: true, sameReport: false } as const,
    ]
    const { html } = await get(`/statistics/${ids.statistic}`, { 'statistic.get': { ...one, elsewhere } })
    expect(html).toContain('The same figure elsewhere')
    expect(html).toContain('<strong class="relation">differs</strong>')
  })

  test('sort by a column whose head says so', async () => {
    const { html } = await get('/statistics?sort=-value', { 'statistic.list': list })
    expect(html).toMatch(/aria-sort="descending"[^>]*><a href="\/statistics\?sort=value"/)
    expect(html.match(/aria-sort/g)).toHaveLength(1)
  })
})

test('what is in the records ends no script and opens no element', async () => {
  const evil = '</script><script>alert(1)</script><!--'
  const quote = { ...answers['quote.get'], text: evil, status: 'verified' as const }
  const { html } = await get(`/quotes/${ids.quote}`, { 'quote.get': quote })
  expect(html).not.toContain('<script>alert')
  expect(html).not.toMatch(/<!--(?! -->)/)
  expect(html).toContain('\\u003c/script>')
})

test('an address of no page is a 404 that helps on', async () => {
  const { status, html } = await get('/nowhere')
  expect(status).toBe(404)
  expect(html).toContain('There is no page at this address.')
  expect(html).toContain('noindex')
})

test.each([
  ['/quotes/quo_7', 404],
  ['/speakers/%E0%A4%A', 404],
  ['/sources/src_01jx5c9q2r000000000000000l', 404],
])('an id that cannot be is a 404: %s', async (url, wanted) => {
  expect((await get(url)).status).toBe(wanted)
})

test('a withdrawn quote is a 410 that gives the reason', async () => {
  const { status, html } = await get(`/quotes/${ids.quote}`, {
    'quote.get': refusal('gone', 'This quote was withdrawn on 3 May 2026: the article was retracted.'),
  })
  expect(status).toBe(410)
  expect(html).toContain('the article was retracted')
})

test('a defect is a 500 that tells nothing of it', async () => {
  const { status, html } = await get('/', { 'search.page': new Error('SQLITE_SECRET') })
  expect(status).toBe(500)
  expect(html).toContain('Something failed on our side.')
  expect(html).not.toContain('SQLITE_SECRET')
})

test('a list works without its counts, and says that they are missing', async () => {
  const { status, html } = await get('/?q=fares&speaker=ana-vidal-roche', {
    'search.facets': new Error('busy'),
    'search.page': {
      ...answers['search.page'],
      understood: { ...answers['search.page'].understood, speaker: ['ana-vidal-roche'] },
    },
  })
  expect(status).toBe(200)
  expect(html).toContain('Counts are not available right now.')
  expect(html).toContain('<input type="hidden" form="search" name="speaker" value="ana-vidal-roche"/>')
})

test('an earlier slug is sent on to the present one, filters kept', async () => {
  const { status, headers } = await get('/speakers/a-vidal?kind=direct')
  expect(status).toBe(301)
  expect(headers['location']).toBe(`/speakers/${ids.slug}?kind=direct`)
})

test('no results say what would find something', async () => {
  const { html } = await get('/?q=fairs&status=verified', {
    'search.page': { ...nothing, understood: { ...nothing.understood, q: 'fairs', status: ['verified'] } },
  })
  expect(html).toContain('No quotes match.')
  expect(html).toContain('Without Verified: 3')
  expect(html).toContain('Without “fairs”: 17')
  expect(html).toContain('Did you mean')
})

test('a search that finds nothing repeats it, and leads to everything', async () => {
  const { html } = await get('/?q=xyzzyqq', {
    'search.page': {
      ...nothing,
      instead: [],
      similar: [],
      understood: { ...nothing.understood, q: 'xyzzyqq' },
    },
  })
  expect(html).toMatch(/Searched for[^.]*xyzzyqq/)
  expect(html).toMatch(/<a href="\/">All quotes<\/a>/)
})

test('a date that is none is said above the results, and its field is in error', async () => {
  for (const url of ['/?from=abc', `/speakers/${ids.slug}?from=abc`]) {
    const { status, html } = await get(url)
    expect(status).toBe(200)
    expect(html).toMatch(/class="notice[^>]*><p>“abc” is not a date/)
    expect(html).toMatch(/<input[^>]*aria-invalid="true"[^>]*name="from"/)
  }
})

test.each([
  ['nothingToSearch', '😀', 'Nothing in “😀” can be searched. Type a word or a name.'],
  ['datesReversed', '2025 2024', 'The first date lies after the second.'],
])('the notice %s is put into words', async (code, text, words) => {
  const { html } = await get('/?q=x', { 'search.page': { ...nothing, notices: [{ code, text }] } })
  expect(html).toContain(words)
})

test('empty fields of a form without script are taken out of the address', async () => {
  const search = await get('/?q=zenz&from=&to=')
  expect([search.status, search.headers['location']]).toEqual([301, '/?q=zenz'])
  const speaker = await get(`/speakers/${ids.slug}?q=&from=abc`)
  expect([speaker.status, speaker.headers['location']]).toEqual([301, `/speakers/${ids.slug}?from=abc`])
  expect((await get('/?q=')).headers['location']).toBe('/')
})

test('a quote inside another of the same speaker does not name the speaker twice', async () => {
  const quote = answers['quote.get']
  const within = { id: quote.id, speaker: quote.speaker }
  const { html } = await get(`/quotes/${ids.quote}`, { 'quote.get': { ...quote, within } })
  expect(html).toContain('a longer quote by the same speaker')
  expect(html).not.toContain('as told by')
})

test('an empty database says how to fill it', async () => {
  const overview = {
    quotes: 0,
    speakers: 0,
    sources: 0,
    publishers: 0,
    statistics: 0,
    verified: 0,
    sample: false,
  }
  const { html } = await get('/', {
    'meta.get': { ...answers['meta.get'], overview },
    'search.page': { ...nothing, instead: [], similar: [] },
  })
  expect(html).toContain('Nothing here yet.')
  expect(html).toContain('onrecord ingest')
})

test('only checked quotes have JSON-LD and are for search engines', async () => {
  const verified = await get(`/quotes/${ids.quote}`, {
    'quote.get': { ...answers['quote.get'], status: 'verified' },
  })
  expect(verified.html).toContain('<script type="application/ld+json" nonce="n0nce">')
  expect(verified.html).toContain('"@type":"Quotation"')
  expect(verified.html).not.toContain('noindex')
  const unchecked = await get(`/quotes/${ids.quote}`, {
    'quote.get': { ...answers['quote.get'], status: 'unchecked' },
  })
  expect(unchecked.html).not.toContain('application/ld+json" nonce')
  expect(unchecked.html).toContain('<meta name="robots" content="noindex">')
})

test('a denied quote is never shown as said', async () => {
  const { html } = await get(`/quotes/${ids.quote}`, {
    'quote.get': { ...answers['quote.get'], denied: true },
  })
  expect(html).toContain('Denied:')
  expect(html).toContain('The speaker denies these words')
  expect(html).toMatch(/<title>[^<]*: Denied: /)
})

test('a partly quoted one has marks around the quoted words alone', async () => {
  const quote = examples.quoteView.find(({ kind }) => kind === 'mixed')
  const { html } = await get(`/quotes/${quote?.id}`, { 'quote.get': quote })
  expect(html).toMatch(/<h1[^>]*>the operators’ request “a step too far”/)
})

test('the text of an article, its labels taken out, is the text as captured', async () => {
  const { html } = await get(`/sources/${ids.source}`)
  const article = /<div class="article"[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? ''
  const text = article
    .replaceAll(/<a class="label[^>]*>.*?<\/a>/g, '')
    .replaceAll(/<p class="aside-name"[^>]*>.*?<\/p>/g, '')
    .replaceAll('</p>', '\n\n')
    .replaceAll(/<[^>]+>/g, '')
  expect(text.trim()).toBe(answers['source.get'].text.trim())
})

test('a heading stands in one box with the paragraph it heads', async () => {
  const text = 'Fares will not rise.\n\nAbout the harbour\n\nThe harbour is old.'
  const region = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    kind: 'boilerplate' as const,
  })
  const regions = [region('About the harbour'), region('The harbour is old.')]
  const source = { ...answers['source.get'], text, regions, quotes: [], statistics: [] }
  const { html } = await get(`/sources/${ids.source}`, { 'source.get': source })
  expect(html.match(/<aside/g)).toHaveLength(1)
  expect(html).toMatch(/<aside[^>]*>.*About the harbour.*The harbour is old\..*<\/aside>/s)
})

test('a page that was sent holds on to nothing: no timer keeps its answers', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const before = timers()
  for (let index = 0; index < 20; index += 1) await get('/?q=fares')
  expect(timers() - before).toBeLessThan(20)
})
