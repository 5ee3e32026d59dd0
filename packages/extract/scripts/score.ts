import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packageModel, predict } from './predict.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-score-'))
const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
const say = (text: string): void => {
  process.stdout.write(`${text.trimEnd()}\n\n`)
}

try {
  const scorer = join(root, 'seeds/score.mjs')
  const texts = join(folder, 'texts.jsonl')
  const predictions = join(folder, 'predictions.jsonl')
  writeFileSync(texts, node(scorer, '--texts'))
  const kit = join(root, '../shared/eval/attribution')
  const gold = join(kit, 'data/dev.jsonl.gz')
  const model = packageModel()
  const engines = [
    { name: 'rules alone', weights: null },
    ...(model === null ? [] : [{ name: 'rules and weights', weights: model }]),
  ]
  if (model === null) say('weights/attribution.bin is absent: rules alone')
  for (const { name, weights } of engines) {
    predict(texts, predictions, weights)
    say(
      `Gold of seeds, ${name}\n${node(scorer, '--pred', predictions, '--by-document', ...process.argv.slice(2))}`,
    )
    if (!existsSync(gold)) {
      say(
        'Attribution kit: absent (looked for ../shared/eval/attribution beside the project), so no dev score',
      )
      continue
    }
    const { documents, words, seconds } = predict(gold, predictions, weights)
    say(
      `Attribution kit, dev, ${name} (${documents} documents, ${words} words, ${Math.round(words / seconds)} words/s)`,
    )
    const score = (...args: readonly string[]): string =>
      node(join(kit, 'score.mjs'), '--gold', gold, '--pred', predictions, '--by-type', ...args)
    say(score())
    say(`The same with --outermost\n${score('--outermost')}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
