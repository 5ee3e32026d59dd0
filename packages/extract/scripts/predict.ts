import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { extract, toPrediction } from '../src/index.ts'

/** Lines of {"id","text"} (or the attribution kit's gold, gzipped) to lines of predictions. */
export function predict(from: string, to: string): { documents: number; words: number; seconds: number } {
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
    const extraction = extract(text)
    spent += performance.now() - before
    words += text.split(/\s+/).length
    return JSON.stringify(toPrediction(id, extraction, text))
  })
  writeFileSync(to, `${out.join('\n')}\n`)
  return { documents: lines.length, words, seconds: spent / 1000 }
}
