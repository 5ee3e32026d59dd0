import { DomainError, permit } from '@onrecord/core'
import type { Action, Actor, ErrorCode, Services } from '@onrecord/core'
import { initTRPC, TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'
import { domainOf } from './domain-of.ts'

/** Who calls, what answers, and the reference under which a defect stands in the log. */
export type Context = { actor: Actor; services: Services; reference: string }

const trpcCodes = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  gone: 'NOT_FOUND',
  stale: 'CONFLICT',
  conflict: 'CONFLICT',
  duplicate: 'CONFLICT',
  tooLarge: 'PAYLOAD_TOO_LARGE',
  rateLimited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const domain = domainOf(error)
    const { code, httpStatus, path } = shape.data
    const reference = domain === null ? (ctx?.reference ?? null) : null
    const data = { code, httpStatus, ...(path === undefined ? {} : { path }), domain, reference }
    return { ...shape, message: domain === null ? defectMessage(reference) : domain.message, data }
  },
})

/** What a reader is told of a defect: where to find it in the log, and nothing else. */
export function defectMessage(reference: string | null): string {
  return reference === null
    ? 'Something went wrong on the server.'
    : `Something went wrong on the server. Tell whoever runs it this reference: ${reference}.`
}

// tRPC hands a middleware what was thrown as a failed result, so nothing is caught here.
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  const { cause } = result.error
  if (cause instanceof DomainError) throw trpcErrorOf(cause)
  return result
})

/** The same error in tRPC's words, with the status of its code. */
export function trpcErrorOf(cause: DomainError): TRPCError {
  return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause })
}

/** A procedure that only those may call who may do `action`; asked before the input is parsed. */
export function procedure(action: Action) {
  return t.procedure.use(mapErrors).use(({ ctx, next }) => {
    permit(ctx.actor, action)
    return next()
  })
}

export const router = t.router
export const createCallerFactory = t.createCallerFactory
