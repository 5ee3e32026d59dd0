import { parseConfig, closeOnSignal, startServer } from '@onrecord/server'
import { Command } from 'commander'
import { pino } from 'pino'
import { owner } from '../database.ts'
import { print, type Io } from '../io.ts'
import { addSample, isFresh } from '../sample.ts'
import { loadWeights } from '../weights.ts'

type Options = {
  port?: string
  host?: string
  data?: string
  name?: string
  logLevel?: string
  sample: boolean
}

export function startCommand(io: Io): Command {
  return new Command('start')
    .description('serve the site and the API')
    .option('--port <number>', 'port to listen on (default: 4600, or a free one if that is taken)')
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other machines in (default: 127.0.0.1)')
    .option('--data <folder>', 'folder of the database (default: $ONRECORD_DATA, else ./data)')
    .option('--name <name>', 'name of this database, shown to readers')
    .option(
      '--log-level <level>',
      'trace, debug, info, warn, error, fatal or silent (default: warn on a terminal, else info)',
    )
    .option('--no-sample', 'leave a new database empty')
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord start\n  onrecord start --port 8080 --data /srv/quotes --name "Harbour desk"\n\nEvery setting is also read from the environment: ONRECORD_PORT and so on.',
    )
    .action((options: Options) => start(io, options))
}

async function start(io: Io, { sample, ...options }: Options): Promise<void> {
  const quiet =
    options.logLevel === undefined && io.env['ONRECORD_LOG_LEVEL'] === undefined && io.stderr.isTTY === true
  const config = parseConfig(io.env, quiet ? { ...options, logLevel: 'warn' } : options)
  // Standard output is for the address alone; the log goes beside it.
  const log = pino({ level: config.logLevel, base: null }, io.stderr)
  const server = await startServer({ config, log })
  closeOnSignal(() => server.close(), log)
  if (sample && (await isFresh(server.services))) {
    for await (const event of addSample(server.services, owner('onrecord start'), {
      signal: io.signal,
      model: await loadWeights(io),
    })) {
      if (event.kind === 'failed')
        log.warn({ code: event.code }, `the sample was not added: ${event.message}`)
    }
  }
  const note = server.portWasTaken ? ' (port 4600 is in use; --port chooses one)' : ''
  await print(io.stdout, `Onrecord is ready at ${server.url}/${note}\n`)
}
