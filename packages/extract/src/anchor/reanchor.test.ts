import { readFileSync } from 'node:fs'
import { anchorAt } from '@onrecord/schema'
import type { Anchor } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { carry } from './carry.ts'
import { reanchor } from './reanchor.ts'
import type { Reanchored } from './reanchor.ts'

const seeds = new URL('../../../../seeds/', import.meta.url)
type Span = { start: number; end: number }
type Gold = {
  quotes: Record<string, { key: string; content: Span[]; paraphrase: Span[] }[]>
  statistics: { key: string; span: Span }[]
  reanchor: Record<
    'quotes' | 'statistics',
    Record<string, { outcome: 'same' | 'moved' | 'changed' | 'gone'; to: string | null }>
  >
}

function read(name: string): { text: string; gold: Gold } {
  const gold: Gold = JSON.parse(readFileSync(new URL(`${name}.gold.json`, seeds), 'utf8'))
  return { text: readFileSync(new URL(`${name}.txt`, seeds), 'utf8'), gold }
}

function anchors(text: string, spans: readonly Span[]): Anchor[] {
  return spans.toSorted((a, b) => a.start - b.start).map((span) => anchorAt(text, span))
}

function spansOf({ quotes, statistics }: Gold, key: string): Span[] {
  const quote = Object.values(quotes)
    .flat()
    .find((quote) => quote.key === key)
  if (quote !== undefined) return [...quote.content, ...quote.paraphrase]
  return statistics.filter((statistic) => statistic.key === key).map(({ span }) => span)
}

function placesOf(result: Reanchored): Anchor[] {
  if (result.state === 'gone') return []
  return result.state === 'changed' ? result.nearest : result.parts
}

test('every entry of the gold goes where people say it went', () => {
  const old = read('fiction-4')
  const amended = read('fiction-5')
  const { quotes, statistics } = amended.gold.reanchor
  const entries = Object.entries({ ...quotes, ...statistics })
  const wrong = entries.flatMap(([key, { outcome, to }]) => {
    const result = reanchor(anchors(old.text, spansOf(old.gold, key)), old.text, amended.text)
    const state = outcome === 'same' ? 'attached' : outcome
    const places = to === null ? [] : anchors(amended.text, spansOf(amended.gold, to))
    const isExact =
      JSON.stringify(placesOf(result).map(({ start, end }) => [start, end])) ===
      JSON.stringify(places.map(({ start, end }) => [start, end]))
    return result.state === state && isExact
      ? []
      : [
          {
            key,
            expected: state,
            got: result.state,
            words: placesOf(result).map(({ exact }) => exact),
            gold: places.map(({ exact }) => exact),
          },
        ]
  })
  console.log(`re-anchoring, gold of fiction-5: ${entries.length - wrong.length} of ${entries.length} right`)
  expect(wrong).toEqual([])
})

const article = [
  'Ferry fares to rise, harbour board says',
  'The board said fares would rise by 4% in May. “Nobody likes it,” said Ana Vidal Roche, the harbour minister.',
  'Tomas Brekke, of the operators’ union, said crews had not been asked. “We read it in the paper,” he said.',
  'The board meets again on Friday.',
].join('\n\n')

function anchorOf(text: string, words: string, from = 0): Anchor {
  const start = text.indexOf(words, from)
  return anchorAt(text, { start, end: start + words.length })
}

function move(words: string, next: string): Reanchored {
  return reanchor([anchorOf(article, words)], article, next)
}

test('words that stay are attached, wherever the text before them grew', () => {
  const next = `Updated at noon 🌾\n\n${article}`
  const result = move('We read it in the paper', next)
  expect(result).toEqual({ state: 'attached', parts: [anchorOf(next, 'We read it in the paper')] })
})

test('a paragraph that moved takes its words along', () => {
  const [title, board, union, meets] = article.split('\n\n')
  const next = [title, union, board, meets].join('\n\n')
  expect([move('Nobody likes it', next).state, move('We read it in the paper', next).state].sort()).toEqual([
    'attached',
    'moved',
  ])
})

test('a changed figure is for a person, with the nearest words and how they differ', () => {
  const next = article.replace('4%', '6%')
  expect(move('4%', next)).toEqual({
    state: 'changed',
    nearest: [anchorOf(next, '6%')],
    differences: [
      { op: 'delete', text: '4' },
      { op: 'insert', text: '6' },
      { op: 'equal', text: '%' },
    ],
  })
  expect(move('fares would rise by 4% in May', next).state).toBe('changed')
})

test('words that now stand twice with other neighbours are for a person', () => {
  const next = article
    .replace('The board meets again on Friday.', '“Nobody likes it,” said the mayor.')
    .replace('in May. “Nobody likes it,” said Ana Vidal Roche,', 'next spring. “Nobody likes it,” added')
  expect(move('Nobody likes it', next).state).toBe('changed')
})

test('words that stand twice are followed where eight tokens on each side agree', () => {
  const twice = `${article}\n\nThe union said much the same on the radio later that day: nobody had told the crews a thing, and the crews said so, all of them.`
  const repeated = anchorOf(twice, 'crews', twice.indexOf('and the crews') - 1)
  const next = `One more line.\n\n${twice}`
  expect(reanchor([repeated], twice, next)).toMatchObject({
    state: 'attached',
    parts: [{ start: repeated.start + 'One more line.\n\n'.length }],
  })
})

test('words that stand only in a note about the earlier version are gone', () => {
  const next = `${article.replace(/\n\nTomas[^\n]*/u, '')}\n\nCorrection: an earlier version of this article quoted Tomas Brekke as saying “We read it in the paper”.`
  expect(move('We read it in the paper', next)).toEqual({ state: 'gone' })
})

test('a cut quote is gone', () => {
  expect(move('Nobody likes it', article.replace('“Nobody likes it,” said', 'So said'))).toEqual({
    state: 'gone',
  })
})

test('an anchor that does not fit its own text is gone', () => {
  expect(reanchor([{ start: 0, end: 3, exact: 'Zzz', prefix: '', suffix: '' }], article, article)).toEqual({
    state: 'gone',
  })
  expect(reanchor([], article, article)).toEqual({ state: 'gone' })
})

test('a quote in two parts stays in two parts, and one changed part is enough for a person', () => {
  const parts = [anchorOf(article, 'fares would rise'), anchorOf(article, 'Nobody likes it')]
  expect(reanchor(parts, article, `New. ${article}`)).toMatchObject({
    state: 'attached',
    parts: [{ exact: 'fares would rise' }, { exact: 'Nobody likes it' }],
  })
  expect(reanchor(parts, article, article.replace('fares would rise', 'fares will fall')).state).toBe(
    'changed',
  )
})

const pieces = fc.constantFrom(
  'the',
  'ferry',
  '4%',
  '6%',
  '“',
  '”',
  ',',
  '.',
  '\n',
  '\n\n',
  ' ',
  '🌾',
  '\ud83c',
  '1,200',
  'said',
  'Ana',
  'é',
  '\u0000',
)
const texts = fc
  .array(pieces, { maxLength: 60 })
  .map((list) => list.join(fc.sample(fc.constantFrom('', ' '), 1)[0]))

test('whatever the texts: nothing is thrown, every anchor slices to its words, and words kept are the old words', () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(), fc.nat(), (from, to, a, b) => {
      if (from.length === 0) return
      const start = Math.min(a % from.length, b % from.length)
      const end = Math.max(a % from.length, b % from.length) + 1
      const part = { start, end, exact: from.slice(start, end), prefix: '', suffix: '' }
      const result = reanchor([part], from, to)
      expect(placesOf(result).map(({ start, end }) => to.slice(start, end))).toEqual(
        placesOf(result).map(({ exact }) => exact),
      )
      const kept = result.state === 'attached' || result.state === 'moved' ? result.parts : [part]
      expect(kept.map(({ exact }) => exact.replace(/\s+/gu, ''))).toEqual([part.exact.replace(/\s+/gu, '')])
    }),
    { numRuns: 2000 },
  )
})

test('in an unaltered text every span of words is attached where it stands', () => {
  const words = [...article.matchAll(/[\p{L}\p{N}%]+/gu)]
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.nat(6), (first, length) => {
      const start = words[first]?.index ?? 0
      const last = words[Math.min(words.length - 1, first + length)]
      const part = anchorAt(article, { start, end: (last?.index ?? 0) + (last?.[0].length ?? 0) })
      expect(reanchor([part], article, article)).toEqual({ state: 'attached', parts: [part] })
    }),
  )
})

test('all marks of a source are carried over a million characters', () => {
  const line = (index: number) =>
    `Witness ${index} told the inquiry that the crossing took ${index * 7} minutes on the day in question.`
  const old = Array.from({ length: 12_000 }, (_, index) => line(index)).join('\n\n')
  const next = old
    .replace('Witness 5000 told', 'Yesterday witness 5000 told')
    .replace('took 63 minutes', 'took 64 minutes')
  const marks = [9, 4000, 5000].map((index) => ({
    id: `quo_0000000000000000000000000${index % 8}` as const,
    parts: [anchorOf(old, `the crossing took ${index * 7} minutes`)],
  }))
  expect(carry({ text: old, marks }, next).map(({ state }) => state)).toEqual([
    'changed',
    'attached',
    'attached',
  ])
})
