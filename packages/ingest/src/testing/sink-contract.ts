import { DomainError } from '@onrecord/core'
import { carry, extract, extractor } from '@onrecord/extract'
import type { Batch, KnownSource } from '@onrecord/schema'
import { describe, expect, test } from 'vitest'
import { batchOf, identify } from '../batch.ts'
import type { Fetched } from '../document.ts'
import { bareDocument } from '../loaders/text.ts'
import type { Sink } from '../sink.ts'

const first =
  'The harbour board agreed on Friday to raise fares by 4%. “Nobody likes it,” said Ana Vidal Roche, the harbour minister.'
const second = `${first}\n\nTomas Brekke, of the union, said: “We read it in the paper.”`

/** A batch as `ingest` would send it, of an invented text. `version` is the extractor's. */
export function sampleBatch(
  text: string = first,
  {
    id = 'ferry',
    version = extractor.version,
    known = null,
  }: { id?: string; version?: string; known?: KnownSource | null } = {},
): Batch {
  const fetched: Fetched = {
    name: `${id}.txt`,
    id,
    path: `${id}.txt`,
    ending: 'txt',
    bytes: new TextEncoder().encode(text),
    contentType: null,
    method: 'upload',
    requestedUrl: null,
    finalUrl: null,
    httpStatus: null,
    firstLine: 1,
  }
  const identified = identify(bareDocument(text, { name: 'text', version: '1' }), fetched, undefined)
  return batchOf(identified, {
    extraction: extract(text),
    extractor: { ...extractor, version },
    carried: known === null ? [] : carry(known, text),
    at: '2031-03-14T09:00:00.000Z',
  })
}

/**
 * What every sink does, whether it reaches a store in this process or over HTTP. `make` gives a sink over an empty
 * store; `close` ends what it started.
 */
export function sinkContract(
  name: string,
  make: () => Promise<{ sink: Sink; close: () => Promise<void> }>,
): void {
  const withSink = async (use: (sink: Sink) => Promise<void>): Promise<void> => {
    const { sink, close } = await make()
    try {
      await use(sink)
    } finally {
      await close()
    }
  }

  describe(`sink: ${name}`, () => {
    test('a source nobody put is not known', () =>
      withSink(async (sink) => {
        expect(await sink.known({ key: 'id:nobody', fingerprint: null })).toBeNull()
      }))

    test('what was put is known by its key, with its text and where its marks stand', () =>
      withSink(async (sink) => {
        const batch = sampleBatch()
        const receipt = await sink.put(batch)
        expect(receipt).toMatchObject({ outcome: 'stored', revision: 1 })
        const known = await sink.known({ key: batch.sourceKey, fingerprint: null })
        expect(known).toMatchObject({
          sourceId: receipt.sourceId,
          revisionId: receipt.revisionId,
          fingerprint: batch.revision.fingerprint,
          extractor: batch.extractor,
          text: first,
        })
        const anchors = known?.marks.flatMap(({ parts }) => parts) ?? []
        expect(anchors.map(({ start, end }) => first.slice(start, end))).toEqual(
          anchors.map(({ exact }) => exact),
        )
        expect(known?.marks.length).toBe(receipt.quotes + receipt.statistics)
      }))

    test('the same batch again is a duplicate and stores nothing', () =>
      withSink(async (sink) => {
        const batch = sampleBatch()
        const stored = await sink.put(batch)
        const known = await sink.known({ key: batch.sourceKey, fingerprint: null })
        const again = await sink.put({ ...batch, at: '2031-03-15T09:00:00.000Z' })
        expect(again).toEqual({ ...stored, outcome: 'duplicate', quotes: 0, statistics: 0, speakers: 0 })
        expect(await sink.known({ key: batch.sourceKey, fingerprint: null })).toEqual(known)
      }))

    test('a changed text is a new revision of the same source', () =>
      withSink(async (sink) => {
        const stored = await sink.put(sampleBatch())
        const known = await sink.known({ key: 'path:ferry.txt', fingerprint: null })
        const batch = sampleBatch(second, { known })
        const next = await sink.put(batch)
        expect(next).toMatchObject({ outcome: 'stored', sourceId: stored.sourceId, revision: 2 })
        expect(await sink.known({ key: batch.sourceKey, fingerprint: null })).toMatchObject({
          revisionId: next.revisionId,
          text: second,
        })
      }))

    test('the same text read by a newer extractor makes no new revision', () =>
      withSink(async (sink) => {
        const stored = await sink.put(sampleBatch())
        const known = await sink.known({ key: 'path:ferry.txt', fingerprint: null })
        const batch = sampleBatch(first, { version: `${extractor.version}-next`, known })
        expect(await sink.put(batch)).toMatchObject({ revisionId: stored.revisionId, revision: 1 })
      }))

    test('a copy under another name is the source known already, and put it is a duplicate', () =>
      withSink(async (sink) => {
        const stored = await sink.put(sampleBatch())
        const copy = sampleBatch(first, { id: 'copy' })
        const { fingerprint } = copy.revision
        expect(await sink.known({ key: copy.sourceKey, fingerprint })).toMatchObject({
          sourceId: stored.sourceId,
        })
        expect(await sink.known({ key: copy.sourceKey, fingerprint: null })).toBeNull()
        expect(await sink.known({ key: 'url:https://other.example/ferry', fingerprint })).toBeNull()
        expect(await sink.put(copy)).toMatchObject({ outcome: 'duplicate', sourceId: stored.sourceId })
      }))

    test('two sources are apart', () =>
      withSink(async (sink) => {
        const one = await sink.put(sampleBatch())
        const other = await sink.put(sampleBatch(second, { id: 'bridge' }))
        expect(other.sourceId).not.toBe(one.sourceId)
        expect(await sink.known({ key: 'path:ferry.txt', fingerprint: null })).toMatchObject({ text: first })
      }))

    test('a batch whose digest is not that of its text is refused by code, and nothing of it is stored', () =>
      withSink(async (sink) => {
        const batch = sampleBatch()
        const wrong = { ...batch, revision: { ...batch.revision, text: second } }
        const error = await sink.put(wrong).catch((error: unknown) => error)
        expect(error).toBeInstanceOf(DomainError)
        expect(error).toMatchObject({ code: 'invalid' })
        expect(await sink.known({ key: batch.sourceKey, fingerprint: null })).toBeNull()
      }))
  })
}
