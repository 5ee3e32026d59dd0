import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract } from '../src/index.ts'
import { datePrediction, statisticPrediction } from '../src/statistic/prediction.ts'

/** A line of a gold file or of the texts: only what is asked of it here. */
type Line = { id: string; text: string; ref: string | null }

const root = fileURLToPath(new URL('../../../', import.meta.url))
const kit = join(root, '../shared/eval/statistics')
const seeds = join(root, 'seeds')
const print = (text: string): void => void process.stdout.write(`${text}\n`)

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-score-'))
  try {
    print('seeds')
    print(
      run([join(seeds, 'score.mjs'), '--pred', write(folder, 'seeds.jsonl', seedLines())])
        .split('\n')
        .filter((line) => /^statistics|^on matched/.test(line))
        .join('\n'),
    )
    if (!existsSync(kit)) {
      print('../shared/eval/statistics is absent here: the development sets are not scored')
      return
    }
    const files = readdirSync(join(kit, 'data')).filter((file) => file.endsWith('.jsonl'))
    const sets = files
      .filter((file) => file !== 'dates.jsonl')
      .flatMap((file) => readLines(join(kit, 'data', file)))
    print('\ndevelopment sets')
    print(run([join(kit, 'score.mjs'), write(folder, 'sets.jsonl', sets)]))
    print('dates')
    const dates = run([
      join(kit, 'score.mjs'),
      '--dates',
      '--json',
      write(folder, 'dates.jsonl', readLines(join(kit, 'data/dates.jsonl'))),
    ])
    print(dateTable(dates))
    print('\nspeed of this part alone: pnpm --filter @onrecord/extract bench:statistics')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(lineOf)
}

function lineOf(line: string): Line {
  const parsed: unknown = JSON.parse(line)
  const field = (name: string): string | null => {
    const value = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : null
    return typeof value === 'string' ? value : null
  }
  return { id: field('id') ?? '', text: field('text') ?? '', ref: field('ref') }
}

function seedLines(): Line[] {
  return readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ id: file.slice(0, -4), text: readFileSync(join(seeds, file), 'utf8'), ref: null }))
}

function write(folder: string, name: string, lines: readonly Line[]): string {
  const file = join(folder, name)
  const predictions = lines.map(({ id, text, ref }) => {
    const { statistics, speakers, dates } = extract(text, { publishedAt: ref?.slice(0, 10) ?? null })
    return JSON.stringify({
      id,
      quotes: [],
      statistics: statistics.map((statistic) => statisticPrediction(statistic, speakers)),
      dates: dates.map(datePrediction),
    })
  })
  writeFileSync(file, `${predictions.join('\n')}\n`)
  return file
}

function run(args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args[0] ?? ''} ended with ${status}: ${stderr}`)
  return stdout.trimEnd()
}

/** Span over all that are no bare lengths of time; first day and both ends over those that have a day. */
function dateTable(json: string): string {
  const parsed: unknown = JSON.parse(json)
  const count = (type: string, field: string): number => {
    const entry: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, type) : null
    const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, field) : 0
    return typeof value === 'number' ? value : 0
  }
  const share = (types: readonly string[], field: string, of: string): string => {
    const sum = (name: string) => types.reduce((total, type) => total + count(type, name), 0)
    return `${((100 * sum(field)) / sum(of)).toFixed(1)} (${sum(field)}/${sum(of)})`
  }
  const dated = ['date', 'daterange', 'datetime', 'datetimerange']
  const ranges = ['daterange', 'datetimerange']
  return [
    `span with lengths of time ${share([...dated, 'duration'], 'span', 'gold')}, without ${share(dated, 'span', 'gold')}`,
    `first day ${share(dated, 'from', 'resolvable')}; both ends of ranges ${share(ranges, 'both', 'resolvable')}; more than gold has ${count('spurious', 'extra')} of ${count('spurious', 'pred')}`,
  ].join('\n')
}

main()
