import { get } from './unknown.ts'

/** What a page can say of a question that was not answered. */
export type Failure = {
  code: 'notFound' | 'gone' | 'invalid' | 'rateLimited' | 'unavailable' | 'offline' | 'defect'
  message: string
  reference: string | null
}

const known = new Set(['notFound', 'gone', 'invalid', 'rateLimited', 'unavailable'] as const)
const isKnown = (code: unknown): code is Failure['code'] => [...known].some((one) => one === code)

/** Reads what the API threw, in this process (its cause is the domain's error) or over HTTP (`data.domain`). */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const code = get(error, 'data', 'domain', 'code') ?? get(error, 'cause', 'code') ?? get(error, 'code')
  if (isKnown(code)) return { code, message, reference: null }
  if (code === 'BAD_REQUEST') return { code: 'invalid', message, reference: null }
  if (code === 'NOT_FOUND') return { code: 'notFound', message, reference: null }
  if (code === 'tooLarge') return { code: 'invalid', message, reference: null }
  const reference = get(error, 'data', 'reference')
  if (get(error, 'data') === undefined && get(error, 'name') === 'TRPCClientError') {
    return { code: 'offline', message, reference: null }
  }
  return { code: 'defect', message, reference: typeof reference === 'string' ? reference : null }
}
