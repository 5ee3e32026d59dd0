import { Anchor, anchorAt } from '../anchor.ts'
import { articleText, ids, spanOf } from '../examples/article.ts'
import { examples } from '../examples.ts'
import { Occurrence } from '../occurrence.ts'
import { Quote } from '../quote.ts'
import { Region, SourceRevision } from '../revision.ts'
import { Figure, HttpUrl, Slug, Text } from '../text.ts'
import { PartialDate } from '../time.ts'
import type { Broken } from './broken.ts'
import { first } from './first.ts'

const quote = first(examples.quote)
const [direct, mixed, indirect, cited] = examples.occurrence
const revision = first(examples.revision)
const anchor = anchorAt(articleText, spanOf('Ferry fares'))
const later = '2027-01-01T00:00:00.000Z'

/** Texts, dates, anchors, revisions and occurrences that break a rule each. */
export const brokenText: readonly Broken[] = [
  ['2', 'half a surrogate pair', Text, '\ud83d', 'text must not hold half a surrogate pair'],
  ['2', 'minus zero', Figure, -0, '-0 must be written 0'],
  ['2', 'sixteen digits', Figure, 1.234567890123456, 'a figure has at most 15 significant digits'],
  ['2', 'no host', HttpUrl, 'https://', 'Invalid URL'],
  ['2', 'another scheme', HttpUrl, 'javascript:alert(1)', 'an address must start with http:// or https://'],
  ['2', 'a long slug', Slug, 'a'.repeat(121), 'Too big: expected string to have <=120 characters'],
  ['2', 'no such day', PartialDate, '2026-02-30', 'the day must exist in its month'],
  [
    '5',
    'updated before made',
    Quote,
    { ...quote, createdAt: later },
    'updatedAt must not lie before createdAt',
  ],
  ['6', 'an empty anchor', Anchor, { ...anchor, end: anchor.start }, 'start must lie before end'],
  ['6', 'words too short', Anchor, { ...anchor, exact: 'x' }, 'exact must be end - start code units long'],
  ['6', 'a region backwards', Region, { start: 4, end: 2, kind: 'note' }, 'start must lie before end'],
  ['9', 'a false length', SourceRevision, { ...revision, length: 1 }, 'length must be that of the text'],
  [
    '9',
    'a first one with one before',
    SourceRevision,
    { ...revision, previousId: ids.revision(2) },
    'only the first revision has none before it',
  ],
  [
    '9',
    'regions that overlap',
    SourceRevision,
    { ...revision, regions: [...revision.regions, ...revision.regions] },
    'regions must be in order, apart and inside the text',
  ],
  [
    '12',
    'parts out of order',
    Occurrence,
    { ...direct, parts: direct?.parts.toReversed() },
    'parts must be in order and apart',
  ],
  [
    '12',
    'verbatim words outside',
    Occurrence,
    { ...indirect, kind: 'term', verbatim: [anchor] },
    'each verbatim span must lie in a part, in order',
  ],
  [
    '13',
    'a direct quote in part',
    Occurrence,
    { ...direct, verbatim: direct?.verbatim.slice(1) },
    'in a direct quote verbatim covers every part',
  ],
  [
    '13',
    'a mixed quote whole',
    Occurrence,
    { ...mixed, verbatim: mixed?.parts },
    'a mixed quote is verbatim in some of its parts and not in all',
  ],
  [
    '13',
    'an indirect quote verbatim',
    Occurrence,
    { ...indirect, verbatim: indirect?.parts },
    'an indirect quote and a statistic have nothing verbatim',
  ],
  [
    '14',
    'a cue in the words',
    Occurrence,
    { ...direct, cue: direct?.cue && { ...direct.cue, anchor: direct.parts[0] } },
    'cue and mention must not overlap verbatim words',
  ],
  [
    '14',
    'an implicit mention somewhere',
    Occurrence,
    { ...cited, mention: { anchor, kind: 'implicit', text: null } },
    'an implicit mention has no anchor, any other has one',
  ],
]
