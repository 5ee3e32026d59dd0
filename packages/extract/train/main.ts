import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { judgeWidth } from '../src/model/judge.ts'
import { treeChance } from '../src/model/trees.ts'
import { saveModel } from '../src/model/weights.ts'
import { learnTrees } from './boost.ts'
import { learnCues } from './cues.ts'
import { readGold, readSample } from './gold.ts'
import { f1At, readJudged } from './proposals.ts'
import type { Judged } from './proposals.ts'
import { learnSpans, readWindows, spanTables } from './spans.ts'
import { tuning } from './tuning.ts'

// Trains cue finder, tagger and judge on the train set of the attribution kit, and writes weights/attribution.bin.
// Same data, same file. An argument from 0 to 1 takes that share of the documents, for trying things.
const root = resolve(import.meta.dirname, '../../..')
const file = join(root, '../shared/eval/attribution/data/train.jsonl.gz')
const say = (line: string): void => {
  process.stdout.write(`${(process.cpuUsage().user / 1e6).toFixed(0).padStart(4)} s  ${line}\n`)
}

if (existsSync(file))
  train(
    Number(process.argv[2] ?? 1),
    process.argv[3] ?? resolve(import.meta.dirname, '../weights/attribution.bin'),
  )
else {
  say(
    'train: ../shared/eval/attribution/data/train.jsonl.gz is absent beside the project; nothing is trained',
  )
  process.exitCode = 2
}

function train(share: number, target: string): void {
  const all = readGold(file)
  const samples = all.filter((_document, index) => (index * 7919) % 100 < share * 100).map(readSample)
  say(`${samples.length} documents, ${samples.reduce((sum, { view }) => sum + view.size, 0)} tokens`)
  const cues = learnCues(samples)
  say('cues learned')
  const windows = readWindows(samples, cues.unseen)
  const judged: Judged[] = []
  for (let fold = 0; fold < tuning.folds; fold++) {
    const tables = spanTables(learnSpans(windows, (document) => document % tuning.folds !== fold))
    for (const [index, sample] of samples.entries())
      if (index % tuning.folds === fold)
        judged[index] = readJudged(sample, cues.unseen[index] ?? new Float32Array(sample.view.size), tables)
    say(`part ${fold + 1} of ${tuning.folds} read by a tagger that has not seen it`)
  }
  const spans = learnSpans(windows, () => true)
  say('tagger learned')
  const { threshold, heldOut } = chooseThreshold(judged)
  say(`threshold ${threshold.toFixed(2)}, F1 on held-out documents ${(100 * heldOut).toFixed(1)}`)
  const judge = learnJudge(judged)
  mkdirSync(resolve(target, '..'), { recursive: true })
  const bytes = saveModel(
    'attribution-2',
    threshold,
    { first: cues.first, second: cues.second, ...spans },
    judge,
  )
  writeFileSync(target, bytes)
  say(`${bytes.length} bytes written`)
}

function learnJudge(judged: readonly Judged[]) {
  const rows = new Float32Array(judged.reduce((sum, own) => sum + own.rows.length, 0))
  let at = 0
  for (const own of judged) {
    rows.set(own.rows, at)
    at += own.rows.length
  }
  const targets = Uint8Array.from(
    judged.flatMap(({ right }) => [...right].map((index) => (index >= 0 ? 1 : 0))),
  )
  return learnTrees(rows, judgeWidth, targets, tuning.judge)
}

/** The threshold with the best F1 on documents that the judge has not seen either. */
function chooseThreshold(judged: readonly Judged[]): { threshold: number; heldOut: number } {
  for (const part of [0, 1]) {
    const trees = learnJudge(judged.filter((_own, index) => index % 2 !== part))
    for (const { proposals, rows } of judged.filter((_own, index) => index % 2 === part))
      for (const [index, proposal] of proposals.entries())
        proposal.score = treeChance(trees, rows.subarray(index * judgeWidth, (index + 1) * judgeWidth))
  }
  let best = { threshold: 0.35, heldOut: 0 }
  for (let hundredth = 20; hundredth <= 50; hundredth += 2) {
    const heldOut = f1At(judged, hundredth / 100)
    if (heldOut > best.heldOut) best = { threshold: hundredth / 100, heldOut }
  }
  return best
}
