import * as fc from 'fast-check'
import { type Anchor, anchorAt, type Span } from '../anchor.ts'

/** Any well-formed text, halves of pairs never alone, emoji and combining marks too. */
export const text = fc.string({ unit: 'binary', maxLength: 12 })
export const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
export const article = fc.oneof(
  fc.string({ unit: 'binary', minLength: 40, maxLength: 160 }),
  fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '\n', '“', '”', '😀', '𝒜'),
    minLength: 40,
    maxLength: 160,
  }),
)
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

const crockford = Array.from('0123456789abcdefghjkmnpqrstvwxyz')
const suffix = fc
  .tuple(
    fc.constantFrom(...Array.from('01234567')),
    fc.string({ unit: fc.constantFrom(...crockford), minLength: 25, maxLength: 25 }),
  )
  .map(([first, rest]) => first + rest)

/** An id of that prefix. */
export function id<P extends string>(prefix: P): fc.Arbitrary<`${P}_${string}`> {
  return suffix.map((rest): `${P}_${string}` => `${prefix}_${rest}`)
}

export const isoTime = fc
  .date({
    min: new Date('1000-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString())
export const partialDate = fc
  .tuple(isoTime, fc.constantFrom(4, 7, 10))
  .map(([time, length]) => time.slice(0, length))
export const when = fc.oneof(partialDate, isoTime)

/** Two dates of one precision in order, either or both unknown. */
export const interval = fc
  .tuple(isoTime, isoTime, fc.constantFrom(4, 7, 10), fc.boolean(), fc.boolean())
  .map(([a, b, length, hasFrom, hasTo]) => {
    const [from, to] = [a.slice(0, length), b.slice(0, length)].toSorted()
    const both = from !== to && hasFrom && hasTo
    return { from: hasFrom && from ? from : null, to: to && (both || (hasTo && !hasFrom)) ? to : null }
  })

export const figure = fc
  .oneof(
    fc.integer(),
    fc.double({ min: -1e300, max: 1e300, noNaN: true }).map((value) => Number(value.toPrecision(15))),
  )
  .map((value) => (Object.is(value, -0) ? 0 : value))
export const score = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (value === 0 ? 0 : value))
export const sha256 = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdef')),
  minLength: 64,
  maxLength: 64,
})
export const language = fc.constantFrom('en', 'pl', 'zh-Hant', 'de-CH', 'ar')
export const slug = fc.constantFrom('ana-vidal-roche', 'łódź', '港', 'n7-2')
export const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('https://gazette.example/ä?q=a|b', 'HTTP://gazette.example/x'),
)

/** The offsets of a text at which no surrogate pair is split. */
export function boundaries(of: string): number[] {
  let at = 0
  return [0, ...Array.from(of).map((character) => (at += character.length))]
}

/** At least `least` spans of a text, in order and apart. */
export function spansIn(of: string, least: number, most: number): fc.Arbitrary<Span[]> {
  const places = boundaries(of)
  return fc
    .integer({ min: least, max: most })
    .chain((count) =>
      fc.uniqueArray(fc.integer({ min: 0, max: places.length - 1 }), {
        minLength: count * 2,
        maxLength: count * 2,
      }),
    )
    .map((picked) => {
      const sorted = picked.toSorted((a, b) => a - b).map((place) => places[place] ?? 0)
      return sorted.flatMap((start, place) => {
        const end = sorted[place + 1]
        return place % 2 === 0 && end !== undefined ? [{ start, end }] : []
      })
    })
}

/** As `spansIn`, anchored. */
export function anchorsIn(of: string, least: number, most: number): fc.Arbitrary<Anchor[]> {
  return spansIn(of, least, most).map((spans) => spans.map((span) => anchorAt(of, span)))
}
