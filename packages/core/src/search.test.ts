import { Facets, SearchPage } from '@onrecord/schema'
import type { SearchQuery } from '@onrecord/schema'
import { expect, test } from 'vitest'
import type { Actor } from './access.ts'
import { permit } from './access.ts'
import { editor, ferry, reader, setUp } from './testing/ferry.ts'

const blank: SearchQuery = {
  q: '',
  speaker: [],
  source: [],
  kind: [],
  status: [],
  from: null,
  to: null,
  sort: 'new',
}
const wire = {
  key: 'id:wire' as const,
  title: 'Port vote',
  publisher: 'Coast Wire',
  publishedAt: '2030-05',
  text: '“Nobody asked the ferry,” said Tomas Brekke. “Nor us,” said Lech Wałęsa-Moe. “The fares,” he said.',
  quotes: [
    { words: 'Nobody asked the ferry,', speaker: 'Tomas Brekke' },
    { words: 'Nor us,', speaker: 'Lech Wałęsa-Moe' },
    { words: 'The fares,', kind: 'term' as const },
  ],
}

async function filled() {
  const set = setUp()
  await set.put(ferry)
  await set.put(wire)
  const ask = (said: Partial<SearchQuery>, actor: Actor = reader) =>
    set.services.search.page(actor, { query: { ...blank, ...said }, page: { limit: 20, cursor: null } })
  const texts = async (said: Partial<SearchQuery>, actor: Actor = reader) =>
    (await ask(said, actor)).items.map(({ text }) => text.slice(0, 12))
  return { ...set, ask, texts }
}

test('a name typed finds the quotes of the speaker, newest first, and marks the name', async () => {
  const { ask } = await filled()
  const page = SearchPage.parse(await ask({ q: 'brek' }))
  expect(page.items.map(({ text, speaker }) => [text, speaker?.name])).toEqual([
    ['He told me ‘we are full’ and left,', 'Tomas Brekke'],
    ['Nobody asked the ferry,', 'Tomas Brekke'],
  ])
  expect(page.items[0]?.speakerMarks).toEqual([{ start: 6, end: 10 }])
  expect(page).toMatchObject({ total: { count: 2, exact: true }, notices: [], instead: [], similar: [] })
})

test('tokens are read out of the words and mean what the filters mean', async () => {
  const { ask, texts } = await filled()
  expect((await ask({ q: 'speaker:"Ana Vidal Roche" ferry' })).understood).toEqual({
    ...blank,
    q: 'ferry',
    speaker: ['ana-vidal-roche'],
  })
  expect(await texts({ q: 'speaker:"Ana Vidal Roche" ferry' })).toEqual(['The ferry fa'])
  expect(await texts({ q: 'ferry', speaker: ['ana-vidal-roche'] })).toEqual(['The ferry fa'])
  expect(await texts({ q: 'speaker:walesa' })).toEqual(['Nor us,'])
  expect(await texts({ q: 'speaker:Officials speaker:"Ana Vidal Roche"' })).toEqual([
    'The ferry fa',
    'the port was',
  ])
  expect(await texts({ q: 'source:"coast wire" kind:term' })).toEqual(['The fares,'])
  expect(await texts({ q: 'ferry source:gazette' })).toEqual(['The ferry fa'])
  expect(await texts({ q: 'after:2031' })).toHaveLength(4)
  expect(await texts({ q: 'to:2030-05 kind:direct' })).toEqual(['Nobody asked', 'Nor us,'])
  expect(await texts({ q: 'status:verified' })).toEqual([])
  expect(await texts({ q: '-speaker:brekke ferry' })).toEqual(['The ferry fa'])
  expect(await texts({ q: 'speaker: ferry' })).toHaveLength(2)
})

test('what cannot be understood is searched as words and said', async () => {
  const { ask } = await filled()
  const speaker = await ask({ q: 'speaker:"Anna Ferry"' })
  expect(speaker.notices).toEqual([
    { code: 'unknownSpeaker', text: 'There is no speaker called “Anna Ferry”. Searched the words instead.' },
  ])
  expect(speaker.understood.q).toBe('Anna Ferry')
  expect((await ask({ speaker: ['no-such'], q: 'ferry' })).understood).toEqual({
    ...blank,
    q: 'ferry no such',
  })
  expect((await ask({ q: 'source:nowhere' })).notices.map(({ code }) => code)).toEqual(['unknownSource'])
  expect((await ask({ source: ['src_00000000000000000000000zzz', 'x'] })).notices).toHaveLength(2)
  expect((await ask({ q: 'from:2031-13 ferry' })).notices[0]?.text).toBe(
    '“2031-13” is not a date. Write 2024, 2024-05 or 2024-05-03.',
  )
  expect(await ask({ q: 'kind:odd' })).toMatchObject({ notices: [], understood: { q: 'kind:odd' } })
  expect(await ask({ q: 'colour:red' })).toMatchObject({ notices: [], understood: { q: 'colour:red' } })
})

test.each([
  '😀',
  '"',
  '""',
  '*',
  '%',
  '_',
  '\\',
  '(',
  '+',
  '-',
  '\0',
  '\ud83d',
  'speaker:😀',
  'kind:direct 😀',
])('what holds no word to search finds nothing and says so: %j', async (q) => {
  const { ask, services } = await filled()
  const page = SearchPage.parse(await ask({ q }))
  expect(page).toMatchObject({ items: [], next: null, total: { count: 0, exact: true } })
  expect(page.notices.at(-1)).toEqual({ code: 'nothingToSearch', text: q.toWellFormed() })
  const facets = Facets.parse(await services.search.facets(reader, { query: { ...blank, q } }))
  expect(facets).toEqual({ speaker: [], source: [], kind: [], status: [], year: [], exact: true })
})

test('where only signs were typed, what the filters find alone is offered; blanks and words beside signs are searched', async () => {
  const { ask } = await filled()
  expect((await ask({ q: '😀', kind: ['term'] })).instead).toEqual([{ dropped: 'q', count: 1 }])
  expect((await ask({ q: '😀' })).instead).toEqual([])
  expect((await ask({ q: ' \t ' })).notices).toEqual([])
  expect(await ask({ q: 'brekke 😀' })).toMatchObject({ notices: [], total: { count: 2 } })
  expect(await ask({ q: 'speaker:brekke' })).toMatchObject({ notices: [], total: { count: 2 } })
})

test('dates the wrong way round find nothing and say so', async () => {
  const { ask } = await filled()
  expect(await ask({ from: '2031-05', to: '2031-04-30' })).toMatchObject({
    items: [],
    notices: [{ code: 'datesReversed', text: '2031-05 – 2031-04-30' }],
  })
  expect((await ask({ q: 'from:2032 to:2031' })).notices).toMatchObject([{ code: 'datesReversed' }])
  expect((await ask({ from: '2031-05', to: '2031' })).notices).toEqual([])
})

test('an empty page says what would find something, and who may have been meant', async () => {
  const { ask } = await filled()
  const page = SearchPage.parse(await ask({ q: 'ferry', kind: ['mixed'], from: '2031' }))
  expect(page.items).toEqual([])
  expect(page.instead).toEqual([
    { dropped: 'q', count: 1 },
    { dropped: 'kind', count: 1 },
  ])
  expect((await ask({ q: 'Walensa' })).similar.map(({ name }) => name)).toEqual(['Lech Wałęsa-Moe'])
  expect((await ask({ q: 'zebra' })).instead).toEqual([])
})

test('rejected and withdrawn quotes are found by editors who ask for them, and counted for nobody else', async () => {
  const { store, services, texts } = await filled()
  const [quote] = (await store.list('quote', {}, { limit: 1, cursor: null })).items
  if (quote === undefined) throw new TypeError('there are quotes')
  await store.commit(
    [{ op: 'put', kind: 'quote', next: { ...quote, status: 'rejected', version: 2 }, reason: null }],
    { permit: permit(editor, 'quote:decide'), key: null, cause: 'decision' },
  )
  expect(await texts({ q: 'roche' })).toEqual([])
  expect(await texts({ q: 'roche', status: ['rejected'] })).toEqual([])
  expect(await texts({ q: 'roche', status: ['rejected'] }, editor)).toEqual(['The ferry fa'])
  const counted = async (actor: Actor) =>
    Facets.parse(await services.search.facets(actor, { query: blank })).status.map(({ value, count }) => [
      value,
      count,
    ])
  expect(await counted(reader)).toEqual([['unchecked', 5]])
  expect(await counted(editor)).toEqual([
    ['unchecked', 5],
    ['rejected', 1],
  ])
})

test('pages follow each other', async () => {
  const { services } = await filled()
  const seen = []
  let cursor: string | null = null
  do {
    const page: SearchPage = await services.search.page(reader, { query: blank, page: { limit: 2, cursor } })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  expect(new Set(seen).size).toBe(6)
})

test('speakers and outlets are suggested while typing, most quotes first, none without quotes', async () => {
  const { services } = await filled()
  const names = async (words: string) => {
    const { speakers, sources } = await services.search.suggest(reader, { words })
    return [
      speakers.map(({ name, quotes }) => `${name} ${quotes}`),
      sources.map(({ label, quotes }) => `${label} ${quotes}`),
    ]
  }
  expect(await names('roche an')).toEqual([['Ana Vidal Roche 1'], []])
  expect(await names('port')).toEqual([[], []])
  expect(await names('the')).toEqual([[], ['The Harbour Gazette 4']])
  expect((await names(''))[0]?.[0]).toBe('Tomas Brekke 2')
  expect(await names('"; DROP')).toEqual([[], []])
})

test('hostile queries are answered', async () => {
  const { ask } = await filled()
  for (const q of [
    '"',
    'speaker:"',
    'speaker:""',
    'from:',
    'kind:',
    '\0',
    'NEAR(a b)',
    '🚢',
    'x'.repeat(10_000),
    'speaker:x '.repeat(900),
    '-',
    'a:b:c:d',
    'source:src_x',
  ])
    expect(SearchPage.safeParse(await ask({ q })).error).toBeUndefined()
})
