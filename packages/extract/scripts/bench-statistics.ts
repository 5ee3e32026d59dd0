import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../src/document.ts'
import { findStatistics } from '../src/statistic/index.ts'

const seeds = fileURLToPath(new URL('../../../seeds/', import.meta.url))

/**
 * Prints how many characters a second the figures and dates of the seed texts take, the reading of the document
 * left out. Processor time, so that other work on the machine does not count.
 */
function main(): void {
  const texts = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(seeds, file), 'utf8'))
  const documents = texts.map((text) => readDocument(text))
  const characters = texts.reduce((total, text) => total + text.length, 0)
  const rounds = 100
  const times: number[] = []
  for (let pass = 0; pass < 4; pass++) {
    const before = process.cpuUsage()
    for (let round = 0; round < rounds; round++)
      for (const document of documents) findStatistics(document, [], [], [])
    times.push(process.cpuUsage(before).user / 1e6)
  }
  const best = Math.min(...times)
  process.stdout.write(
    `statistics: ${Math.round((characters * rounds) / best)} characters a second of processor time\n`,
  )
}

main()
