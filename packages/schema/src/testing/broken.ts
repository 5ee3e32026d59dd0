import type { z } from 'zod'

/** Number of the invariant in the design, what is broken, the schema, a value that breaks it, and the rule as said. */
export type Broken = readonly [string, string, z.ZodType, unknown, string]
