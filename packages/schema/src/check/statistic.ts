import { liesIn } from '../anchor.ts'
import type { Occurrence } from '../occurrence.ts'
import type { Statistic } from '../statistic.ts'
import { checkAnchors } from './anchors.ts'
import { type Fault, type Lookup, missing } from './fault.ts'
import { checkReview } from './review.ts'

/** Invariants 17, 31, 32, 36 and 37 of a statistic, and that what it points at exists. */
export async function checkStatistic(statistic: Statistic, lookup: Lookup): Promise<Fault[]> {
  const faults = [
    ...(await missing(lookup, 'speaker', statistic.assertedBy, '/assertedBy')),
    ...(await missing(lookup, 'speaker', statistic.measuredBy?.speakerId ?? null, '/measuredBy/speakerId')),
    ...(await missing(
      lookup,
      'citation',
      statistic.measuredBy?.citationId ?? null,
      '/measuredBy/citationId',
    )),
    ...(await checkReview(statistic, 'review', statistic.review, lookup)),
  ]
  const found: Occurrence[] = []
  for (const [place, id] of statistic.occurrenceIds.entries()) {
    const path = `/occurrenceIds/${place}`
    const occurrence = await lookup.get('occurrence', id)
    if (occurrence === null) {
      faults.push(...(await missing(lookup, 'occurrence', id, path)))
      continue
    }
    found.push(occurrence)
    if (occurrence.kind !== null) {
      faults.push({ code: 'occurrenceKind', path, message: 'that is the occurrence of a quote' })
    }
  }
  return [
    ...faults,
    ...(await checkLinked(statistic, found[0], lookup)),
    ...(await checkInQuote(statistic, found, lookup)),
  ]
}

async function checkLinked(
  { measure, denominator, population, place, period }: Statistic,
  first: Occurrence | undefined,
  lookup: Lookup,
): Promise<Fault[]> {
  const revision = first && (await lookup.get('revision', first.revisionId))
  if (!revision) return []
  return checkAnchors(revision.text, {
    'measure/anchor': measure?.anchor,
    'denominator/anchor': denominator?.anchor,
    'population/anchor': population?.anchor,
    'place/anchor': place?.anchor,
    'period/anchor': period?.anchor,
  })
}

async function checkInQuote(
  statistic: Statistic,
  found: readonly Occurrence[],
  lookup: Lookup,
): Promise<Fault[]> {
  if (statistic.quoteId === null) return []
  const quote = await lookup.get('quote', statistic.quoteId)
  if (quote === null) return missing(lookup, 'quote', statistic.quoteId, '/quoteId')
  const faults: Fault[] = []
  const appearances: Occurrence[] = []
  for (const id of quote.occurrenceIds) {
    const occurrence = await lookup.get('occurrence', id)
    if (occurrence) appearances.push(occurrence)
  }
  const within = found.some(({ revisionId, parts }) =>
    appearances.some(
      (outer) => outer.revisionId === revisionId && parts.every((part) => liesIn(part, outer.parts)),
    ),
  )
  if (!within) {
    faults.push({
      code: 'statisticOutsideQuote',
      path: '/quoteId',
      message: 'the figure does not stand in the words of that quote',
    })
  }
  if (statistic.assertedBy !== quote.speakerId) {
    const decisions = await lookup.decisions(statistic.id)
    if (!decisions.some(({ verdict }) => verdict === 'edit')) {
      faults.push({
        code: 'statisticAsserter',
        path: '/assertedBy',
        message: 'the speaker of its quote is another, and nobody decided so',
      })
    }
  }
  return faults
}
