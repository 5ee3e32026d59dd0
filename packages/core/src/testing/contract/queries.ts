import { expect } from 'vitest'
import { termsOf } from '../../query-words.ts'
import { anyStatistic } from '../../statistic-query.ts'
import { author, put, query, world } from '../world.ts'
import { PAGE, testOn, textsOf } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** Whatever is typed, and words that change. */
export function queryContract(make: MakeStore): void {
  testOn(make, 'whatever is typed is searched as words and never fails', async (store) => {
    const { article } = world()
    await store.commit(article({ quotes: [{ text: 'NEAR the “quay” OR not*' }] }).changes, author())
    for (const q of [
      '"',
      '""',
      '*',
      'a*',
      'NEAR(',
      'NEAR(a b, 3)',
      'AND',
      'OR',
      'NOT',
      'a OR',
      '(',
      ')))',
      '^a',
      'text:quay',
      '{a b}:c',
      '-',
      '--',
      '- -a',
      "'; DROP TABLE quote; --",
      '\0',
      'a\0b',
      '🚢',
      '\ud800',
      'x'.repeat(10_000),
      'a '.repeat(5000),
      '"'.repeat(9999),
      '%_\\',
      'quay"',
      '１２',
      'ﷺ',
      '\u0301',
    ])
      expect((await store.search(query({ terms: termsOf(q) }), PAGE)).items.length).toBeLessThanOrEqual(1)
    for (const q of ['near', 'NEAR', 'or', 'not*', '"quay"', '“quay”', 'quay"', 'OR not'])
      expect([q, await textsOf(store, q)]).toEqual([q, ['NEAR the “quay” OR not*']])
    for (const sort of ['new', 'best'] as const)
      expect(await textsOf(store, 'quay near', { sort })).toHaveLength(1)
    for (const words of ['"', '*', 'a:b', '\0', '🚢', 'x'.repeat(10_000), 'NEAR(']) {
      await store.speakersNamed(words, 5)
      await store.publishersNamed(words, 5)
      await store.statistics(
        { ...anyStatistic, q: words, speaker: [words], place: [words], unit: [words], measure: [words] },
        PAGE,
      )
    }
  })

  testOn(make, 'words follow when a quote, a name or an alias changes', async (store) => {
    const { speaker, article } = world()
    const ana = speaker('Ana Vidal')
    const { changes, quotes } = article({ quotes: [{ text: 'old words', speaker: ana }] })
    const [quote] = quotes
    if (quote === undefined) throw new TypeError('the article has one quote')
    await store.commit([put('speaker', ana), ...changes], author())
    await store.commit(
      [
        put('quote', { ...quote, text: 'new words', version: 2 }),
        put('speaker', { ...ana, name: 'Berta Vidal', version: 2 }),
      ],
      author(),
    )
    expect(await textsOf(store, 'old')).toEqual([])
    expect(await textsOf(store, 'ana')).toEqual([])
    expect(await textsOf(store, 'new berta')).toEqual(['new words'])
    await store.commit(
      [put('quote', { ...quote, text: 'new words', status: 'withdrawn', version: 3 })],
      author(),
    )
    expect(await textsOf(store, 'berta')).toEqual([])
  })
}
