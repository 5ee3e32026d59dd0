import type { CueSite } from '../attribution/cue.ts'
import { hashOf, mix } from './hash.ts'
import type { Lexeme } from './lexeme.ts'

const none = hashOf('edge')
const kinds = Array.from({ length: 40 }, (_unused, index) => hashOf(`cue feature ${index}`))
const kind = (index: number): number => kinds[index] ?? 0
const siteKey = (site: CueSite | undefined): number =>
  site === undefined
    ? 1
    : mix(
        hashOf(site.shape),
        (site.subject === null
          ? 2
          : site.subject.kind === 'name'
            ? 3
            : site.subject.kind === 'pronoun'
              ? 4
              : 5) + (site.inverted === null ? 0 : 8),
      )

/** Features of «the item at `at` is the head of a cue», as hashes, into `out`. Returns how many. */
export function cueFeatures(
  lexemes: readonly Lexeme[],
  at: number,
  site: CueSite | undefined,
  out: Int32Array,
): number {
  const here = lexemes[at]
  if (here === undefined) return 0
  const word = (offset: number): number => lexemes[at + offset]?.word ?? none
  const tag = (offset: number): number => lexemes[at + offset]?.tag ?? none
  let count = 0
  const add = (index: number, value: number): void => {
    out[count++] = mix(kind(index), value)
  }
  let that = 0
  let quoteRight = 0
  let quoteLeft = 0
  let verbLeft = 0
  for (let step = 1; step <= 6; step++) {
    const right = lexemes[at + step]
    const left = lexemes[at - step]
    if (right?.word === thatWord && that === 0) that = step > 2 ? 2 : 1
    if (right?.quote && quoteRight === 0) quoteRight = step > 2 ? 2 : 1
    if (left?.quote && quoteLeft === 0) quoteLeft = step > 3 ? 2 : 1
    if (left?.verbal && verbLeft === 0) verbLeft = step
  }
  const base = here.base
  add(0, 0)
  add(1, here.word)
  add(2, base)
  add(3, mix(base, here.tag))
  add(4, here.suffix)
  add(5, here.tag)
  add(6, word(-1))
  add(7, word(1))
  add(8, mix(base, word(1)))
  add(9, mix(base, word(-1)))
  add(10, mix(base, tag(1)))
  add(11, mix(base, tag(-1)))
  add(12, mix(tag(-1), mix(here.tag, tag(1))))
  add(13, mix(tag(-2), mix(tag(-1), here.tag)))
  add(14, mix(here.tag, mix(tag(1), tag(2))))
  add(15, mix(word(-2), word(-1)))
  add(16, mix(word(1), word(2)))
  add(17, mix(base, that))
  add(18, mix(here.tag, mix(that, mix(quoteLeft, quoteRight))))
  add(19, mix(base, mix(quoteLeft, quoteRight)))
  add(20, mix(here.tag, verbLeft))
  add(21, siteKey(site))
  add(22, mix(base, siteKey(site)))
  add(23, mix(here.tag, Math.min(at, 4)))
  add(24, mix(here.tag, Math.min(lexemes.length - at, 6)))
  add(25, mix(tag(-1), mix(base, tag(1))))
  add(26, mix(tag(-2), here.tag))
  add(27, mix(tag(2), here.tag))
  add(28, mix(base, tag(2)))
  add(29, mix(base, tag(-2)))
  return count
}
const thatWord = hashOf('that')
