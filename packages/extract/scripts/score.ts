import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { predict } from './predict.ts'

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
  predict(texts, predictions)
  say(`Gold of seeds\n${node(scorer, '--pred', predictions, '--by-document', ...process.argv.slice(2))}`)
  const kit = join(root, '../shared/eval/attribution')
  if (existsSync(join(kit, 'data/dev.jsonl.gz'))) {
    const gold = join(kit, 'data/dev.jsonl.gz')
    const { documents, words, seconds } = predict(gold, predictions)
    say(
      `Attribution kit, dev (${documents} documents, ${words} words, ${Math.round(words / seconds)} words/s)`,
    )
    say(node(join(kit, 'score.mjs'), '--gold', gold, '--pred', predictions, '--by-type'))
    say('The same with --outermost')
    say(node(join(kit, 'score.mjs'), '--gold', gold, '--pred', predictions, '--by-type', '--outermost'))
  } else
    say('Attribution kit: absent (looked for ../shared/eval/attribution beside the project), so no dev score')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
