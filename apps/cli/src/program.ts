import { Command } from 'commander'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { importCommand } from './commands/import.ts'
import { ingestCommand } from './commands/ingest.ts'
import { readCommand } from './commands/read.ts'
import { sampleCommand } from './commands/sample.ts'
import { startCommand } from './commands/start.ts'
import { verifyCommand } from './commands/verify.ts'
import type { Io } from './io.ts'

/** The command line, unparsed. Nothing is read or opened before a command runs. */
export function createProgram(io: Io): Command {
  const program = new Command('onrecord')
    .description('A quote database you can trust: who said what, where, when, and on whose word.')
    .version('0.1.0')
    .showHelpAfterError('(see onrecord --help)')
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord start                                   serve the site on http://127.0.0.1:4600/\n  onrecord ingest articles/                        find and store quotes\n  onrecord read pages/*.html | onrecord extract    find them, store nothing',
    )
  for (const command of [
    startCommand,
    ingestCommand,
    readCommand,
    extractCommand,
    exportCommand,
    importCommand,
    verifyCommand,
    sampleCommand,
  ]) {
    program.addCommand(command(io))
  }
  return program
}
