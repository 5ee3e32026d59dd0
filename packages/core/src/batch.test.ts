import { Batch, records } from '@onrecord/schema'
import type { Carried } from '@onrecord/schema'
import { expect, test } from 'vitest'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { batchOf } from './testing/batch.ts'
import { expectCode } from './testing/contract/suite.ts'
import { ferry, reader, setUp } from './testing/ferry.ts'

const ingester: Actor = { kind: 'system', task: 'ingest' }
const PAGE = { limit: 100, cursor: null }

test('a batch becomes valid records: source, revision, speakers, occurrences, quotes, statistics, citations', async () => {
  const { store, put } = setUp()
  expect(Batch.safeParse(batchOf(ferry)).error).toBeUndefined()
  const receipt = await put(ferry)
  expect(receipt).toMatchObject({ outcome: 'stored', revision: 1, quotes: 4, statistics: 1, speakers: 4 })
  for await (const line of store.dump()) {
    if (line.kind === 'auditEntry' || line.kind === 'tombstone') continue
    expect([line.kind, records[line.kind].safeParse(line.data).error]).toEqual([line.kind, undefined])
  }
  const quotes = (await store.list('quote', {}, PAGE)).items
  expect(quotes.map(({ text }) => text)).toEqual([
    'The ferry fares will not rise this year,',
    'He told me ‘we are full’ and left,',
    'we are full',
    'the port was “safe',
  ])
  const [ana] = (await store.list('speaker', { slug: 'ana-vidal-roche' }, PAGE)).items
  const [port] = (await store.list('speaker', { slug: 'port-elden' }, PAGE)).items
  expect(ana?.affiliations).toMatchObject([
    { role: 'harbour minister', organization: 'Port Elden', organizationId: port?.id },
  ])
  expect(quotes[0]).toMatchObject({
    speakerId: ana?.id,
    role: { title: 'harbour minister', organizationId: port?.id },
    saidAt: null,
    status: 'unchecked',
  })
  const occurrences = (await store.list('occurrence', { revisionId: receipt.revisionId }, PAGE)).items
  const outer = occurrences.find(({ parts }) => parts[0]?.exact.startsWith('He told'))
  expect(occurrences.find(({ parts }) => parts[0]?.exact === 'we are full')?.nested).toBe(outer?.id)
  const [citation] = (await store.list('citation', { citingRevisionId: receipt.revisionId }, PAGE)).items
  expect(citation).toMatchObject({ text: 'fares report', issuerId: port?.id })
  expect((await store.list('statistic', {}, PAGE)).items).toMatchObject([
    { value: 4000, assertedBy: port?.id, measuredBy: { speakerId: port?.id, citationId: citation?.id } },
  ])
  expect((await store.list('speaker', { slug: 'nobody-asked' }, PAGE)).items).toEqual([])
})

test('a statistic inside a quote points at it and is asserted by its speaker', async () => {
  const { store, put } = setUp()
  await put({
    key: 'id:one',
    text: '“We saw 12 boats,” said Tomas Brekke.',
    quotes: [{ words: 'We saw 12 boats,', speaker: 'Tomas Brekke' }],
    statistics: [{ surface: '12', quote: 0 }],
  })
  const [quote] = (await store.list('quote', {}, PAGE)).items
  const [statistic] = (await store.list('statistic', { quoteId: quote?.id ?? 'quo_' }, PAGE)).items
  expect(statistic).toMatchObject({ assertedBy: quote?.speakerId, value: 12 })
})

test('only those who may put a batch, and only what fits itself is stored', async () => {
  const { store, services } = setUp()
  const batch = batchOf(ferry)
  await expectCode(services.batch.put(reader, batch), 'unauthenticated')
  await expectCode(services.batch.known(reader, { key: 'id:x', fingerprint: null }), 'unauthenticated')
  const [quote] = batch.extraction.quotes
  if (quote === undefined) throw new TypeError('the article has quotes')
  const faults: Record<string, Batch> = {
    'another text': { ...batch, revision: { ...batch.revision, text: `${batch.revision.text}!` } },
    'another fingerprint': { ...batch, revision: { ...batch.revision, fingerprint: 'a'.repeat(64) } },
    'another key': { ...batch, key: 'a'.repeat(64) },
    'a span behind the text': {
      ...batch,
      extraction: { ...batch.extraction, quotes: [{ ...quote, parts: [{ start: 0, end: 99_999 }] }] },
    },
    'a speaker not there': {
      ...batch,
      extraction: { ...batch.extraction, quotes: [{ ...quote, speaker: 99 }] },
    },
    'a figure that reads otherwise': {
      ...batch,
      extraction: {
        ...batch.extraction,
        statistics: batch.extraction.statistics.map((figure) => ({ ...figure, surface: '5,000' })),
      },
    },
    'another major schema': { ...batch, schemaVersion: '99.0.0' },
    'words carried elsewhere': {
      ...batch,
      carried: [
        {
          id: 'quo_00000000000000000000000001',
          state: 'moved',
          parts: [{ start: 0, end: 3, exact: 'xyz', prefix: '', suffix: '' }],
        },
      ],
    },
  }
  for (const fault of Object.values(faults)) await expectCode(services.batch.put(ingester, fault), 'invalid')
  const statistic = batch.extraction.statistics[0]
  if (statistic === undefined) throw new TypeError('the article has a statistic')
  await expectCode(
    services.batch.put(ingester, {
      ...batch,
      extraction: { ...batch.extraction, statistics: Array.from({ length: 20_001 }, () => statistic) },
    }),
    'tooLarge',
  )
  expect((await store.overview()).sources).toBe(0)
})

test('a batch sent twice, even at once, is stored once', async () => {
  const { store, put } = setUp()
  const receipts = await Promise.all([put(ferry), put(ferry), put(ferry)])
  expect(receipts.map(({ outcome }) => outcome).toSorted()).toEqual(['duplicate', 'duplicate', 'stored'])
  expect(new Set(receipts.map(({ revisionId }) => revisionId)).size).toBe(1)
  expect((await put({ ...ferry, capturedAt: '2031-04-01T00:00:00.000Z' })).outcome).toBe('duplicate')
  expect(await store.overview()).toMatchObject({ sources: 1, quotes: 4 })
})

test('a copy under another key is a duplicate, under another address a source of its own', async () => {
  const { store, put } = setUp()
  const first = await put(ferry)
  expect(await put({ ...ferry, key: 'path:copy.txt' })).toMatchObject({
    outcome: 'duplicate',
    sourceId: first.sourceId,
  })
  const newer = await put({ ...ferry, key: 'path:copy.txt', extractor: { name: 'onrecord', version: '2' } })
  expect(newer).toMatchObject({ sourceId: first.sourceId, revision: 1 })
  const printed = await put({ ...ferry, key: 'url:https://wire.example/ferry' })
  expect(printed).toMatchObject({ outcome: 'stored', revision: 1 })
  expect((await store.overview()).sources).toBe(2)
})

test('a receipt counts as quotes what pages do: no terms', async () => {
  const { store, put } = setUp()
  const receipt = await put({
    key: 'id:terms',
    text: '“We are full,” said Tomas Brekke of the “soft” cap.',
    quotes: [
      { words: 'We are full,', speaker: 'Tomas Brekke' },
      { words: 'soft', kind: 'term' },
    ],
  })
  expect(receipt.quotes).toBe(1)
  expect((await store.overview()).quotes).toBe(1)
})

test('many articles at once that name the same speaker are all stored, as one speaker', async () => {
  const { services, put } = setUp()
  const articles = Array.from({ length: 12 }, (_, index) => ({
    key: `id:article-${index}` as const,
    text: `“Number ${index},” said Ana Vidal.`,
    quotes: [{ words: `Number ${index},`, speaker: 'Ana Vidal' }],
  }))
  const receipts = await Promise.all(articles.map(put))
  expect(receipts.map(({ outcome }) => outcome)).toEqual(articles.map(() => 'stored'))
  const view = await services.speaker.get(reader, { slug: 'ana-vidal-12' })
  expect(view).toMatchObject({ slug: 'ana-vidal', quotes: 12 })
  expect(view.records).toHaveLength(12)
})

test('two quotes of the same words in the same place stay two when the text is read again', async () => {
  const { store, put } = setUp()
  const twice = {
    key: 'id:twice' as const,
    text: '“No,” said Ana Vidal and Tomas Brekke.',
    quotes: [
      { words: 'No,', speaker: 'Ana Vidal' },
      { words: 'No,', speaker: 'Tomas Brekke', within: 0 },
    ],
  }
  expect((await put(twice)).quotes).toBe(2)
  expect((await put({ ...twice, extractor: { name: 'onrecord', version: '2' } })).quotes).toBe(0)
  expect((await store.list('quote', {}, PAGE)).items.map(({ status }) => status)).toEqual([
    'unchecked',
    'unchecked',
  ])
})

test('an article in which nothing is found is stored once', async () => {
  const { put } = setUp()
  const nothing = { key: 'id:nothing', text: 'It rained.' } as const
  expect((await put(nothing)).outcome).toBe('stored')
  expect((await put(nothing)).outcome).toBe('duplicate')
})

test('a speaker of exactly the same name is judged the same openly, and told apart again by one judgement', async () => {
  const { store, services, put } = setUp()
  await put(ferry)
  const second = {
    key: 'id:second',
    text: '“No,” said Ana Vidal Roche of Port Elden. “Yes,” said Brekke.',
    quotes: [
      { words: 'No,', speaker: 'Ana Vidal Roche' },
      { words: 'Yes,', speaker: 'Brekke' },
    ],
  } as const
  await put(second)
  const view = await services.speaker.get(reader, { slug: 'ana-vidal-roche-2' })
  expect(view).toMatchObject({
    slug: 'ana-vidal-roche',
    quotes: 2,
    sources: 2,
    aliases: [{ text: 'Vidal Roche' }],
    records: [
      { reason: null, by: null },
      { slug: 'ana-vidal-roche-2', reason: 'identical name', by: 'ingest' },
    ],
  })
  const [judgement] = (await store.list('judgement', { member: view.id }, PAGE)).items
  if (judgement === undefined) throw new TypeError('there is a judgement')
  await store.commit(
    [
      {
        op: 'put',
        kind: 'judgement',
        next: { ...judgement, answer: 'different', kept: null, version: 2 },
        reason: null,
      },
    ],
    { permit: permit(ingester, 'speaker:judge'), key: null, cause: 'decision' },
  )
  expect((await services.speaker.get(reader, { slug: 'ana-vidal-roche-2' })).quotes).toBe(1)
  await put({ ...second, key: 'id:third', text: `${second.text} Again.` })
  expect((await services.speaker.get(reader, { slug: 'ana-vidal-roche-3' })).records).toHaveLength(1)
  expect((await services.speaker.get(reader, { slug: 'brekke-2' })).records).toHaveLength(1)
})

test('a changed article is a new revision: carried quotes gain an occurrence, new ones join, lost ones keep their place', async () => {
  const { store, services, put } = setUp()
  await put(ferry)
  const known = await services.batch.known(ingester, { key: 'id:ferry', fingerprint: null })
  const text = `Updated. ${ferry.text.replace('He told me ‘we are full’ and left,', 'He only nodded,')}`
  const carried = (known?.marks ?? []).flatMap(({ id, parts }): Carried[] => {
    const moved = parts.map((part) => ({
      ...part,
      start: text.indexOf(part.exact),
      end: text.indexOf(part.exact) + part.exact.length,
    }))
    if (moved.some(({ start }) => start === -1)) return [{ id, state: 'gone', parts: [] }]
    return [
      {
        id,
        state: 'moved',
        parts: moved.map((part) => ({
          ...part,
          prefix: text.slice(Math.max(0, part.start - 32), part.start),
          suffix: text.slice(part.end, part.end + 32),
        })),
      },
    ]
  })
  const [fares, , , safe] = ferry.quotes ?? []
  if (fares === undefined || safe === undefined) throw new TypeError('the article has quotes')
  const changed = {
    ...ferry,
    text,
    carried,
    quotes: [fares, { words: 'He only nodded,', speaker: 'Tomas Brekke' }, safe],
    title: 'Minister rules out rise (updated)',
  }
  const receipt = await put(changed)
  expect(receipt).toMatchObject({ outcome: 'stored', revision: 2, quotes: 1, statistics: 0, speakers: 0 })
  const quotes = (await store.list('quote', {}, PAGE)).items
  expect(
    quotes.map(({ text: words, occurrenceIds, version }) => [
      words.slice(0, 11),
      occurrenceIds.length,
      version,
    ]),
  ).toEqual([
    ['The ferry f', 2, 2],
    ['He told me ', 1, 1],
    ['we are full', 1, 1],
    ['the port wa', 2, 2],
    ['He only nod', 1, 1],
  ])
  const view = await services.source.get(reader, { id: receipt.sourceId, revision: null })
  expect(view).toMatchObject({
    title: 'Minister rules out rise (updated)',
    revision: { ordinal: 2 },
    revisions: [{ ordinal: 2 }, { ordinal: 1 }],
  })
  expect(view.quotes.map(({ label, quote }) => [label, quote.text.slice(0, 11)])).toEqual([
    ['q1', 'The ferry f'],
    ['q2', 'He only nod'],
    ['q3', 'the port wa'],
  ])
  const before = await services.source.get(reader, {
    id: receipt.sourceId,
    revision: view.revisions[1]?.id ?? null,
  })
  expect(before.quotes).toHaveLength(4)
  expect(before.text).toBe(ferry.text)
  const page = await services.quote.get(reader, { id: quotes[0]?.id ?? 'quo_' })
  expect(page.occurrences.map(({ revision, latest }) => [revision, latest])).toEqual([
    [1, false],
    [2, true],
  ])
  expect((await put(changed)).outcome).toBe('duplicate')
  expect((await put({ ...ferry, capturedAt: '2031-05-01T00:00:00.000Z' })).revision).toBe(3)
  expect((await put({ ...changed, capturedAt: '2031-03-12T09:14:00.000Z' })).outcome).toBe('duplicate')
})

test('a newer extractor withdraws what it no longer finds, leaves what a person touched, and adds what is new', async () => {
  const { store, services, put } = setUp()
  await put(ferry)
  const quotes = (await store.list('quote', {}, PAGE)).items
  const verified = quotes[1]
  if (verified === undefined) throw new TypeError('the article has quotes')
  await store.commit(
    [{ op: 'put', kind: 'quote', next: { ...verified, status: 'verified', version: 2 }, reason: null }],
    { permit: permit(ingester, 'quote:decide'), key: null, cause: 'decision' },
  )
  const [fares] = ferry.quotes ?? []
  if (fares === undefined) throw new TypeError('the article has quotes')
  const newer = {
    ...ferry,
    extractor: { name: 'onrecord', version: '2' },
    quotes: [
      { words: 'two hours', kind: 'term' as const },
      { ...fares, speaker: 'Tomas Brekke' },
    ],
    statistics: [],
  }
  const receipt = await put(newer)
  expect(receipt).toMatchObject({ outcome: 'stored', revision: 1, quotes: 0, statistics: 0, speakers: 0 })
  const after = (await store.list('quote', {}, PAGE)).items
  expect(after.map(({ text, status }) => [text.slice(0, 8), status])).toEqual([
    ['The ferr', 'unchecked'],
    ['He told ', 'verified'],
    ['we are f', 'withdrawn'],
    ['the port', 'withdrawn'],
    ['two hour', 'unchecked'],
  ])
  const [brekke] = (await store.list('speaker', { slug: 'tomas-brekke' }, PAGE)).items
  expect(after[0]).toMatchObject({ id: quotes[0]?.id, speakerId: brekke?.id, version: 2 })
  expect(await services.batch.known(ingester, { key: 'id:ferry', fingerprint: null })).toMatchObject({
    extractor: { name: 'onrecord', version: '2' },
  })
  expect((await put(newer)).outcome).toBe('duplicate')
  const gone = await expectCode(services.quote.get(reader, { id: quotes[2]?.id ?? 'quo_' }), 'gone')
  expect(gone.details).toMatchObject({ reason: 'no longer found by onrecord 2' })
  await put({ ...ferry, extractor: { name: 'onrecord', version: '3' } })
  expect((await store.list('quote', {}, PAGE)).items.map(({ status }) => status)).toEqual([
    'unchecked',
    'verified',
    'unchecked',
    'unchecked',
    'withdrawn',
  ])
  expect((await store.list('statistic', {}, PAGE)).items.map(({ review }) => review)).toEqual(['unchecked'])
})

test('words rejected once do not come back when the text is read again', async () => {
  const { store, put } = setUp()
  await put(ferry)
  const [quote] = (await store.list('quote', {}, PAGE)).items
  if (quote === undefined) throw new TypeError('the article has quotes')
  await store.commit(
    [{ op: 'put', kind: 'quote', next: { ...quote, status: 'rejected', version: 2 }, reason: null }],
    { permit: permit(ingester, 'quote:decide'), key: null, cause: 'decision' },
  )
  await put({ ...ferry, extractor: { name: 'onrecord', version: '2' } })
  const quotes = (await store.list('quote', {}, PAGE)).items
  expect(quotes).toHaveLength(4)
  expect(quotes[0]).toMatchObject({ status: 'rejected', version: 2 })
})

test('the sample goes with all that hangs on it and comes back as if new', async () => {
  const { store, services, put } = setUp()
  const admin: Actor = { kind: 'system', task: 'sample' }
  const other = { ...ferry, key: 'id:other' as const, text: `${ferry.text} Elsewhere.` }
  const sample = { ...ferry, key: 'id:sample/ferry' as const }
  await put(other)
  const alone = await store.overview()
  for (let round = 0; round < 3; round++) {
    expect((await put(sample)).outcome).toBe('stored')
    expect(await services.sample.present(reader)).toBe(true)
    expect((await services.meta.get(reader)).overview).toMatchObject({ sample: true, sources: 2, quotes: 8 })
    expect(await services.sample.remove(admin)).toMatchObject({ sources: 1 })
    expect(await services.sample.present(reader)).toBe(false)
    expect(await store.overview()).toEqual(alone)
    expect(await store.verify()).toEqual([])
  }
  expect(await services.sample.remove(admin)).toEqual({ sources: 0, quotes: 0, speakers: 0 })
  await expectCode(services.sample.remove(reader), 'unauthenticated')
  expect((await store.list('speaker', {}, PAGE)).items).toHaveLength(4)
  expect((await services.batch.put(ingester, batchOf(other))).outcome).toBe('duplicate')
})
