import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readAll } from '../src/attribution/attribute.ts'
import type { Reading } from '../src/attribution/finding.ts'
import { readDocument } from '../src/document.ts'
import { cueFeatures } from '../src/model/cue-feature.ts'
import { judgeFeatures, judgeWidth } from '../src/model/judge-feature.ts'
import { readLexemes } from '../src/model/lexeme.ts'
import { mayBeCue, readCandidates, ruleLabels } from '../src/model/propose.ts'
import type { Tables } from '../src/model/propose.ts'
import { pathWidth, spanFeatures, spanWidth } from '../src/model/span-feature.ts'
import { shape, writeModel } from '../src/model/weights.ts'
import type { Table } from '../src/model/weights.ts'
import { headOf, iouOf, labelsOf, readGold } from './train/gold.ts'
import type { Attribution, GoldDocument } from './train/gold.ts'
import { learnLogistic, learnTagger } from './train/learn.ts'
import type { Example, Sequence } from './train/learn.ts'

// Trains cue finder, tagger and judge on the attribution kit's train set, and writes weights/attribution.bin.
// The judge learns from candidates of models that have not seen the document (folds). Same seed, same file.
const root = resolve(import.meta.dirname, '../../..')
const file = join(root, '../shared/eval/attribution/data/train.jsonl.gz')
const folds = 2
const seed = 7
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
type Prepared = {
  gold: GoldDocument
  readings: Reading[]
  heads: Map<Reading, Map<number, Attribution>>
  fold: number
}

if (!existsSync(file)) {
  say('train: ../shared/eval/attribution/data/train.jsonl.gz is absent beside the project; nothing trained')
  process.exitCode = 2
} else train()

function train(): void {
  const share = Number(process.argv[2] ?? 1)
  const all = readGold(file)
  const documents = all.slice(0, Math.ceil(all.length * share)).map(prepare)
  say(`${documents.length} documents read`)
  const cross: { tables: Tables; fold: number }[] = []
  for (let fold = 0; fold < folds; fold++)
    cross.push({ fold, tables: learn(documents.filter((document) => document.fold !== fold)) })
  const examples = documents.flatMap((document) => {
    const own = cross.find(({ fold }) => fold === document.fold)
    return own ? judged(document, own.tables) : []
  })
  say(`${examples.length} candidates, ${examples.filter(({ right }) => right).length} right`)
  const judge = learnLogistic(examples, shape.judgeBits, { epochs: 8, rate: 0.05, shrink: 2e-4, seed })
  const tables = learn(documents)
  const bytes = writeModel({
    name: 'attribution',
    threshold: 0.33,
    ...mapTables(tables, small),
    judge: small({ values: judge, step: 1 }),
  })
  const folder = resolve(import.meta.dirname, '../weights')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'attribution.bin'), bytes)
  say(`weights/attribution.bin: ${bytes.length} bytes`)
}

function prepare(gold: GoldDocument, index: number): Prepared {
  const { readings, turns } = readAll(readDocument(gold.text))
  const outer = readings.filter(
    ({ stretch }) => stretch.within < 0 && !turns.paragraphs.has(stretch.paragraph),
  )
  const heads = new Map(outer.map((reading) => [reading, new Map<number, Attribution>()]))
  for (const attribution of gold.attributions) {
    const start = attribution.cue[0]?.start ?? -1
    const reading = outer.find(({ items, stretch }) => (items[0]?.start ?? 0) <= start && start < stretch.end)
    const at = reading ? headOf(reading, attribution) : -1
    if (reading && at >= 0) heads.get(reading)?.set(at, attribution)
  }
  return { gold, readings: outer, heads, fold: index % folds }
}

function learn(documents: readonly Prepared[]): Tables {
  const cues: Example[] = []
  const sequences: Sequence[] = []
  const buffer = new Int32Array(64)
  for (const { readings, heads } of documents)
    for (const reading of readings) {
      const { items } = reading
      const lexemes = readLexemes(items)
      const sites = new Map(reading.cues.map((site) => [site.at, site]))
      const gold = heads.get(reading)
      for (let at = 0; at < items.length; at++) {
        const attribution = gold?.get(at)
        if (mayBeCue(items[at]))
          cues.push({
            features: buffer.slice(0, cueFeatures(lexemes, at, sites.get(at), buffer)),
            right: attribution !== undefined,
            weight: 1,
          })
        if (attribution === undefined) continue
        const finding = reading.findings.find((candidate) => candidate.at === at) ?? null
        const span = new Int32Array(items.length * spanWidth)
        const path = new Int32Array(items.length * pathWidth)
        spanFeatures(lexemes, at, ruleLabels(reading, at, finding), span, path)
        sequences.push({ size: items.length, labels: labelsOf(reading, attribution), span, path })
      }
    }
  const cue = learnLogistic(cues, shape.cueBits, { epochs: 4, rate: 0.1, shrink: 1e-6, seed })
  const { span, path } = learnTagger(
    sequences,
    { span: shape.spanBits, path: shape.pathBits },
    shape.labels,
    { epochs: 5, rate: 0.1, shrink: 1e-6, seed },
  )
  say(`learned from ${cues.length} words and ${sequences.length} sequences`)
  return { cue: { values: cue, step: 1 }, span: { values: span, step: 1 }, path: { values: path, step: 1 } }
}

function judged({ gold, readings }: Prepared, tables: Tables): Example[] {
  const { text, attributions } = gold
  const buffer = new Int32Array(judgeWidth)
  return readings.flatMap((reading) => {
    const { candidates, lexemes } = readCandidates(reading, tables)
    const { items, stretch } = reading
    const from = items[0]?.start ?? 0
    const near = attributions.filter(({ content }) =>
      content.some(({ start, end }) => start < stretch.end && from < end),
    )
    return candidates.map((candidate) => {
      const spans = candidate.content.map(([first, end]) => ({
        start: items[first]?.start ?? 0,
        end: items[end - 1]?.end ?? 0,
      }))
      const right = near.some(({ content, source }) => {
        if (iouOf(text, spans, content) < 0.5) return false
        if (candidate.source === null) return source.length === 0
        const start = items[candidate.source[0]]?.start ?? 0
        const end = items[candidate.source[1] - 1]?.end ?? 0
        return source.some((span) => span.start < end && start < span.end)
      })
      const count = judgeFeatures(reading, candidate, candidates, lexemes, buffer)
      return { features: buffer.slice(0, count), right, weight: 1 }
    })
  })
}

function mapTables({ cue, span, path }: Tables, change: (table: Table) => Table): Tables {
  return { cue: change(cue), span: change(span), path: change(path) }
}

/** As integers from -127 to 127: the largest few weights are cut, so that the step stays fine. */
function small({ values }: Table): Table {
  const sizes = Float32Array.from(values, Math.abs).toSorted()
  const used = sizes.filter((size) => size > 0)
  const top = used[Math.floor(used.length * 0.9995)] ?? 1
  const step = top / 127
  return {
    values: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))),
    step,
  }
}
