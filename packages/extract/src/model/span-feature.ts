import { hashOf, mix } from './hash.ts'
import type { Lexeme } from './lexeme.ts'

const none = hashOf('edge')
const kinds = Array.from({ length: 64 }, (_unused, index) => hashOf(`span feature ${index}`))
const kind = (index: number): number => kinds[index] ?? 0

/** How many features an item has at most, and how many its step from the item before. */
export const spanWidth = 26
export const pathWidth = 6

const bucket = (distance: number): number =>
  distance <= 4 ? distance : distance <= 7 ? 5 : distance <= 12 ? 6 : distance <= 20 ? 7 : 8

/**
 * Features of every item relative to the cue at `cue`: `span` holds spanWidth hashes an item, `path` pathWidth hashes a
 * step. `rule` is what the rules made of each item for this cue: 0 nothing known, 1 outside, 2 content, 3 source, 4 cue.
 */
export function spanFeatures(
  lexemes: readonly Lexeme[],
  cue: number,
  rule: Uint8Array,
  span: Int32Array,
  path: Int32Array,
): void {
  const size = lexemes.length
  const base = lexemes[cue]?.base ?? none
  const cueTag = lexemes[cue]?.tag ?? none
  const afterCue = lexemes[cue + 1]?.tag ?? none
  const beforeCue = lexemes[cue - 1]?.tag ?? none
  const commas = new Uint8Array(size)
  const verbs = new Uint8Array(size)
  const quotes = new Uint8Array(size)
  const paths = new Int32Array(size)
  for (const step of [-1, 1]) {
    let comma = 0
    let verb = 0
    let quote = 0
    let trail = 7
    let lastTag = 0
    let length = 0
    for (let at = cue + step; at >= 0 && at < size; at += step) {
      const lexeme = lexemes[at]
      if (lexeme === undefined) break
      commas[at] = Math.min(comma, 3)
      verbs[at] = Math.min(verb, 3)
      quotes[at] = Math.min(quote, 2)
      if (lexeme.tag !== lastTag && length < 6) {
        trail = mix(trail, lexeme.tag)
        length++
      }
      lastTag = lexeme.tag
      paths[at] = trail
      if (lexeme.comma) comma++
      if (lexeme.verbal) verb++
      if (lexeme.quote) quote++
    }
  }
  const tag = (at: number): number => lexemes[at]?.tag ?? none
  const word = (at: number): number => lexemes[at]?.word ?? none
  const ends = sentenceEnds(lexemes)
  for (let at = 0; at < size; at++) {
    const lexeme = lexemes[at]
    if (lexeme === undefined) continue
    const side = at < cue ? 1 : at > cue ? 2 : 3
    const far = bucket(Math.abs(at - cue))
    const ruled = rule[at] ?? 0
    const from = at * spanWidth
    let count = 0
    const add = (index: number, value: number): void => {
      span[from + count++] = mix(kind(index), value)
    }
    const sideTag = mix(side, lexeme.tag)
    const marks = (commas[at] ?? 0) * 16 + (verbs[at] ?? 0) * 4 + (quotes[at] ?? 0)
    add(0, side)
    add(1, mix(side, far))
    add(2, mix(side, lexeme.word))
    add(3, mix(sideTag, far))
    add(4, mix(mix(tag(at - 1), lexeme.tag), mix(tag(at + 1), side)))
    add(5, mix(side, word(at - 1)))
    add(6, mix(side, word(at + 1)))
    add(7, mix(base, sideTag))
    add(8, mix(base, mix(side, far)))
    add(9, mix(sideTag, commas[at] ?? 0))
    add(10, mix(side, marks))
    add(11, mix(sideTag, marks))
    add(12, mix(side, mix(afterCue, mix(beforeCue, cueTag))))
    add(13, mix(mix(side, far), mix(afterCue, beforeCue)))
    add(14, mix(side, paths[at] ?? 0))
    add(15, mix(mix(side, paths[at] ?? 0), base))
    add(16, mix(ruled, side))
    add(17, mix(ruled, mix(base, side)))
    add(18, mix(ruled, sideTag))
    add(19, mix(ruled, mix(rule[at - 1] ?? 0, rule[at + 1] ?? 0)))
    add(20, mix(side, Math.min(size - at, 4)))
    add(21, mix(mix(side, far), cueTag))
    add(22, mix(mix(tag(at - 2), tag(at - 1)), mix(lexeme.tag, side)))
    add(23, mix(mix(lexeme.tag, tag(at + 1)), mix(tag(at + 2), side)))
    add(24, mix(side, mix(base, word(at))))
    add(25, mix(mix(side, marks), mix(base, ends)))
    const to = at * pathWidth
    path[to] = mix(kind(40), side)
    path[to + 1] = mix(kind(41), mix(tag(at - 1), lexeme.tag))
    path[to + 2] = mix(kind(42), mix(side, mix(word(at - 1), lexeme.tag)))
    path[to + 3] = mix(kind(43), mix(side, mix(tag(at - 1), lexeme.word)))
    path[to + 4] = mix(kind(44), mix(rule[at - 1] ?? 0, mix(ruled, side)))
    path[to + 5] = mix(kind(45), mix(mix(side, Math.min(far, 3)), mix(base, lexeme.tag)))
  }
}

const question = hashOf('?')
/** How the sentence ends: with a question mark or not. */
const sentenceEnds = (lexemes: readonly Lexeme[]): number => (lexemes.at(-1)?.word === question ? 1 : 0)
