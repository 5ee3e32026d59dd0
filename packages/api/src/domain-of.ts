import { DomainError } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import type { TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server'
import { maxIssues } from './tuning.ts'

export type Domain = { code: ErrorCode; message: string; details: Readonly<Record<string, unknown>> }

/** What tRPC itself refuses, in the words of the domain; null: a defect. */
const refusals = {
  PARSE_ERROR: 'invalid',
  BAD_REQUEST: 'invalid',
  UNPROCESSABLE_CONTENT: 'invalid',
  PRECONDITION_REQUIRED: 'invalid',
  METHOD_NOT_SUPPORTED: 'invalid',
  UNSUPPORTED_MEDIA_TYPE: 'invalid',
  UNAUTHORIZED: 'unauthenticated',
  PAYMENT_REQUIRED: 'forbidden',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  NOT_IMPLEMENTED: 'notFound',
  CONFLICT: 'conflict',
  PRECONDITION_FAILED: 'stale',
  PAYLOAD_TOO_LARGE: 'tooLarge',
  TOO_MANY_REQUESTS: 'rateLimited',
  CLIENT_CLOSED_REQUEST: 'unavailable',
  TIMEOUT: 'unavailable',
  BAD_GATEWAY: 'unavailable',
  SERVICE_UNAVAILABLE: 'unavailable',
  GATEWAY_TIMEOUT: 'unavailable',
  INTERNAL_SERVER_ERROR: null,
} as const satisfies Record<TRPC_ERROR_CODE_KEY, ErrorCode | null>

/** The code, words and details a caller is given for a failed call; null: a defect, of which nothing is told. */
export function domainOf(error: TRPCError): Domain | null {
  const { cause } = error
  if (cause instanceof DomainError)
    return { code: cause.code, message: cause.message, details: cause.details }
  const code = refusals[error.code]
  if (code === null) return null
  const issues = issuesOf(cause)
  if (issues === null) {
    // The engine’s own message repeats the input.
    const message = cause instanceof SyntaxError ? 'The input is not valid JSON.' : error.message
    return { code, message, details: {} }
  }
  const shown = issues.slice(0, maxIssues)
  const message = shown.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
  return { code, message, details: { issues: shown, more: issues.length - shown.length } }
}

type Issue = { path: string; message: string }

/** What a schema found wrong, whichever class it threw: paths joined by dots. */
function issuesOf(cause: unknown): readonly Issue[] | null {
  if (!(cause instanceof Error) || !('issues' in cause) || !Array.isArray(cause.issues)) return null
  return cause.issues.flatMap((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('message' in issue)) return []
    const path = 'path' in issue && Array.isArray(issue.path) ? issue.path.map(String).join('.') : ''
    return [{ path, message: String(issue.message) }]
  })
}
