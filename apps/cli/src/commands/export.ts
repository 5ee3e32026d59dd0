import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '@onrecord/core'
import { SCHEMA_VERSION } from '@onrecord/schema'
import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { counted, print, type Io } from '../io.ts'

export function exportCommand(io: Io): Command {
  return new Command('export')
    .description('print the whole database as JSON Lines')
    .argument('[file]', 'file to write; left out or -: standard output')
    .option('--data <folder>', 'folder of the database (default: $ONRECORD_DATA, else ./data)')
    .addHelpText(
      'after',
      '\nOne record a line: {"schemaVersion","kind","data"}; records before what points at them, the history last.\n`onrecord import` takes it back with nothing lost.\n\nExamples:\n  onrecord export backup.jsonl\n  onrecord export | gzip > backup.jsonl.gz',
    )
    .action((file: string | undefined, options: { data?: string }) => run(io, file, options))
}

async function run(io: Io, file: string | undefined, options: { data?: string }): Promise<void> {
  await withDatabase(io, { ...options, make: false, readOnly: true }, async ({ store }) => {
    let count = 0
    async function* lines() {
      for await (const line of store.dump()) {
        count++
        yield `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...line })}\n`
      }
    }
    if (file === undefined || file === '-') {
      for await (const line of lines()) await print(io.stdout, line)
      return
    }
    await writeFile(file, lines(), io.signal)
    await print(io.stderr, `${counted(count, 'line')} written to ${file}.\n`)
  })
}

// Written beside and renamed: a file of that name is either whole or what it was. A pipe or device is written as it is.
async function writeFile(file: string, lines: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const direct = await stat(file).then(
    (found) => !found.isFile(),
    () => false,
  )
  const draft = direct ? file : `${file}.${process.pid}.part`
  try {
    await pipeline(lines, createWriteStream(draft, { flags: direct ? 'w' : 'wx' }), { signal })
    if (!direct) await rename(draft, file)
  } catch (error) {
    if (!direct) await rm(draft, { force: true })
    // What the database says of itself is no fault of the file.
    if (error instanceof DomainError) throw error
    throw new DomainError(
      'unavailable',
      `${file} could not be written: ${error instanceof Error ? error.message : String(error)}. Choose another place.`,
      { file },
      error,
    )
  }
}
