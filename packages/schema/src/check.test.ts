import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Kept } from './check/fault.ts'
import { check } from './check/record.ts'
import { checkHashes, fingerprintText } from './check/revision.ts'
import { ids } from './examples/article.ts'
import { examples } from './examples.ts'
import type { Records } from './records.ts'
import { type Among, faultCases } from './testing/fault-case.ts'
import { first } from './testing/first.ts'
import { lookupIn } from './testing/lookup.ts'

const source = first(examples.source)
const revision = first(examples.revision)
const quote = first(examples.quote)
const passengers = first(examples.statistic.slice(1))
const decision = first(examples.decision)
const again: Records['revision'] = {
  ...revision,
  id: ids.revision(2),
  ordinal: 2,
  previousId: revision.id,
  change: 'same',
}

const kept = (): Kept[] => [
  { kind: 'source', data: source },
  { kind: 'revision', data: revision },
  ...examples.speaker.map((data) => ({ kind: 'speaker' as const, data })),
  ...examples.citation.map((data) => ({ kind: 'citation' as const, data })),
  ...examples.occurrence.map((data) => ({ kind: 'occurrence' as const, data })),
  ...examples.quote.map((data) => ({ kind: 'quote' as const, data })),
  ...examples.statistic.map((data) => ({ kind: 'statistic' as const, data })),
  { kind: 'decision', data: decision },
]

/** Faults of a record that stands in place of the one of its id, among the examples. */
async function faultsOf(record: Kept, { others = [], audit = examples.auditEntry }: Among = {}) {
  const replaced = [record, ...others]
  const rest = kept().filter(({ data }) => !replaced.some((other) => other.data.id === data.id))
  const faults = await check(record, lookupIn([...rest, ...replaced], audit))
  return faults.map(({ code, path }) => `${code} ${path}`)
}

test.each(faultCases)('$code: $what', async ({ code, path, record, among }) => {
  expect(await faultsOf(record, among)).toContain(`${code} ${path}`)
})

test('a later revision, one with the same text and one edited, has no fault', async () => {
  expect(await faultsOf({ kind: 'revision', data: again })).toEqual([])
  const edited = { ...again, change: 'edited' as const, textSha256: '0'.repeat(64) }
  expect(await faultsOf({ kind: 'revision', data: edited })).toEqual([])
})

test('a decision to edit lets a figure have another asserter than its quote', async () => {
  const edit: Kept = {
    kind: 'decision',
    data: { ...decision, id: ids.decision(2), target: passengers.id, verdict: 'edit' },
  }
  const data = { ...passengers, assertedBy: ids.speaker(1) }
  expect(await faultsOf({ kind: 'statistic', data }, { others: [edit] })).toEqual([])
})

test('a reason in the audit lets a value be deprecated', async () => {
  const audit = examples.auditEntry.map((entry) => ({
    ...entry,
    reason: 'said again, better',
    patch: [...entry.patch, { op: 'replace' as const, path: '/rank', old: 'normal', value: 'deprecated' }],
  }))
  expect(await faultsOf({ kind: 'quote', data: { ...quote, rank: 'deprecated' } }, { audit })).toEqual([])
})

test('another digest of the text or of its folded form is a fault', async () => {
  const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
  expect(await checkHashes(revision, digest)).toEqual([])
  const codes = async (changes: object) =>
    (await checkHashes({ ...revision, ...changes }, digest)).map(({ path }) => path)
  expect(await codes({ textSha256: '0'.repeat(64) })).toEqual(['/textSha256'])
  expect(await codes({ fingerprint: '0'.repeat(64) })).toEqual(['/fingerprint'])
  expect(await codes({ text: `${revision.text} ` })).toEqual(['/textSha256'])
})

test('a fingerprint does not see how letters are composed or how wide a gap is', () => {
  expect(fingerprintText(' e\u0301\n\n\tx\u00a0y ')).toBe('é x y')
})
