import { DomainError } from '@onrecord/core'
import type { z } from 'zod'

/** The input of a procedure, out of a path. What is no id at all cannot exist either, so it is `notFound`, not `invalid`. */
export function known<S extends z.ZodType>(schema: S, input: unknown, noun: string): z.infer<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new DomainError('notFound', `There is no ${noun} at this address.`)
}
