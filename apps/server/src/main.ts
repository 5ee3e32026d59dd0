import { pino } from 'pino'
import { parseConfig } from './config.ts'
import { exitCodeOf, explain } from './exit.ts'
import { closeOnSignal } from './signals.ts'
import { startServer } from './start.ts'

try {
  const config = parseConfig(process.env)
  const log = pino({ level: config.logLevel, base: null })
  const server = await startServer({ config, log })
  closeOnSignal(() => server.close(), log)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = exitCodeOf(error)
}
