import { foldKeys } from '@onrecord/core'
import type { Term } from '@onrecord/core'
import type { Page, PageInput } from '@onrecord/schema'
import { all, column } from './connection.ts'
import type { Connection } from './connection.ts'
import { badCursor } from './cursor.ts'
import { newest } from './match.ts'
import type { Match } from './match.ts'
import { bestCap, frequencyCap, lengthWeight, nameWeight, saturation } from './tuning.ts'
import { indexed, quoted } from './words.ts'

type Candidate = { ord: number; text: string; names: string | null }
type Scored = { ord: number; exact: number; score: number }
type Needle = { keys: readonly string[]; prefix: boolean; spelled: string; weight: number }

/**
 * Places of the newest `bestCap` hits, those spelled as typed first, then by bm25. Ranked here and not by FTS5, whose
 * bm25 reads the whole list of every word, facets included: a stop word or a kind would cost most of a second.
 */
export function bestOrder(
  connection: Connection,
  match: Match,
  terms: readonly Term[],
  page: PageInput,
): Page<number> {
  const after = page.cursor === null ? null : scoredFrom(page.cursor)
  const needles = terms.filter(({ excluded }) => !excluded).map((term) => needleOf(connection, term))
  const ords = newest(connection, 'quote_words', match, null, bestCap)
  const candidates = all<Candidate>(
    connection,
    `SELECT e.ord, q.text, c.names FROM quote_entry e JOIN quote q ON q.id = e.quote_id
       LEFT JOIN speaker_entry s ON s.speaker_id = e.speaker_id LEFT JOIN speaker_entry c ON c.speaker_id = s.canonical_id
     WHERE e.ord IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ords),
  ).map((row) => ({ ...row, words: indexed([row.text]) }))
  const average =
    candidates.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, candidates.length)
  const scored = candidates.map(({ ord, text, words, names }) => {
    const length = 1 - lengthWeight + (lengthWeight * words.length) / average
    const spelled = text.toLowerCase()
    const score = needles.reduce((sum, needle) => {
      const found = occurrences(words, needle) + nameWeight * Math.min(1, occurrences(names ?? '', needle))
      return sum + (needle.weight * found * (saturation + 1)) / (found + saturation * length)
    }, 0)
    return {
      ord,
      exact: needles.filter((needle) => spelled.includes(needle.spelled)).length,
      score: Number(score.toFixed(6)),
    }
  })
  const rest = scored.filter((row) => after === null || compare(row, after) > 0).sort(compare)
  const items = rest.slice(0, page.limit)
  const last = items.at(-1)
  return {
    items: items.map(({ ord }) => ord),
    next: rest.length > page.limit && last !== undefined ? `${last.exact}_${last.score}_${last.ord}` : null,
  }
}

function compare(a: Scored, b: Scored): number {
  return b.exact - a.exact || b.score - a.score || b.ord - a.ord
}

function scoredFrom(cursor: string): Scored {
  const [, exact, score, ord] = /^(\d{1,4})_(\d+(?:\.\d+)?)_(\d{1,16})$/.exec(cursor) ?? []
  if (exact === undefined || score === undefined || ord === undefined) throw badCursor(cursor)
  return { exact: Number(exact), score: Number(score), ord: Number(ord) }
}

function needleOf(connection: Connection, { text, prefix }: Term): Needle {
  const keys = foldKeys(text).filter((key) => key !== '')
  const [documents = 0] = column<number>(
    connection,
    'SELECT count(*) FROM (SELECT 1 FROM quote_words WHERE quote_words MATCH ? LIMIT ?)',
    `{words names} : (${keys.map((key) => quoted(key, prefix)).join(' OR ')})`,
    frequencyCap,
  )
  return {
    keys,
    prefix,
    spelled: text.toLowerCase(),
    weight: Math.log(1 + (2 * frequencyCap) / (documents + 0.5)),
  }
}

/** How often a needle stands in folded words, at the start of a word and, unless it is a prefix, to the end of one. */
function occurrences(words: string, { keys, prefix }: Needle): number {
  const padded = ` ${words} `
  let found = 0
  for (const key of keys) {
    const needle = prefix ? ` ${key}` : ` ${key} `
    for (let at = padded.indexOf(needle); at !== -1; at = padded.indexOf(needle, at + needle.length - 1))
      found++
  }
  return found
}
