import type {
  Occurrence,
  OccurrenceId,
  RevisionId,
  Source,
  SourceGetInput,
  SourceListInput,
  SourcePage,
  SourceRevision,
  SourceView,
} from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { quoteCard, sourceLink, speakerLink, statisticCard } from './card.ts'
import type { Deps } from './deps.ts'
import { DomainError } from './error.ts'
import { everyRow } from './every-row.ts'
import { loadPeople } from './people.ts'
import type { Store } from './store.ts'
import { maySee, present } from './visible.ts'

export function sourceService({ store }: Pick<Deps, 'store'>) {
  return {
    async list(actor: Actor, { page }: SourceListInput): Promise<SourcePage> {
      permit(actor, 'source:read')
      const { items, next } = await store.sources(page)
      return { items: [...items], next }
    },

    /** A source with one revision, by default its latest, and all that stands in it. Throws `notFound` and `gone`. */
    async get(actor: Actor, { id, revision: wanted }: SourceGetInput): Promise<SourceView> {
      permit(actor, 'source:read')
      const source = await present(store, id, 'source', await store.get('source', id))
      const revisions = await everyRow((page) => store.list('revision', { sourceId: id }, page))
      const revision = revisions.find((row) => wanted === null || row.id === wanted)
      if (revision === undefined)
        throw new DomainError('notFound', `The source ${id} has no revision ${wanted ?? ''}.`, {
          id,
          revision: wanted,
        })
      return {
        ...fieldsOf(source),
        ...captureOf(revision, revisions),
        ...(await marksOf(store, actor, source, revision)),
        version: source.version,
      }
    },
  }
}

function fieldsOf(source: Source) {
  const { subtitle, authors, language, rights, license } = source
  return {
    ...sourceLink(source),
    subtitle,
    authors: authors.map(({ name }) => name),
    language,
    rights,
    license,
  }
}

function captureOf(revision: SourceRevision, revisions: readonly SourceRevision[]) {
  const link = ({ id, ordinal, capturedAt }: SourceRevision) => ({ id, ordinal, capturedAt })
  return {
    revision: link(revision),
    revisions: revisions.map(link),
    text: revision.text,
    regions: revision.regions,
  }
}

/** Quotes and statistics in the order of the text, numbered in it, and the documents cited. */
async function marksOf(
  store: Store,
  actor: Actor,
  source: Source,
  { id: revisionId, text }: SourceRevision,
): Promise<Pick<SourceView, 'quotes' | 'statistics' | 'citations'>> {
  const quotes = (await everyRow((page) => store.list('quote', { revisionId }, page))).filter(({ status }) =>
    maySee(actor, status),
  )
  const statistics = (await everyRow((page) => store.list('statistic', { revisionId }, page))).filter(
    ({ review }) => maySee(actor, review),
  )
  const citations = await everyRow((page) => store.list('citation', { citingRevisionId: revisionId }, page))
  const people = await loadPeople(store, [
    ...quotes.map(({ speakerId }) => speakerId),
    ...statistics.map(({ assertedBy }) => assertedBy),
    ...citations.map(({ issuerId }) => issuerId),
  ])
  const find = await loadOccurrences(store, revisionId, [...quotes, ...statistics])
  return {
    quotes: quotes
      .flatMap((quote) => {
        const { first, here } = find(quote.occurrenceIds)
        if (first === null || here === null) return []
        const card = quoteCard({
          quote,
          first,
          speaker: people.record(quote.speakerId),
          canonical: people.shown(quote.speakerId),
          source,
        })
        return [{ quote: card, kind: here.kind ?? card.kind, parts: here.parts, verbatim: here.verbatim }]
      })
      .toSorted(byPlace)
      .map((row, index) => ({ ...row, label: `q${index + 1}` })),
    statistics: statistics
      .flatMap((statistic) => {
        const { here } = find(statistic.occurrenceIds)
        return here === null
          ? []
          : [
              {
                statistic: statisticCard({
                  statistic,
                  first: here,
                  text,
                  canonical: people.shown(statistic.assertedBy),
                  source,
                }),
                parts: here.parts,
              },
            ]
      })
      .toSorted(byPlace)
      .map((row, index) => ({ ...row, label: `s${index + 1}` })),
    citations: citations.map(({ id, text: name, anchor, issuerId }) => {
      const issuer = people.shown(issuerId)
      return { id, text: name, anchor, issuer: issuer === null ? null : speakerLink(issuer) }
    }),
  }
}

type Found = { first: Occurrence | null; here: Occurrence | null }

/** For the occurrences of a record: the first of all, and the one in this revision. */
async function loadOccurrences(
  store: Store,
  revisionId: RevisionId,
  records: readonly { occurrenceIds: readonly OccurrenceId[] }[],
): Promise<(ids: readonly OccurrenceId[]) => Found> {
  const here = new Map(
    (await everyRow((page) => store.list('occurrence', { revisionId }, page))).map((row) => [row.id, row]),
  )
  const elsewhere = records.flatMap(({ occurrenceIds: [id] }) =>
    id === undefined || here.has(id) ? [] : [id],
  )
  const all = new Map([
    ...here,
    ...(await store.getMany('occurrence', elsewhere)).map((row) => [row.id, row] as const),
  ])
  return (ids) => ({
    first: all.get(ids[0] ?? 'occ_') ?? null,
    here: ids.map((id) => here.get(id)).find((row) => row !== undefined) ?? null,
  })
}

function byPlace(
  a: { parts: readonly { start: number; end: number }[] },
  b: { parts: readonly { start: number; end: number }[] },
): number {
  return (
    (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0) ||
    (b.parts.at(-1)?.end ?? 0) - (a.parts.at(-1)?.end ?? 0)
  )
}
