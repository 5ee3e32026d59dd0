import { readContext } from '../src/model/context.ts'
import { newSheet, spanFeatures, spanWidth, stepWidth } from '../src/model/span.ts'
import type { Tables } from '../src/model/propose.ts'
import { CUE } from '../src/model/chain.ts'
import { shape } from '../src/model/weights.ts'
import { tableOf } from './cues.ts'
import type { Sample } from './gold.ts'
import { learnChain } from './learn.ts'
import type { Windows } from './learn.ts'
import { tuning } from './tuning.ts'

/** The windows round all true cues of the samples, and which sample each is of. */
export function readWindows(
  samples: readonly Sample[],
  chances: readonly Float32Array[],
): { windows: Windows; documents: Int32Array } {
  const sheet = newSheet()
  const windows: Windows = { span: [], counts: [], step: [], cue: [], label: [] }
  const documents: number[] = []
  for (const [index, { view, aligned }] of samples.entries()) {
    const context = readContext(view, chances[index] ?? new Float32Array(view.size))
    for (const { head, label } of aligned) {
      spanFeatures(view, context, head, sheet)
      const { first, size, span, counts, step } = sheet
      const labels = Uint8Array.from({ length: size }, (_unused, at) => label.get(first + at) ?? 0)
      labels[head - first] = CUE
      windows.span.push(span.slice(0, size * spanWidth))
      windows.counts.push(counts.slice(0, size))
      windows.step.push(step.slice(0, size * stepWidth))
      windows.cue.push(head - first)
      windows.label.push(labels)
      documents.push(index)
    }
  }
  return { windows, documents: Int32Array.from(documents) }
}

/** Learns the tagger from those windows whose document passes. */
export function learnSpans(
  { windows, documents }: ReturnType<typeof readWindows>,
  passes: (document: number) => boolean,
): { span: Float32Array; step: Float32Array } {
  const rows = Int32Array.from({ length: documents.length }, (_unused, index) => index)
  return learnChain(
    windows,
    rows.filter((row) => passes(documents[row] ?? 0)),
    { ...tuning.chain, spanBits: shape.spanBits, stepBits: shape.stepBits },
  )
}

export const spanTables = ({
  span,
  step,
}: {
  span: Float32Array
  step: Float32Array
}): Pick<Tables, 'span' | 'step'> => ({
  span: tableOf(span, shape.labels),
  step: tableOf(step, shape.pairs),
})
