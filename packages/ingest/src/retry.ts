import { setTimeout as sleep } from 'node:timers/promises'
import { retryPolicy } from './tuning.ts'
import type { RetryPolicy } from './tuning.ts'

/** What is told before a pause: which try failed (from 1), for how long the pause is, and why. */
export type Wait = { attempt: number; delayMs: number; reason: string }

export type RetryOptions = {
  policy?: RetryPolicy
  signal?: AbortSignal | undefined
  /** From 0 to 1; an argument so that tests know the pause. */
  random?: () => number
  onWait?: ((wait: Wait) => void) | undefined
}

/** Whether a try failed in a way that may pass, and what the other side asked for. */
export type Failure = { reason: string; retryAfterMs: number | null }

/**
 * Runs `operation` until `failureOf` says that its outcome is final, or the tries are used up; the last outcome or
 * error is then given on. Pauses double and are half random, so that many clients do not come back at once.
 */
export async function retry<T>(
  operation: () => Promise<T>,
  failureOf: (outcome: { value: T } | { error: unknown }) => Failure | null,
  { policy = retryPolicy, signal, random = Math.random, onWait }: RetryOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await operation().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    const failure = failureOf(outcome)
    if (failure !== null && attempt < policy.attempts && signal?.aborted !== true) {
      const delayMs = pauseMs(attempt, failure.retryAfterMs, policy, random)
      onWait?.({ attempt, delayMs, reason: failure.reason })
      await sleep(delayMs, undefined, signal === undefined ? {} : { signal })
      continue
    }
    if ('error' in outcome) throw outcome.error
    return outcome.value
  }
}

function pauseMs(
  attempt: number,
  retryAfterMs: number | null,
  { baseMs, maxMs }: RetryPolicy,
  random: () => number,
): number {
  const doubled = Math.min(maxMs, baseMs * 2 ** (attempt - 1))
  const jittered = doubled / 2 + (doubled / 2) * random()
  // Asked to wait, never come earlier; the jitter goes on top.
  return Math.round(
    retryAfterMs === null ? jittered : Math.min(maxMs, retryAfterMs) + (jittered - doubled / 2),
  )
}

/** Milliseconds of a Retry-After header: seconds or an HTTP date; null where there is none that can be read. */
export function retryAfterMs(header: string | null | undefined, now: number = Date.now()): number | null {
  if (header === null || header === undefined || header.trim() === '') return null
  if (/^\d+$/u.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** Statuses that say "not now": overloaded, restarting, or a proxy that misses its server. */
export function isPassing(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504
}
