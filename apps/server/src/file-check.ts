import { DomainError } from '@onrecord/core'
import type { Store } from '@onrecord/core'
import type { FastifyBaseLogger } from 'fastify'

/**
 * Looks once through the pages of the database file, beside the serving of it, since a large one takes minutes. What is
 * wrong is logged, and kept for `/health`.
 */
export function fileCheck(
  store: Store,
  file: string,
  log: FastifyBaseLogger,
): { start(): void; fault(): string | null } {
  let fault: string | null = null
  const found = (detail: string) => {
    fault = `${file} is damaged. Stop Onrecord, save what can be read with "onrecord export", and put a copy in its place (beside it there may be ${file}.before-….bak), or start with an empty folder and take an export in with "onrecord import".`
    log.error({ file, detail }, fault)
  }
  return {
    start: () => {
      store.damage().then(
        (faults) => {
          const [first] = faults
          if (first !== undefined) found(first)
        },
        (error: unknown) => {
          // A server that stops does not wait for the end of this.
          if (
            error instanceof DomainError &&
            /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.details['engine']))
          )
            found(error.message)
        },
      )
    },
    fault: () => fault,
  }
}
