import type { Speaker } from '../speaker.ts'
import { ids, made } from './article.ts'

/** A person, an organisation, the same person as another source knows her, and somebody nobody named. */
export const speakers: readonly [Speaker, Speaker, Speaker, Speaker] = [
  {
    id: ids.speaker(1),
    kind: 'person',
    name: 'Ana Vidal Roche',
    slug: 'ana-vidal-roche',
    aliases: [{ text: 'Vidal Roche', kind: 'short', language: null, from: null, to: null, rank: 'normal' }],
    affiliations: [
      {
        organizationId: null,
        organization: null,
        role: 'harbour minister',
        from: null,
        to: null,
        rank: 'normal',
        citationId: null,
      },
    ],
    externalIds: [{ scheme: 'orcid', value: '0000-0002-1825-0097', match: 'close', decidedBy: null }],
    description: null,
    ...made,
  },
  {
    id: ids.speaker(2),
    kind: 'organization',
    name: 'Harbour Council',
    slug: 'harbour-council',
    aliases: [],
    affiliations: [],
    externalIds: [],
    description: null,
    ...made,
  },
  {
    id: ids.speaker(3),
    kind: 'person',
    name: 'Ana Vidal Roche',
    slug: 'ana-vidal-roche-2',
    aliases: [],
    affiliations: [],
    externalIds: [],
    description: 'As Coast Wire names her',
    ...made,
  },
  {
    id: ids.speaker(4),
    kind: 'unnamed',
    name: 'a ferry captain',
    slug: 'a-ferry-captain',
    aliases: [],
    affiliations: [],
    externalIds: [],
    description: null,
    ...made,
  },
]
