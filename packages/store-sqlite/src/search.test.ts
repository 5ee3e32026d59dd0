import type { StoreQuery } from '@onrecord/core'
import { author, put, query, world } from '@onrecord/core/testing'
import { expect, test } from 'vitest'
import { openStore } from './open.ts'
import { temporaryFile } from './testing/temporary.ts'
import { countCap, facetCap } from './tuning.ts'

const term = (text: string, said = {}) => ({ text, phrase: false, prefix: false, excluded: false, ...said })
const PAGE = { limit: 100, cursor: null }

async function filled(texts: readonly string[]) {
  const store = await openStore({ file: temporaryFile() })
  const { article, speaker } = world()
  const ana = speaker('Ana Vidal Roche')
  await store.commit([put('speaker', ana)], author())
  for (let from = 0; from < texts.length; from += 50) {
    const quotes = texts.slice(from, from + 50).map((text) => ({ text, speaker: ana }))
    await store.commit(article({ publishedAt: '2031-02-10', quotes }).changes, author())
  }
  const found = async (said: Partial<StoreQuery>) =>
    (await store.search(query(said), PAGE)).items.map(({ text }) => text)
  return { store, found }
}

test('best puts what is spelled as typed first, then what says the words more often in fewer', async () => {
  const { store, found } = await filled([
    'Wałęsa spoke',
    'the boats and the harbour and the fares and the boats',
    'Walesa spoke',
    'boats, boats',
    'no boats at all in this long quote about harbours',
  ])
  expect(await found({ sort: 'best', terms: [term('walesa')] })).toEqual(['Walesa spoke', 'Wałęsa spoke'])
  expect((await found({ sort: 'best', terms: [term('boats')] }))[0]).toBe('boats, boats')
  await store.close()
})

test('pages of best neither skip nor repeat', async () => {
  const { store } = await filled(
    Array.from(
      { length: 40 },
      (_, index) => `boats ${'boats '.repeat(index % 4)}${'other '.repeat(index % 7)}`,
    ),
  )
  const seen: string[] = []
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page: { items: readonly { id: string }[]; next: string | null } = await store.search(
      query({ sort: 'best', terms: [term('boats')] }),
      { limit: 7, cursor },
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  }
  expect(seen).toHaveLength(40)
  expect(new Set(seen).size).toBe(40)
  await store.close()
})

test('above the caps a total and facets say that they are not exact', async () => {
  const { store } = await filled(Array.from({ length: countCap + 9 }, (_, index) => `boats ${index}`))
  const { total } = await store.search(query({ terms: [term('boats')] }), PAGE)
  expect(total).toEqual({ count: countCap - 1, exact: false })
  const facets = await store.facets(query())
  expect(facets.exact).toBe(false)
  expect(facets.kind).toEqual([{ value: 'direct', label: 'direct', count: facetCap, checked: false }])
  await store.close()
})

test('every date a record can hold has its place, from the year 0 to 9999', async () => {
  const store = await openStore({ file: temporaryFile() })
  const { article } = world()
  const dates = ['9999-12-31', '2031-02-10T09:00:00.000Z', '1970', '1776-07', '0050', '0000', null]
  for (const saidAt of dates.toReversed())
    await store.commit(article({ quotes: [{ text: `said ${saidAt}`, saidAt }] }).changes, author())
  const { items } = await store.search(query(), PAGE)
  expect(items.map(({ saidAt }) => saidAt)).toEqual(dates)
  expect((await store.facets(query())).year.map(({ value }) => value)).toEqual([
    '0000',
    '0050',
    '1776',
    '1970',
    '2031',
    '9999',
  ])
  const old = await store.search(query({ from: '0040', to: '1776' }), PAGE)
  expect(old.items.map(({ saidAt }) => saidAt)).toEqual(['1776-07', '0050'])
  await store.close()
})
