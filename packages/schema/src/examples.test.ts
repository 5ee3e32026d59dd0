import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { check, checkHashes, type Kept } from './index.ts'
import { examples } from './examples.ts'
import { batchKey } from './examples/batch.ts'
import { published } from './published.ts'
import { lookupIn } from './testing/lookup.ts'
import { sortedJson } from './testing/sorted-json.ts'

const names = Object.keys(published).filter((name) => name in examples)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

test('each published schema has an example', () => {
  expect(Object.keys(examples).toSorted()).toEqual(Object.keys(published).toSorted())
  expect(names.length).toBe(Object.keys(examples).length)
})

const each = Object.entries(published).flatMap(([name, schema]) =>
  Object.entries(examples)
    .filter(([of]) => of === name)
    .flatMap(([, list]) => list.map((example, place) => [`${name} ${place + 1}`, schema, example] as const)),
)

test.each(each)('%s parses, and is the same after a round trip', (_, schema, example) => {
  const parsed = schema.parse(example)
  expect(parsed).toEqual(example)
  const again = schema.parse(JSON.parse(JSON.stringify(parsed)))
  expect(again).toEqual(example)
  expect(sortedJson(again)).toBe(sortedJson(example))
})

const kept: Kept[] = [
  ...examples.source.map((data) => ({ kind: 'source' as const, data })),
  ...examples.revision.map((data) => ({ kind: 'revision' as const, data })),
  ...examples.speaker.map((data) => ({ kind: 'speaker' as const, data })),
  ...examples.citation.map((data) => ({ kind: 'citation' as const, data })),
  ...examples.occurrence.map((data) => ({ kind: 'occurrence' as const, data })),
  ...examples.quote.map((data) => ({ kind: 'quote' as const, data })),
  ...examples.statistic.map((data) => ({ kind: 'statistic' as const, data })),
  ...examples.decision.map((data) => ({ kind: 'decision' as const, data })),
  ...examples.judgement.map((data) => ({ kind: 'judgement' as const, data })),
]

test.each(kept.map((record) => [record.data.id, record] as const))('%s has no fault', async (_, record) => {
  expect(await check(record, lookupIn(kept, examples.auditEntry))).toEqual([])
})

test('the hashes of the examples are true', async () => {
  for (const revision of examples.revision) expect(await checkHashes(revision, sha256)).toEqual([])
  for (const { sourceKey, revision, extractor } of examples.batch) {
    const { name, version } = extractor
    expect(sha256([sourceKey, revision.fingerprint, name, version].join('\n'))).toBe(batchKey)
  }
})

test('a view says what its records say', () => {
  for (const [place, view] of examples.quoteView.entries()) {
    expect(view.text).toBe(examples.quote[place]?.text)
    for (const { context, parts } of view.occurrences) {
      for (const { start, end, exact } of parts) {
        expect(context.text.slice(start - context.start, end - context.start)).toBe(exact)
      }
    }
  }
  for (const { sentence, mark, surface } of examples.statisticView) {
    expect(sentence.slice(mark.start, mark.end)).toBe(surface)
  }
  for (const { text, marks, speaker, speakerMarks } of examples.searchPage.flatMap(({ items }) => items)) {
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['fares'])
    expect(speakerMarks.map(({ start, end }) => speaker?.name.slice(start, end))).toEqual(['Vidal'])
  }
})
