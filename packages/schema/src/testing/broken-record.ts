import { AuditEntry } from '../audit-entry.ts'
import { Citation } from '../citation.ts'
import { ids } from '../examples/article.ts'
import { examples } from '../examples.ts'
import { ExternalId } from '../external-id.ts'
import { Judgement } from '../judgement.ts'
import { Quote } from '../quote.ts'
import { By } from '../review-decision.ts'
import { Affiliation, Alias, Speaker } from '../speaker.ts'
import { Statistic } from '../statistic.ts'
import type { Broken } from './broken.ts'
import { first } from './first.ts'

const quote = first(examples.quote)
const speaker = first(examples.speaker)
const unnamed = { ...speaker, kind: 'unnamed', externalIds: [] }
const statistic = first(examples.statistic)
const passengers = first(examples.statistic.slice(1))
const judgement = first(examples.judgement)
const alias = first(speaker.aliases)
const affiliation = first(speaker.affiliations)
const percent = { kind: 'percent', code: null, text: '%', per: null }

/** Speakers, judgements, statistics and what else is stored, breaking a rule each. */
export const brokenRecord: readonly Broken[] = [
  ['18', 'an alias twice', Speaker, { ...speaker, aliases: [alias, alias] }, 'an alias stands once'],
  [
    '18',
    'the name a misspelling',
    Speaker,
    { ...speaker, aliases: [{ ...alias, text: speaker.name, kind: 'misspelling' }] },
    'the name must not be among the misspellings',
  ],
  [
    '18',
    'two preferred aliases',
    Speaker,
    {
      ...speaker,
      aliases: ['full', 'short'].map((kind) => ({ ...alias, kind, rank: 'preferred' })),
    },
    'a language has at most one preferred alias',
  ],
  ['19', 'an alias backwards', Alias, { ...alias, from: '2020', to: '2019' }, 'from must lie before to'],
  [
    '19',
    'an affiliation of no time',
    Affiliation,
    { ...affiliation, from: '2020-05', to: '2020-05' },
    'from must lie before to',
  ],
  [
    '19',
    'a period backwards',
    Statistic,
    { ...passengers, period: passengers.period && { ...passengers.period, to: '2024' } },
    'from must lie before to',
  ],
  [
    '–',
    'an affiliation of nothing',
    Affiliation,
    { ...affiliation, role: null },
    'an affiliation needs an organisation or a role',
  ],
  [
    '20',
    'the larger id first',
    Judgement,
    { ...judgement, left: judgement.right, right: judgement.left },
    'two records of one kind, the smaller id first',
  ],
  [
    '20',
    'a third kept',
    Judgement,
    { ...judgement, kept: ids.speaker(2) },
    'kept names one of the pair, and only if they are the same',
  ],
  [
    '22',
    'a false check digit',
    ExternalId,
    { ...speaker.externalIds[0], value: '0000-0002-1825-0098' },
    'the value must be written as its register writes it, its check digits right',
  ],
  [
    '23',
    'a range with a value',
    Statistic,
    { ...statistic, approximator: 'range' },
    'value, low and high must fit',
  ],
  ['23', 'a value unread', Statistic, { ...statistic, unread: 'why' }, 'value, low and high must fit'],
  [
    '23',
    'bounds lopsided',
    Statistic,
    { ...statistic, approximator: 'plusMinus', low: 3, high: 6 },
    'value, low and high must fit',
  ],
  [
    '25',
    'a share above all',
    Statistic,
    { ...statistic, kind: 'share', value: 101, unit: percent },
    'a share lies within 0 to 100 percent; percentage points need a change',
  ],
  [
    '25',
    'points of no change',
    Statistic,
    { ...statistic, kind: 'level', unit: { ...percent, kind: 'percentagePoint' } },
    'a share lies within 0 to 100 percent; percentage points need a change',
  ],
  [
    '26',
    'a currency of no standard',
    Statistic,
    { ...statistic, unit: { kind: 'currency', code: 'Euro', text: null, per: null } },
    'code must fit the kind',
  ],
  [
    '26',
    'a unit per nothing',
    Statistic,
    { ...statistic, unit: { kind: 'none', code: null, text: null, per: { ...percent, per: undefined } } },
    'Unrecognized key: "per"',
  ],
  [
    '26',
    'none per percent',
    Statistic,
    {
      ...statistic,
      unit: { kind: 'none', code: null, text: null, per: { kind: 'percent', code: null, text: '%' } },
    },
    'a value without unit has no per',
  ],
  ['27', 'a change nowhere', Statistic, { ...statistic, direction: null }, 'a change needs a direction'],
  [
    '27',
    'a verified share of nothing',
    Statistic,
    { ...statistic, kind: 'share', review: 'verified' },
    'a verified share needs a denominator or population',
  ],
  [
    '28',
    'a rank between',
    Statistic,
    { ...statistic, kind: 'rank', value: 1.5, unit: { ...percent, kind: 'other' } },
    'a rank is a whole number from 1, exact or at most',
  ],
  [
    '–',
    'a code of no register',
    Statistic,
    { ...statistic, place: { text: 'here', anchor: null, scheme: null, code: 'NP' } },
    'a code needs its register, and the other way round',
  ],
  [
    '35',
    'two versions at once',
    AuditEntry,
    { ...examples.auditEntry[1], to: 3 },
    'each entry is one version',
  ],
  [
    '38',
    'somebody unnamed with a name',
    Speaker,
    unnamed,
    'an unnamed speaker has no aliases and no external ids',
  ],
  [
    '–',
    'an occurrence twice',
    Quote,
    { ...quote, occurrenceIds: [...quote.occurrenceIds, ...quote.occurrenceIds] },
    'an occurrence stands once',
  ],
  ['–', 'a system with an id', By, { kind: 'system', id: ids.user(1), name: 'x' }, 'the system has no id'],
  [
    '–',
    'an anchor of no revision',
    Citation,
    { ...examples.citation[0], citingRevisionId: null },
    'an anchor needs its revision',
  ],
]
