import { exitCodeOf, explain } from '@onrecord/server'
import { Command, CommanderError } from 'commander'
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
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord start                                   serve the site on http://127.0.0.1:4600/\n  onrecord ingest articles/                        find and store quotes\n  onrecord read pages/*.html | onrecord extract    find them, store nothing',
    )
  const commands = [
    startCommand,
    ingestCommand,
    readCommand,
    extractCommand,
    exportCommand,
    importCommand,
    verifyCommand,
    sampleCommand,
  ]
  for (const command of commands) program.addCommand(command(io))
  tell(program, io)
  return program
}

// Settings are not handed down to commands that were made elsewhere.
function tell(command: Command, io: Io): void {
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError(`(${command.parent ? 'onrecord ' : ''}${command.name()} --help lists what there is)`)
  for (const part of command.commands) tell(part, io)
}

/**
 * Runs the command line with `args` (without node and script) and answers the exit code: 0 all done, 1 something
 * failed, 2 wrong use, 3 in use, 130 interrupted. Never throws; what went wrong is on `io.stderr`.
 */
export async function runProgram(args: readonly string[], io: Omit<Io, 'exit'>): Promise<number> {
  let code = 0
  try {
    await createProgram({ ...io, exit: (wanted) => (code = wanted) }).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    io.stderr.write(`onrecord: ${explain(error)}\n`)
    return exitCodeOf(error)
  }
  return code
}
