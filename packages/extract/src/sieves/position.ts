import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { isEnglish } from '../reading/language.ts'
import type { Token } from '../document.ts'

const isName = (token: Token | undefined): boolean => token?.kind === 'word' && token.capital
const isSmall = (token: Token | undefined): boolean => token?.kind === 'word' && !token.capital

/**
 * For languages whose verbs are not known: a quotation, one small word, a name («…», dit Mara Quill), or a name, one
 * small word and a quotation after a colon (Mara Quill sagte: „…“). Marks and place are all it goes by.
 */
export const positionSieve: Sieve = {
  name: 'position',
  score: 0.5,
  read(reading) {
    const { items, document } = reading
    if (isEnglish(document.language)) return
    for (let at = 0; at < items.length; at++) {
      if (items[at]?.kind !== 'quote' || reading.taken[at] === 1) continue
      const after = items[at + 1]?.lower === ',' ? at + 2 : at + 1
      const behind = isSmall(items[after]) ? nameFrom(items, after + 1) : null
      const front = items[at - 1]?.lower === ':' && isSmall(items[at - 2]) ? nameBefore(items, at - 2) : null
      const range = behind ?? front
      if (range === null) continue
      const [first, end] = range
      const mention = { first, end, wholeFirst: first, wholeEnd: end, kind: 'name' } as const
      addFinding(reading, positionSieve, { site: null, mention, parts: [[at, at + 1]] })
    }
  },
}

function nameFrom(items: readonly Token[], first: number): readonly [number, number] | null {
  let end = first
  while (isName(items[end])) end++
  return end - first >= 2 ? [first, end] : null
}

function nameBefore(items: readonly Token[], end: number): readonly [number, number] | null {
  let first = end
  while (first > 0 && isName(items[first - 1])) first--
  return end - first >= 2 ? [first, end] : null
}
