import { createFetch, loaders, MAX_BYTES, readDocuments, readTargets } from '@onrecord/ingest'
import { Command } from 'commander'
import { print, type Io } from '../io.ts'

export function readCommand(io: Io): Command {
  return new Command('read')
    .description('print what the loaders make of files: one line of JSON each')
    .argument('<path...>', 'files, folders, addresses, or - for standard input')
    .addHelpText(
      'after',
      '\nEach line is {"id","text","title","byline","publishedAt","url","publisher","language",…}.\n\nExamples:\n  onrecord read pages/*.html | onrecord extract\n  onrecord read report.md\n\nExit code: 0 all read, 1 some failed.',
    )
    .action(async (paths: string[]) => {
      let failed = 0
      const deps = { fetch: createFetch(), loaders, maxBytes: MAX_BYTES, signal: io.signal }
      for await (const event of readDocuments(readTargets(paths, { stdin: io.stdin }), deps)) {
        if (event.kind === 'document') await print(io.stdout, `${JSON.stringify(event.line)}\n`)
        else if (event.kind === 'warned') await print(io.stderr, `${event.target}: ${event.message}\n`)
        else {
          failed++
          await print(io.stderr, `${event.target}: ${event.message} [${event.code}]\n`)
        }
      }
      io.exit(io.signal.aborted ? 130 : failed > 0 ? 1 : 0)
    })
}
