import { Command } from 'commander'
import { owner, withDatabase } from '../database.ts'
import { counted, print, type Io } from '../io.ts'
import { addSample } from '../sample.ts'
import { loadWeights } from '../weights.ts'

export function sampleCommand(io: Io): Command {
  const sample = new Command('sample').description('add or remove the sample article')
  const data = ['--data <folder>', 'folder of the database (default: $ONRECORD_DATA, else ./data)'] as const
  sample
    .command('add')
    .description('add the sample article')
    .option(...data)
    .action((options: { data?: string }) => add(io, options))
  sample
    .command('remove')
    .description('remove it, its quotes, and speakers that no other article uses')
    .option(...data)
    .action((options: { data?: string }) => remove(io, options))
  return sample.addHelpText('after', '\nExamples:\n  onrecord sample remove\n  onrecord sample add')
}

async function add(io: Io, options: { data?: string }): Promise<void> {
  await withDatabase(io, { ...options, make: true }, async ({ services }) => {
    for await (const event of addSample(services, owner('onrecord sample add'), {
      signal: io.signal,
      model: await loadWeights(io),
    })) {
      if (event.kind === 'stored')
        await print(
          io.stdout,
          `Added: ${event.title} (${counted(event.receipt.quotes, 'quote')}, ${counted(event.receipt.statistics, 'statistic')}).\n`,
        )
      else if (event.kind === 'unchanged') await print(io.stdout, 'The sample is there already.\n')
      else if (event.kind === 'failed') {
        await print(io.stderr, `${event.target}: ${event.message} [${event.code}]\n`)
        io.exit(1)
      }
    }
  })
}

async function remove(io: Io, options: { data?: string }): Promise<void> {
  await withDatabase(io, { ...options, make: false }, async ({ services }) => {
    const { sources, quotes, speakers } = await services.sample.remove(owner('onrecord sample remove'))
    await print(
      io.stdout,
      sources === 0
        ? 'There is no sample here.\n'
        : `Removed: ${counted(sources, 'article')}, ${counted(quotes, 'quote')}, ${counted(speakers, 'speaker')}.\n`,
    )
  })
}
