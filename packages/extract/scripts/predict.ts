import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extract, readModel, toPrediction } from '../src/index.ts'
import type { Model } from '../src/index.ts'

/** The weights of the package, null where there are none. */
export function packageModel(): Model | null {
  const file = join(resolve(import.meta.dirname, '../weights'), 'attribution.bin')
  return existsSync(file) ? readModel(new Uint8Array(readFileSync(file))) : null
}

/** Lines of {"id","text"} (or the attribution kit's gold, gzipped) to lines of predictions. */
export function predict(
  from: string,
  to: string,
  model: Model | null = null,
): { documents: number; words: number; seconds: number } {
  const bytes = readFileSync(from)
  const lines = (from.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
  let words = 0
  let spent = 0
  const out = lines.map((line) => {
    const { id, text }: { id: string; text: string } = JSON.parse(line)
    const before = performance.now()
    const extraction = extract(text, { model })
    spent += performance.now() - before
    words += text.split(/\s+/).length
    return JSON.stringify(toPrediction(id, extraction, text))
  })
  writeFileSync(to, `${out.join('\n')}\n`)
  return { documents: lines.length, words, seconds: spent / 1000 }
}
