import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
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
    // Written beside and renamed: a file of that name is either whole or what it was.
    const draft = `${file}.${process.pid}.part`
    try {
      await pipeline(lines, createWriteStream(draft, { flags: 'wx' }), { signal: io.signal })
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true })
      throw new DomainError(
        'unavailable',
        `${file} could not be written: ${error instanceof Error ? error.message : String(error)}. Choose another place.`,
        { file },
        error,
      )
    }
    await print(io.stderr, `${counted(count, 'line')} written to ${file}.\n`)
  })
}
