import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extract } from '../src/index.ts'

// What of the gold of seeds is not right, by cause, with its context. Causes: missed, span, speaker, invented.
type Span = { start: number; end: number }
type GoldQuote = {
  key: string
  type: string
  scoring: string
  content: Span[]
  paraphrase: Span[]
  speaker: string | null
}
type Gold = {
  quotes: Record<string, GoldQuote[]>
  speakers: { key: string; name: string; aliases: { text: string }[] }[]
}

const seeds = resolve(import.meta.dirname, '../../../seeds')
const names = ['000_d42e171dd0f59ed3', 'fiction-1', 'fiction-2', 'fiction-3', 'fiction-4', 'fiction-5']
const wordsIn = (text: string, spans: readonly Span[]): Set<number> => {
  const found = new Set<number>()
  for (const { start, end } of spans)
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) found.add(start + match.index)
  return found
}
const overlap = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  const both = [...a].filter((word) => b.has(word)).length
  return both / (a.size + b.size - both || 1)
}
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[’']s\b|\b(?:the|a|an|mr|mrs|ms|dr)\b\.?/g, '')
    .replaceAll(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
const causes = new Map<string, string[]>()
const note = (cause: string, line: string): void => {
  causes.set(cause, [...(causes.get(cause) ?? []), line])
}

for (const name of names) {
  const text = readFileSync(join(seeds, `${name}.txt`), 'utf8')
  const gold: Gold = JSON.parse(readFileSync(join(seeds, `${name}.gold.json`), 'utf8'))
  const { quotes, speakers } = extract(text)
  const show = (spans: readonly Span[]): string =>
    spans
      .map(({ start, end }) => text.slice(start, end))
      .join(' […] ')
      .slice(0, 140)
  const around = ({ start, end }: Span): string =>
    text.slice(Math.max(0, start - 50), Math.min(text.length, end + 50)).replaceAll(/\s+/g, ' ')
  const matched = new Set<number>()
  for (const quote of Object.values(gold.quotes).flat()) {
    const forms = [wordsIn(text, quote.content), wordsIn(text, [...quote.content, ...quote.paraphrase])]
    const scored = quotes.map(({ parts, verbatim, kind }, index) => ({
      index,
      iou:
        (kind === 'term') === (quote.type === 'scare')
          ? Math.max(
              ...forms.flatMap((form) => [
                overlap(form, wordsIn(text, parts)),
                overlap(form, wordsIn(text, verbatim)),
              ]),
            )
          : 0,
    }))
    const best = scored.toSorted((a, b) => b.iou - a.iou)[0]
    const candidate = best && best.iou >= 0.5 ? quotes[best.index] : undefined
    if (best && candidate) matched.add(best.index)
    if (quote.scoring === 'optional') continue
    const first = quote.content[0]
    if (candidate === undefined || best === undefined) {
      note(
        'missed',
        `${name} ${quote.type} ${quote.key}: ${show(quote.content)}\n      … ${first ? around(first) : ''} …`,
      )
      continue
    }
    if (best.iou < 1)
      note(
        'span',
        `${name} ${quote.type} ${quote.key} (${best.iou.toFixed(2)}, ${candidate.attribution.rule}): ${show(candidate.parts)}`,
      )
    const speaker = gold.speakers.find(({ key }) => key === quote.speaker)
    const given = candidate.speaker === null ? null : (speakers[candidate.speaker]?.name ?? null)
    const right =
      speaker === undefined
        ? given === null
        : given !== null &&
          [speaker.name, ...speaker.aliases.map((alias) => alias.text)].some(
            (known) => fold(known) === fold(given),
          )
    if (!right)
      note(
        'speaker',
        `${name} ${quote.type} ${quote.key} (${candidate.attribution.rule}): ${given ?? 'none'} instead of ${speaker?.name ?? 'none'}`,
      )
  }
  for (const [index, { kind, parts, attribution }] of quotes.entries())
    if (!matched.has(index)) note('not in the gold', `${name} ${kind} (${attribution.rule}): ${show(parts)}`)
}
for (const [cause, lines] of [...causes].toSorted((a, b) => b[1].length - a[1].length))
  process.stdout.write(`${cause}: ${lines.length}\n${lines.map((line) => `    ${line}`).join('\n')}\n`)
