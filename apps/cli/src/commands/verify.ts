import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { counted, print, type Io } from '../io.ts'
import { recordFaults } from '../record-faults.ts'

export function verifyCommand(io: Io): Command {
  return new Command('verify')
    .description('check that every anchor still stands at its words and the database is whole')
    .option('--data <folder>', 'folder of the database (default: $ONRECORD_DATA, else ./data)')
    .option('--json', 'print each fault as a line of JSON')
    .addHelpText(
      'after',
      '\nExit code: 0 nothing wrong, 1 faults found.\n\nExample:\n  onrecord verify --data /srv/quotes',
    )
    .action(async (options: { data?: string; json?: boolean }) => {
      await withDatabase(io, { ...options, make: false, readOnly: true }, async ({ store }) => {
        let faults = 0
        const say = async (fault: { id: string | null; code: string; message: string }) => {
          faults++
          await print(
            io.stdout,
            options.json === true
              ? `${JSON.stringify(fault)}\n`
              : `${fault.id ?? 'database'}: ${fault.message} [${fault.code}]\n`,
          )
        }
        for (const message of await store.verify()) await say({ id: null, code: 'integrity', message })
        let records = 0
        for await (const found of recordFaults(store)) {
          if (io.signal.aborted) break
          if (found.fault === null) records++
          else await say(found.fault)
        }
        await print(io.stderr, `${counted(records, 'record')} checked, ${counted(faults, 'fault')}.\n`)
        io.exit(io.signal.aborted ? 130 : faults > 0 ? 1 : 0)
      })
    })
}
