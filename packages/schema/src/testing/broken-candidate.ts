import { anchorAt } from '../anchor.ts'
import { Batch, Carried } from '../batch.ts'
import { articleText, spanOf } from '../examples/article.ts'
import { examples } from '../examples.ts'
import { Extraction, QuoteCandidate } from '../extraction.ts'
import type { Broken } from './broken.ts'
import { first } from './first.ts'

const quote = first(examples.quote)
const extraction = first(examples.extraction)
const batch = first(examples.batch)
const candidate = first(extraction.quotes)
const anchor = anchorAt(articleText, spanOf('Ferry fares'))

/** Candidates and batches that break a rule each. */
export const brokenCandidate: readonly Broken[] = [
  [
    '–',
    'a verbatim candidate outside',
    QuoteCandidate,
    { ...candidate, kind: 'term', verbatim: [{ start: 0, end: 3 }] },
    'each verbatim span must lie in a part',
  ],
  [
    '–',
    'a mixed candidate whole',
    QuoteCandidate,
    { ...candidate, kind: 'mixed' },
    'a mixed quote is verbatim in part',
  ],
  [
    '–',
    'an indirect candidate verbatim',
    QuoteCandidate,
    { ...candidate, kind: 'indirect' },
    'an indirect quote has nothing verbatim',
  ],
  [
    '–',
    'an implicit candidate somewhere',
    QuoteCandidate,
    { ...candidate, mention: { span: { start: 0, end: 3 }, kind: 'implicit' } },
    'an implicit mention has no span, any other has one',
  ],
  [
    '–',
    'a candidate of no speaker',
    Extraction,
    { ...extraction, speakers: [] },
    'an index must be that of an entry in its list',
  ],
  [
    '–',
    'candidates in a circle',
    Extraction,
    { ...extraction, quotes: extraction.quotes.map((other, place) => ({ ...other, nestedIn: 3 - place })) },
    'no quote is nested in itself or goes on from itself',
  ],
  [
    '–',
    'a candidate past the end',
    Batch,
    { ...batch, revision: { ...batch.revision, text: 'short' } },
    'every span must lie in the text',
  ],
  [
    '–',
    'a part carried wrongly',
    Batch,
    { ...batch, carried: [{ id: quote.id, state: 'moved', parts: [{ ...anchor, prefix: 'x' }] }] },
    'every carried part must stand in the text as it says',
  ],
  [
    '–',
    'gone and somewhere',
    Carried,
    { id: quote.id, state: 'gone', parts: [anchor] },
    'only what is gone has no parts',
  ],
]
