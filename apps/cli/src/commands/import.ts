import { createReadStream } from 'node:fs'
import { DomainError, permit, type DumpLine } from '@onrecord/core'
import { Command } from 'commander'
import { owner, withDatabase } from '../database.ts'
import { parseDumpLine } from '../dump-line.ts'
import { counted, linesOf, print, type Io } from '../io.ts'

/** Lines taken in at once: all of them or none. Enough that a commit costs little beside the rows. */
const CHUNK = 1000

export function importCommand(io: Io): Command {
  return new Command('import')
    .description('take in what `onrecord export` printed')
    .argument('<file>', 'file of JSON Lines, or - for standard input')
    .option('--data <folder>', 'folder of the database (default: $ONRECORD_DATA, else ./data)')
    .addHelpText(
      'after',
      '\nRecords that are there already and equal are passed over, so an interrupted import is finished by running it again.\nOne that is there and differs stops the import with its id; nothing of it is written.\n\nExamples:\n  onrecord import backup.jsonl\n  gunzip < backup.jsonl.gz | onrecord import - --data restored',
    )
    .action((file: string, options: { data?: string }) => run(io, file, options))
}

async function run(io: Io, file: string, options: { data?: string }): Promise<void> {
  await withDatabase(io, { ...options, make: true }, async ({ store }) => {
    const by = {
      permit: permit(owner('onrecord import'), 'record:import'),
      key: null,
      cause: 'import',
    } as const
    let added = 0
    let same = 0
    let chunk: DumpLine[] = []
    const flush = async () => {
      const result = await store.load(chunk, by)
      added += result.added
      same += result.same
      chunk = []
    }
    for await (const { number, text } of linesOf(file === '-' ? io.stdin : await opened(file))) {
      if (io.signal.aborted) break
      chunk.push(parseDumpLine(text, number))
      if (chunk.length === CHUNK) await flush()
    }
    if (chunk.length > 0 && !io.signal.aborted) await flush()
    await print(
      io.stderr,
      `${counted(added, 'record')} taken in, ${same.toLocaleString('en-GB')} there already.\n`,
    )
    if (io.signal.aborted) io.exit(130)
  })
}

async function opened(file: string) {
  const stream = createReadStream(file)
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', (error) =>
      reject(
        new DomainError(
          'invalid',
          `${file} cannot be read: ${error.message}. Check the path.`,
          { file },
          error,
        ),
      ),
    )
  })
  return stream
}
