import type { Reading } from '../attribution/finding.ts'
import { hashOf, mix } from './hash.ts'
import type { Lexeme } from './lexeme.ts'
import type { Candidate } from './propose.ts'

export const judgeWidth = 48
const kinds = Array.from({ length: judgeWidth }, (_unused, index) => hashOf(`judge feature ${index}`))
const tenth = (value: number): number => Math.min(9, Math.floor(value * 10))
const length = (count: number): number =>
  count <= 4 ? count : count <= 8 ? 5 : count <= 14 ? 6 : count <= 25 ? 7 : 8

/** Features of a whole candidate beside the others of its stretch, as hashes, into `out`. Returns how many. */
export function judgeFeatures(
  { items, stretch, cues }: Reading,
  candidate: Candidate,
  all: readonly Candidate[],
  lexemes: readonly Lexeme[],
  out: Int32Array,
): number {
  let count = 0
  const add = (index: number, value: number): void => {
    out[count++] = mix(kinds[index] ?? 0, value)
  }
  const { at, content, source, finding } = candidate
  const here = lexemes[at]
  const base = here?.base ?? 0
  const tag = here?.tag ?? 0
  let size = 0
  let quotes = 0
  for (const [first, end] of content)
    for (let index = first; index < end; index++) {
      size++
      if (items[index]?.kind === 'quote') quotes++
    }
  const type = quotes === 0 ? 0 : quotes === size ? 2 : 1
  const left = content.some(([first]) => first < at) ? 1 : 0
  const right = content.some(([, end]) => end > at) ? 2 : 0
  const side = left + right
  const sourceTag = source === null ? 1 : (lexemes[source[1] - 1]?.tag ?? 2)
  const sourceSide = source === null ? 0 : source[0] < at ? 1 : 2
  const rule = finding === null ? 1 : hashOf(finding.rule)
  const agreement = finding === null ? 11 : tenth(candidate.agreement)
  const holds = (outer: Candidate, index: number): boolean =>
    outer.content.some(([first, end]) => first <= index && index < end)
  let outer = 0
  let inner = 0
  let beside = 0
  for (const other of all) {
    if (other === candidate) continue
    if (holds(other, at)) outer = Math.max(outer, other.likely)
    else if (holds(candidate, other.at)) inner = Math.max(inner, other.likely)
    else beside = Math.max(beside, other.likely)
  }
  const opening = lexemes[content[0]?.[0] ?? 0]?.tag ?? 0
  const site = cues.find((other) => other.at === at)
  const sure = tenth(candidate.sure)
  const likely = tenth(candidate.likely)
  add(0, 0)
  add(1, likely)
  add(2, Math.round(Math.log(Math.max(candidate.likely, 1e-4) / Math.max(1 - candidate.likely, 1e-4)) * 1.5))
  add(3, sure)
  add(4, mix(likely, sure))
  add(5, tenth(candidate.sourceSure))
  add(6, type)
  add(7, mix(type, mix(side, content.length)))
  add(8, sourceTag)
  add(9, mix(sourceTag, sourceSide))
  add(10, length(size))
  add(11, mix(length(size), type))
  add(12, rule)
  add(13, agreement)
  add(14, mix(rule, agreement))
  add(15, base)
  add(16, mix(base, rule))
  add(17, tag)
  add(18, mix(tag, type))
  add(19, tenth(outer))
  add(20, tenth(inner))
  add(21, tenth(beside))
  add(22, mix(tenth(outer), likely))
  add(23, mix(tenth(outer), rule))
  add(24, stretch.heading ? 1 : 0)
  add(25, mix(stretch.heading ? 1 : 0, likely))
  add(26, mix(opening, side))
  add(27, mix(base, side))
  add(28, mix(sourceTag, base))
  add(29, mix(likely, mix(agreement, type)))
  add(30, site === undefined ? 1 : hashOf(site.shape))
  add(31, mix(tag, sourceTag))
  add(32, mix(length(items.length), likely))
  add(33, mix(sure, tenth(candidate.sourceSure)))
  add(34, mix(lexemes[at - 1]?.tag ?? 0, tag))
  add(35, mix(lexemes[at + 1]?.tag ?? 0, tag))
  return count
}
