import type { Sieve } from '../attribution/finding.ts'
import { accordingToSieve } from './according-to.ts'
import { beatSieve } from './beat.ts'
import { clauseSieve } from './clause.ts'
import { colonSieve } from './colon.ts'
import { denialSieve } from './denial.ts'
import { objectSieve } from './object.ts'
import { positionSieve } from './position.ts'
import { signatureSieve } from './signature.ts'
import { tagSieve } from './tag.ts'

/** The rules for one sentence, the surest first. */
export const sieves: readonly Sieve[] = [
  signatureSieve,
  beatSieve,
  tagSieve,
  accordingToSieve,
  clauseSieve,
  objectSieve,
  denialSieve,
  positionSieve,
  colonSieve,
]
