import { defectMessage, domainOf } from '@onrecord/api'
import type { Domain } from '@onrecord/api'
import { DomainError } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import { TRPCError } from '@trpc/server'

export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  gone: 410,
  stale: 409,
  conflict: 409,
  duplicate: 409,
  tooLarge: 413,
  rateLimited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>

/** The one shape of an error outside /trpc. `code` is null for a defect: then `message` names the reference. */
export type ErrorBody = {
  error: { code: ErrorCode | null; message: string; details: Readonly<Record<string, unknown>> }
}

/** Fastify's own refusals by their status; what is not here is a defect. */
const refusals: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid',
  404: 'notFound',
  405: 'invalid',
  408: 'unavailable',
  413: 'tooLarge',
  414: 'tooLarge',
  415: 'invalid',
  429: 'rateLimited',
  431: 'tooLarge',
  503: 'unavailable',
}

/** What a thrown thing is in the words of the domain; null: a defect. */
export function readError(error: unknown, maxBodyBytes: number): (Domain & { status: number }) | null {
  if (error instanceof DomainError)
    return { code: error.code, message: error.message, details: error.details, status: statusOf[error.code] }
  if (error instanceof TRPCError) {
    const domain = domainOf(error)
    return domain === null ? null : { ...domain, status: statusOf[domain.code] }
  }
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  const status = Number(error.statusCode)
  const code = refusals[status]
  if (code === undefined) return null
  if (status === 413)
    return {
      code,
      status,
      message: `The body is larger than ${maxBodyBytes} bytes. Send less, or raise ONRECORD_MAX_BATCH_BYTES on the server.`,
      details: { maxBytes: maxBodyBytes },
    }
  return { code, status, message: error.message, details: {} }
}

export function errorBody(domain: Domain | null, reference: string): ErrorBody {
  if (domain === null)
    return { error: { code: null, message: defectMessage(reference), details: { reference } } }
  return { error: { code: domain.code, message: domain.message, details: domain.details } }
}
