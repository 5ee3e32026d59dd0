import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extract } from '../src/index.ts'
import { packageModel } from './predict.ts'

// Articles of one size, again and again, on one core; then one long text at 1 and 4 times its size.
const seeds = resolve(import.meta.dirname, '../../../seeds')
const texts = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(seeds, name), 'utf8'))
const countWords = (text: string): number => text.split(/\s+/).length
// Time on the processor, not on the clock: others may be at work on the machine.
const seconds = (run: () => void): number => {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const rounds = 20
const words = texts.reduce((sum, text) => sum + countWords(text), 0)
const article = `${texts.join('\n\n')}\n\n`
const model = packageModel()
for (const weights of model === null ? [null] : [null, model]) {
  const all = (): void => texts.forEach((text) => extract(text, { model: weights }))
  for (let round = 0; round < 10; round++) all()
  const spent = seconds(() => {
    for (let round = 0; round < rounds; round++) all()
  })
  say(weights === null ? 'rules alone' : 'rules and weights')
  say(`  articles/s  ${Math.round((texts.length * rounds) / spent)}`)
  say(`  words/s     ${Math.round((words * rounds) / spent)}`)
  for (const size of process.argv.includes('large') ? [250_000, 1_250_000] : [250_000]) {
    const once = article.repeat(Math.ceil(size / article.length)).slice(0, size)
    const [single, fourfold] = [1, 4].map((times) => {
      const text = once.repeat(times)
      return seconds(() => extract(text, { model: weights }))
    })
    if (single === undefined || fourfold === undefined) continue
    say(
      `  ${size} and ${size * 4} units: ${single.toFixed(2)} s, ${fourfold.toFixed(2)} s, ratio ${(fourfold / single).toFixed(2)}`,
    )
  }
}
