import type { Logger } from 'pino'

/** Closes on SIGTERM or SIGINT and ends with exit code 0; a second signal ends at once. */
export function closeOnSignal(close: () => Promise<void>, log: Logger): void {
  let closing = false
  const stop = (signal: NodeJS.Signals) => {
    if (closing) process.exit(1)
    closing = true
    log.info({ signal }, 'stopping')
    close().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exitCode = 1
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
