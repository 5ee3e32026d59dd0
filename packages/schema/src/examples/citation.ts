import type { Citation } from '../citation.ts'
import { anchorOf, ids, made } from './article.ts'
import { foundBy } from './occurrence.ts'

export const citation: Citation = {
  id: ids.citation(1),
  sourceId: null,
  revisionId: null,
  citingRevisionId: ids.revision(1),
  anchor: anchorOf('2025 fares report'),
  text: '2025 fares report',
  issuerId: ids.speaker(2),
  locator: null,
  accessedAt: null,
  note: null,
  foundBy,
  ...made,
}
