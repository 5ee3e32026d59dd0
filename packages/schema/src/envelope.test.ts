import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { envelopeFor, readEnvelope } from './envelope.ts'
import { examples } from './examples.ts'
import type { Migration } from './migrations.ts'
import { SCHEMA_VERSION } from './records.ts'

const samples = join(import.meta.dirname, '..', 'samples')
const [speaker] = examples.speaker
const envelope = envelopeFor({ kind: 'speaker', data: speaker })

describe('samples of every version', async () => {
  const files = await readdir(samples)

  test('the present version has one', () => expect(files).toContain(`${SCHEMA_VERSION}.jsonl`))

  test.each(files)('%s is still read, line for line', async (file) => {
    const lines = (await readFile(join(samples, file), 'utf8')).trimEnd().split('\n')
    const readings = lines.map((line) => readEnvelope(JSON.parse(line)))
    expect(readings.filter(({ state }) => state !== 'read')).toEqual([])
    expect(new Set(readings.map((reading) => 'kind' in reading && reading.kind)).size).toBe(11)
  })
})

test('an envelope of this version is read, whatever stands beside it', () => {
  expect(readEnvelope({ ...envelope, next: null })).toEqual({ state: 'read', kind: 'speaker', data: speaker })
})

test('a newer major version is refused with what to do', () => {
  expect(readEnvelope({ ...envelope, schemaVersion: '2.0.0' })).toEqual({
    state: 'refused',
    code: 'newerMajor',
    message: `this is version 2.0.0, and ${SCHEMA_VERSION} is known here: update`,
  })
})

test('a newer minor version is read where it is understood and kept as it came where not', () => {
  const same = { ...envelope, schemaVersion: '1.7.0' }
  expect(readEnvelope(same)).toMatchObject({ state: 'read', kind: 'speaker' })
  const field = { ...same, data: { ...speaker, pronouns: null } }
  expect(readEnvelope(field)).toEqual({ state: 'kept', envelope: field })
  const kind = { ...same, kind: 'claimLink' }
  expect(readEnvelope(kind)).toEqual({ state: 'kept', envelope: kind })
})

test.each([
  ['no object', 7, 'notAnEnvelope'],
  ['no version', { kind: 'speaker', data: speaker }, 'notAnEnvelope'],
  ['a version that is none', { ...envelope, schemaVersion: '1' }, 'notAnEnvelope'],
  ['an unknown kind', { ...envelope, kind: 'claimLink' }, 'invalid'],
  ['a record that is broken', { ...envelope, data: { ...speaker, name: '' } }, 'invalid'],
  ['no record', { schemaVersion: SCHEMA_VERSION, kind: 'speaker' }, 'notAnEnvelope'],
])('%s is refused', (_, value, code) => {
  expect(readEnvelope(value)).toMatchObject({ state: 'refused', code })
})

test('an older major version is taken up step by step, in order', () => {
  const renamed: Migration = {
    from: 0,
    up: ({ kind, data }) => ({ kind: kind === 'person' ? 'speaker' : kind, data }),
  }
  const described: Migration = {
    from: 1,
    up: ({ kind, data }) => ({ kind, data: { ...Object(data), description: 'taken up' } }),
  }
  const old = { schemaVersion: '0.9.0', kind: 'person', data: { ...speaker, description: undefined } }
  expect(readEnvelope(old, { current: '2.0.0', migrations: [described, renamed] })).toEqual({
    state: 'read',
    kind: 'speaker',
    data: { ...speaker, description: 'taken up' },
  })
  expect(readEnvelope(old, { current: '1.0.0', migrations: [described, renamed] })).toMatchObject({
    state: 'refused',
    code: 'invalid',
  })
})
