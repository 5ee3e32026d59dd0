import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readDocument } from '../src/document.ts'
import type { Document } from '../src/document.ts'
import { headOf } from '../src/model/propose.ts'
import { readView } from '../src/model/view.ts'
import type { View } from '../src/model/view.ts'

export type Span = { start: number; end: number }
export type GoldAttribution = { id: string; type: string; cue: Span[]; source: Span[]; content: Span[] }
export type GoldDocument = { id: string; text: string; attributions: GoldAttribution[] }

/** An attribution in tokens: its labels by token, the head of its cue. */
export type Aligned = { head: number; label: Map<number, number>; gold: GoldAttribution }
export type Sample = { gold: GoldDocument; document: Document; view: View; aligned: Aligned[] }

export function readGold(file: string): GoldDocument[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): GoldDocument => JSON.parse(line))
}

export function readSample(gold: GoldDocument): Sample {
  const document = readDocument(gold.text)
  const view = readView(document)
  const aligned: Aligned[] = []
  for (const attribution of gold.attributions) {
    const label = new Map<number, number>()
    for (const [spans, value] of [
      [attribution.content, 1],
      [attribution.source, 2],
      [attribution.cue, 3],
    ] as const)
      for (const at of tokensIn(document, spans)) label.set(at, value)
    const head = headOf(
      view,
      tokensIn(document, attribution.cue).filter((at) => label.get(at) === 3),
    )
    if (head !== null) aligned.push({ head, label, gold: attribution })
  }
  return { gold, document, view, aligned }
}

function tokensIn({ tokens }: Document, spans: readonly Span[]): number[] {
  const found: number[] = []
  for (const { start, end } of spans) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    for (let at = low; at < tokens.length && (tokens[at]?.start ?? Infinity) < end; at++) found.push(at)
  }
  return found
}
