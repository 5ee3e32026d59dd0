import { createDeps, ingest, readTargets, type IngestEvent, type IngestSummary } from '@onrecord/ingest'
import { Command } from 'commander'
import { counted, print, type Io } from '../io.ts'
import { progress } from '../progress.ts'
import { withSink } from '../sink.ts'
import { loadWeights } from '../weights.ts'

type Options = { server?: string; data?: string; json?: boolean; quiet?: boolean }

export function ingestCommand(io: Io): Command {
  return new Command('ingest')
    .description('read articles and store the quotes, statistics and speakers found in them')
    .argument('<path...>', 'files, folders, addresses, or - for standard input')
    .option(
      '--server <url>',
      'put them into the server at this address (default: $ONRECORD_SERVER; else the database itself)',
    )
    .option(
      '--data <folder>',
      'folder of the database, or of the token of --server (default: $ONRECORD_DATA, else ./data)',
    )
    .option('--json', 'print what happens as JSON Lines')
    .option('-q, --quiet', 'print failures only')
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord ingest articles/ interview.html\n  onrecord ingest --server http://127.0.0.1:4600 articles/\n  cat report.md | onrecord ingest -\n\nWhat is known already is passed over, so an interrupted run is finished by running it again.\nExit code: 0 all read, 1 some failed, 130 interrupted.',
    )
    .action((paths: string[], options: Options) => run(io, paths, options))
}

async function run(io: Io, paths: readonly string[], options: Options): Promise<void> {
  await withSink(io, options, async ({ sink, name }) => {
    const bar = progress(io, options.json !== true && options.quiet !== true)
    if (options.json !== true && options.quiet !== true) await print(io.stderr, `Into ${name}.\n`)
    const events = ingest(
      readTargets(paths, { stdin: io.stdin }),
      createDeps({ sink, signal: io.signal, model: await loadWeights(io) }),
    )
    let summary: IngestSummary
    for (;;) {
      const step = await events.next()
      if (step.done === true) {
        summary = step.value
        break
      }
      await report(io, step.value, options, bar)
    }
    bar.clear()
    if (options.json === true) await print(io.stdout, `${JSON.stringify({ kind: 'summary', ...summary })}\n`)
    else if (options.quiet !== true) await print(io.stdout, `${sentence(summary)}\n`)
    io.exit(summary.aborted ? 130 : summary.failed > 0 ? 1 : 0)
  })
}

async function report(
  io: Io,
  event: IngestEvent,
  options: Options,
  bar: ReturnType<typeof progress>,
): Promise<void> {
  if (options.json === true) return print(io.stdout, `${JSON.stringify(event)}\n`)
  switch (event.kind) {
    case 'failed':
      bar.clear()
      return print(io.stderr, `${event.target}: ${event.message} [${event.code}]\n`)
    case 'warned':
      bar.clear()
      return print(io.stderr, `${event.target}: ${event.message}\n`)
    case 'stored':
      bar.clear()
      if (options.quiet !== true) {
        const { quotes, statistics, revision } = event.receipt
        const version = revision > 1 ? `, version ${revision}` : ''
        await print(
          io.stdout,
          `${event.target}: ${counted(quotes, 'quote')}, ${counted(statistics, 'statistic')}${version}\n`,
        )
      }
      return
    case 'unchanged':
      bar.clear()
      return options.quiet === true ? undefined : print(io.stdout, `${event.target}: nothing new\n`)
    case 'started':
      return bar.show(`reading ${event.target}`)
    case 'read':
      return bar.show(`finding quotes in ${event.target}`)
    case 'extracted':
      return bar.show(`storing ${event.target}`)
    default:
      return event satisfies never
  }
}

function sentence({ stored, unchanged, failed, quotes, statistics, aborted }: IngestSummary): string {
  const parts = [
    `${counted(stored, 'article')} stored with ${counted(quotes, 'quote')} and ${counted(statistics, 'statistic')}`,
  ]
  if (unchanged > 0) parts.push(`${unchanged} known already`)
  if (failed > 0) parts.push(`${failed} failed`)
  return `${aborted ? 'Interrupted: ' : ''}${parts.join(', ')}.`
}
