import rateLimit from '@fastify/rate-limit'
import { DomainError } from '@onrecord/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Refuses more than `perMinute` requests of one address a minute, with Retry-After; 0: no limit. */
export async function addRateLimit(
  app: FastifyInstance,
  perMinute: number,
  isExempt: (request: FastifyRequest) => boolean,
): Promise<void> {
  if (perMinute === 0) return
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    allowList: (request: FastifyRequest) => isExempt(request),
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) => {
      const seconds = Math.ceil(ttl / 1000)
      return new DomainError('rateLimited', `Too many requests. Try again in ${seconds} s.`, {
        retryAfterSeconds: seconds,
        perMinute,
      })
    },
  })
}
