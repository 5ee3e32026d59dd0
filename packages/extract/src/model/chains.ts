import type { Finding } from '../attribution/finding.ts'
import type { Document } from '../document.ts'
import { headOf } from './propose.ts'
import type { Chain, Range } from './propose.ts'
import type { View } from './view.ts'

/** Rules that the judge tells apart, in the order of the weights; others count as the first. */
const ruleNames = [
  '',
  'tag',
  'plain tag',
  'lead-in',
  'mixed tag',
  'colon',
  'block',
  'signature',
  'according to',
  'that',
  'told',
  'clause',
  'participle',
  'called',
  'object',
  'denial',
  'beat',
  'goes on',
  'words in marks',
  'leads to',
  'unattributed',
  'loose words',
]

/** Findings that stand together: one and those that go on from it. */
export type Linked = { chain: Chain; findings: Finding[] }

/** The findings of the rules outside quotations as chains of tokens, in no order. Linear. */
export function readChains(document: Document, view: View, findings: readonly Finding[]): Linked[] {
  const groups = new Map<Finding, Finding[]>()
  const rootOf = new Map<Finding, Finding>()
  for (const finding of findings) {
    let root = finding
    for (let step = 0; root.continues !== null && step < findings.length; step++)
      root = rootOf.get(root.continues) ?? root.continues
    rootOf.set(finding, root)
    const group = groups.get(root)
    if (group) group.push(finding)
    else groups.set(root, [finding])
  }
  return [...groups].flatMap(([root, group]) => {
    const content = merged(
      group.flatMap(({ parts }) =>
        parts.flatMap(({ start, end }) => {
          const range = tokenRange(document, start, end)
          return range === null ? [] : [range]
        }),
      ),
    )
    if (content.length === 0) return []
    const cue = root.cue === null ? null : tokenRange(document, root.cue.span.start, root.cue.span.end)
    const head =
      cue === null
        ? null
        : headOf(
            view,
            Array.from({ length: cue[1] - cue[0] }, (_unused, index) => cue[0] + index),
          )
    return [
      {
        findings: group,
        chain: {
          head: head ?? -1,
          content,
          source: sourceOf(document, root),
          cue,
          rule: Math.max(0, ruleNames.indexOf(root.rule)),
          score: root.score,
        },
      },
    ]
  })
}

function sourceOf(document: Document, { label, mention, stretch }: Finding): Range | null {
  if (label !== null) return tokenRange(document, label.start, label.end)
  if (mention === null) return null
  const from = stretch.items[mention.first]
  const to = stretch.items[mention.end - 1]
  return from && to ? tokenRange(document, from.start, to.end) : null
}

/** The tokens that a span of the text touches; null for none. */
export function tokenRange({ tokens }: Document, start: number, end: number): [number, number] | null {
  const first = seek(tokens, (token) => token.end > start)
  const last = seek(tokens, (token) => token.start >= end)
  return first < last ? [first, last] : null
}

function seek(tokens: Document['tokens'], test: (token: Document['tokens'][number]) => boolean): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token === undefined || test(token)) high = middle
    else low = middle + 1
  }
  return low
}

function merged(ranges: readonly [number, number][]): Range[] {
  const found: [number, number][] = []
  for (const [from, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([from, end])
  }
  return found
}
