import type { Kind, Records } from '@onrecord/schema'
import { run } from './connection.ts'
import type { Connection } from './connection.ts'
import { insertRow, updateRow } from './put-row.ts'
import { occurrenceToRow, quoteToRow, statisticToRow } from './rows/found.ts'
import { citationToRow, revisionToRow, sourceToRow } from './rows/source.ts'
import { decisionToRow, judgementToRow, speakerToRow } from './rows/speaker.ts'
import * as t from './tables.ts'

type Writer<K extends Kind> = {
  insert(connection: Connection, next: Records[K]): void
  /** Kinds that are made once have none: a second put of one is stale. */
  update(connection: Connection, next: Records[K]): void
  /** Rows that belong to the record alone, then the record. */
  remove(connection: Connection, id: string): void
}

const madeOnce = () => {
  throw new Error('records that are made once are never updated')
}

/** How each kind is written. References are checked when the transaction ends, so the order of changes is free. */
export const writers: { [K in Kind]: Writer<K> } = {
  source: {
    insert: (connection, next) => insertRow(connection, t.source, sourceToRow(next)),
    update: (connection, next) => updateRow(connection, t.source, sourceToRow(next)),
    remove: (connection, id) => run(connection, 'DELETE FROM source WHERE id = ?', id),
  },
  revision: {
    insert: (connection, next) => insertRow(connection, t.revision, revisionToRow(next)),
    update: madeOnce,
    remove: (connection, id) => run(connection, 'DELETE FROM revision WHERE id = ?', id),
  },
  citation: {
    insert: (connection, next) => insertRow(connection, t.citation, citationToRow(next)),
    update: (connection, next) => updateRow(connection, t.citation, citationToRow(next)),
    remove: (connection, id) => run(connection, 'DELETE FROM citation WHERE id = ?', id),
  },
  speaker: {
    insert: (connection, next) => insertRow(connection, t.speaker, speakerToRow(next)),
    update: (connection, next) => updateRow(connection, t.speaker, speakerToRow(next)),
    remove: (connection, id) => {
      run(connection, 'DELETE FROM speaker_slug WHERE speaker_id = ?', id)
      run(connection, 'DELETE FROM speaker WHERE id = ?', id)
    },
  },
  occurrence: {
    insert: (connection, next) => insertRow(connection, t.occurrence, occurrenceToRow(next)),
    update: madeOnce,
    remove: (connection, id) => run(connection, 'DELETE FROM occurrence WHERE id = ?', id),
  },
  quote: {
    insert: (connection, next) => {
      insertRow(connection, t.quote, quoteToRow(next))
      linkQuote(connection, next)
    },
    update: (connection, next) => {
      updateRow(connection, t.quote, quoteToRow(next))
      run(connection, 'DELETE FROM quote_occurrence WHERE quote_id = ?', next.id)
      linkQuote(connection, next)
    },
    remove: (connection, id) => {
      run(connection, 'DELETE FROM quote_occurrence WHERE quote_id = ?', id)
      run(connection, 'DELETE FROM quote WHERE id = ?', id)
    },
  },
  statistic: {
    insert: (connection, next) => {
      insertRow(connection, t.statistic, statisticToRow(next))
      linkStatistic(connection, next)
    },
    update: (connection, next) => {
      updateRow(connection, t.statistic, statisticToRow(next))
      run(connection, 'DELETE FROM statistic_occurrence WHERE statistic_id = ?', next.id)
      linkStatistic(connection, next)
    },
    remove: (connection, id) => {
      run(connection, 'DELETE FROM statistic_occurrence WHERE statistic_id = ?', id)
      run(connection, 'DELETE FROM statistic WHERE id = ?', id)
    },
  },
  decision: {
    insert: (connection, next) => insertRow(connection, t.decision, decisionToRow(next)),
    update: madeOnce,
    remove: (connection, id) => run(connection, 'DELETE FROM decision WHERE id = ?', id),
  },
  judgement: {
    insert: (connection, next) => {
      insertRow(connection, t.judgement, judgementToRow(next))
      linkJudgement(connection, next)
    },
    update: (connection, next) => {
      updateRow(connection, t.judgement, judgementToRow(next))
      run(connection, 'DELETE FROM judgement_evidence WHERE judgement_id = ?', next.id)
      linkJudgement(connection, next)
    },
    remove: (connection, id) => {
      run(connection, 'DELETE FROM judgement_evidence WHERE judgement_id = ?', id)
      run(connection, 'DELETE FROM judgement WHERE id = ?', id)
    },
  },
}

function linkQuote(connection: Connection, { id: quoteId, occurrenceIds }: Records['quote']): void {
  for (const [position, occurrenceId] of occurrenceIds.entries())
    insertRow(connection, t.quoteOccurrence, { quoteId, position, occurrenceId })
}

function linkStatistic(
  connection: Connection,
  { id: statisticId, occurrenceIds }: Records['statistic'],
): void {
  for (const [position, occurrenceId] of occurrenceIds.entries())
    insertRow(connection, t.statisticOccurrence, { statisticId, position, occurrenceId })
}

function linkJudgement(connection: Connection, { id: judgementId, evidence }: Records['judgement']): void {
  for (const [position, occurrenceId] of evidence.entries())
    insertRow(connection, t.judgementEvidence, { judgementId, position, occurrenceId })
}
