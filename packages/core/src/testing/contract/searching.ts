import { expect } from 'vitest'
import type { PartialDate } from '@onrecord/schema'
import { termsOf } from '../../query-words.ts'
import { author, put, query, world } from '../world.ts'
import { PAGE, testOn, textsOf } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** What is found, what is marked, and in which order. */
export function searchContract(make: MakeStore): void {
  testOn(make, 'names are found without their marks, in quotes and among speakers', async (store) => {
    const { speaker, article } = world()
    const names = [
      'Lech Wałęsa',
      'Søren Ågård',
      'Đặng Hoa',
      'Kurt Straße',
      'Mary O’Brien',
      'Jean-Luc Petit',
      'Владимир Путин',
      'Ana Müller',
    ]
    const speakers = names.map((name) => speaker(name))
    const { changes } = article({
      quotes: speakers.map((by, index) => ({ text: `line ${index} of them`, speaker: by })),
    })
    const mentions = article({ quotes: names.map((name) => ({ text: `I met ${name} there` })) })
    await store.commit(
      [...speakers.map((next) => put('speaker', next)), ...changes, ...mentions.changes],
      author(),
    )
    const typed = {
      walesa: 0,
      soren: 1,
      soeren: 1,
      dang: 2,
      strasse: 3,
      obrien: 4,
      "o'brien": 4,
      'jean luc': 5,
      'jean-luc': 5,
      putin: 6,
      Путин: 6,
      muller: 7,
      mueller: 7,
      Wałęsa: 0,
      straß: 3,
    }
    for (const [words, index] of Object.entries(typed)) {
      const name = names[index] ?? ''
      const quotes = await textsOf(store, words)
      const named = (await store.speakersNamed(words, 5)).map((card) => card.name)
      expect({ words, quotes, named }).toEqual({
        words,
        quotes: [`I met ${name} there`, `line ${index} of them`],
        named: [name],
      })
    }
  })

  testOn(
    make,
    'words are found in the text and in the names of the speaker, all of them needed',
    async (store) => {
      const { speaker, article, judgement } = world()
      const ana = speaker('Ana Vidal Roche', {
        aliases: [{ text: 'Nanette', kind: 'pen', language: null, from: null, to: null, rank: 'normal' }],
      })
      const short = speaker('A. Vidal')
      const tomas = speaker('Tomas Brekke')
      const { changes } = article({
        quotes: [
          { text: 'the ferry fares stay', speaker: ana },
          { text: 'fares and ferries', speaker: tomas },
          { text: 'Roche is wrong on the ferry', speaker: tomas },
          { text: 'no boats today', speaker: short },
          { text: 'nobody knows' },
        ],
      })
      await store.commit(
        [
          put('speaker', ana),
          put('speaker', short),
          put('speaker', tomas),
          ...changes,
          put('judgement', judgement(ana.id, short.id)),
        ],
        author(),
      )
      expect(await textsOf(store, 'roche')).toEqual([
        'the ferry fares stay',
        'Roche is wrong on the ferry',
        'no boats today',
      ])
      expect(await textsOf(store, 'roche fares')).toEqual(['the ferry fares stay'])
      expect(await textsOf(store, 'vidal ana')).toEqual(['the ferry fares stay', 'no boats today'])
      expect(await textsOf(store, 'nanette')).toEqual(['the ferry fares stay', 'no boats today'])
      expect(await textsOf(store, 'ferr')).toEqual([
        'the ferry fares stay',
        'fares and ferries',
        'Roche is wrong on the ferry',
      ])
      expect(await textsOf(store, 'ferr fares')).toEqual([])
      expect(await textsOf(store, '"ferry fares"')).toEqual(['the ferry fares stay'])
      expect(await textsOf(store, '"fares ferry"')).toEqual([])
      expect(await textsOf(store, '"Ana Vidal"')).toEqual(['the ferry fares stay', 'no boats today'])
      expect(await textsOf(store, '"stay Ana"')).toEqual([])
      expect(await textsOf(store, 'ferry -roche')).toEqual([])
      expect(await textsOf(store, '-roche fares')).toEqual(['fares and ferries'])
      expect(await textsOf(store, '-"ferry fares" fares')).toEqual(['fares and ferries'])
      expect(await textsOf(store, 'zebra')).toEqual([])
    },
  )

  testOn(
    make,
    'found words are marked in the original characters of the text and of the shown name',
    async (store) => {
      const { speaker, article } = world()
      const by = speaker('Mary O’Brien')
      const { changes } = article({
        quotes: [{ text: '🚢 The Straße ferry, the FERRY and O’Brien’s ferryman', speaker: by }],
      })
      await store.commit([put('speaker', by), ...changes], author())
      const marked = async (q: string) => {
        const [hit] = (await store.search(query({ terms: termsOf(q) }), PAGE)).items
        return [
          hit?.marks.map(({ start, end }) => hit.text.slice(start, end)),
          hit?.speakerMarks.map(({ start, end }) => hit.speaker?.name.slice(start, end)),
        ]
      }
      expect(await marked('ferry')).toEqual([['ferry', 'FERRY', 'ferry'], []])
      expect(await marked('strasse "the ferry"')).toEqual([['Straße', 'the FERRY'], []])
      expect(await marked('obrien')).toEqual([['O’Brien’s'.slice(0, 7)], ['O’Brien']])
      expect(await marked('-zebra the')).toEqual([['The', 'the'], []])
      expect(await marked('')).toEqual([[], []])
    },
  )

  testOn(make, 'filters by speaker, source, kind, status and date narrow together', async (store) => {
    const { speaker, article } = world()
    const [ana, tomas] = [speaker('Ana Vidal'), speaker('Tomas Brekke')]
    const gazette = article({
      publisher: 'The Harbour Gazette',
      publishedAt: '2031-03-12',
      quotes: [
        { text: 'g direct', speaker: ana },
        { text: 'g mixed', speaker: tomas, kind: 'mixed', status: 'verified' },
        { text: 'g term', kind: 'term' },
        { text: 'g rejected', speaker: ana, status: 'rejected' },
        { text: 'g withdrawn', status: 'withdrawn' },
        { text: 'g old', speaker: ana, saidAt: '2019', status: 'disputed' },
      ],
    })
    const wire = article({
      publisher: 'Coast Wire',
      publishedAt: '2031-02',
      quotes: [{ text: 'w indirect', speaker: ana, kind: 'indirect' }],
    })
    const loose = article({ quotes: [{ text: 'l direct', speaker: tomas }] })
    await store.commit(
      [put('speaker', ana), put('speaker', tomas), ...gazette.changes, ...wire.changes, ...loose.changes],
      author(),
    )
    expect(await textsOf(store, '')).toEqual(['g direct', 'g mixed', 'w indirect', 'g old', 'l direct'])
    expect(await textsOf(store, '', { speakers: [ana.id] })).toEqual(['g direct', 'w indirect', 'g old'])
    expect(await textsOf(store, '', { speakers: [ana.id, tomas.id] })).toEqual([
      'g direct',
      'g mixed',
      'w indirect',
      'g old',
      'l direct',
    ])
    expect(await textsOf(store, '', { sources: ['coast-wire', loose.source.id] })).toEqual([
      'w indirect',
      'l direct',
    ])
    expect(await textsOf(store, '', { sources: [gazette.source.id], speakers: [tomas.id] })).toEqual([
      'g mixed',
    ])
    expect(await textsOf(store, '', { kind: ['term', 'mixed'] })).toEqual(['g mixed', 'g term'])
    expect(await textsOf(store, '', { status: ['verified', 'disputed'] })).toEqual(['g mixed', 'g old'])
    expect(await textsOf(store, '', { status: ['rejected', 'withdrawn'] })).toEqual([
      'g rejected',
      'g withdrawn',
    ])
    expect(await textsOf(store, 'direct', { sources: ['the-harbour-gazette'] })).toEqual(['g direct'])
    const dated = (from: PartialDate | null, to: PartialDate | null) => textsOf(store, '', { from, to })
    expect(await dated('2031', null)).toEqual(['g direct', 'g mixed', 'w indirect'])
    expect(await dated('2031', '2031-02')).toEqual(['w indirect'])
    expect(await dated(null, '2031-03-11')).toEqual(['w indirect', 'g old'])
    expect(await dated('2031-03-12', '2031-03-12')).toEqual(['g direct', 'g mixed'])
    expect(await dated('2019', '2019')).toEqual(['g old'])
    expect(await dated('2032', null)).toEqual([])
    const { total } = await store.search(query(), { limit: 2, cursor: null })
    expect(total).toEqual({ count: 5, exact: true })
  })

  testOn(make, 'newest first, undated last, and within a source by place in the text', async (store) => {
    const { article } = world()
    const dates = [null, '2030', '2030-06', '2030-06-02', '2030-06-02T23:00:00.000Z', '2031-01-01']
    for (const publishedAt of dates)
      await store.commit(
        article({
          publishedAt,
          quotes: [
            { text: `${publishedAt} a` },
            { text: `${publishedAt} b` },
            { text: `${publishedAt} said`, saidAt: '2029' },
          ],
        }).changes,
        author(),
      )
    const found = await textsOf(store, '')
    const days = found.map((text) =>
      text.endsWith('said')
        ? '2029-01-01'
        : text.startsWith('null')
          ? ''
          : text
              .split(' ')[0]
              ?.slice(0, 10)
              .padEnd(10, '-01-01'.slice(text.startsWith('2030-06 ') ? 3 : 0)),
    )
    expect(days).toEqual(days.toSorted((a, b) => ((a ?? '') > (b ?? '') ? -1 : 1)))
    expect(days).toHaveLength(18)
    for (const publishedAt of dates)
      expect(found.indexOf(`${publishedAt} a`) + 1).toBe(found.indexOf(`${publishedAt} b`))
    expect((await textsOf(store, '', { sort: 'best' })).toSorted()).toEqual(found.toSorted())
  })
}
