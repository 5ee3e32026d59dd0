import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Anchor,
  anchorAt,
  anchorFaults,
  CONTEXT_LENGTH,
  inOrder,
  liesIn,
  overlaps,
  splitsPair,
} from './anchor.ts'
import { quoteText } from './quote-text.ts'
import { article, boundaries, spansIn } from './testing/arbitrary-value.ts'

const placed = article.chain((text) => spansIn(text, 1, 3).map((spans) => ({ text, spans })))

test('an anchor has the very words, all the context there is, and parses', () => {
  fc.assert(
    fc.property(placed, ({ text, spans }) => {
      for (const span of spans) {
        const anchor = Anchor.parse(anchorAt(text, span))
        expect(anchor.exact).toBe(text.slice(span.start, span.end))
        expect(text.slice(0, span.start).endsWith(anchor.prefix)).toBe(true)
        expect(text.slice(span.end).startsWith(anchor.suffix)).toBe(true)
        expect([anchor.exact, anchor.prefix, anchor.suffix].every((part) => part.isWellFormed())).toBe(true)
        const before = Math.min(CONTEXT_LENGTH, span.start) - anchor.prefix.length
        const after = Math.min(CONTEXT_LENGTH, text.length - span.end) - anchor.suffix.length
        expect([before, after].every((short) => short === 0 || short === 1)).toBe(true)
        // One short only where the context would begin or end inside a pair.
        expect(before === 1).toBe(splitsPair(text, span.start - CONTEXT_LENGTH))
        expect(after === 1).toBe(splitsPair(text, span.end + CONTEXT_LENGTH))
        expect(anchorFaults(text, anchor)).toEqual([])
      }
    }),
  )
})

test('an anchor that is moved, or whose words change, has a fault', () => {
  fc.assert(
    fc.property(placed, ({ text, spans }) => {
      for (const span of spans) {
        const anchor = anchorAt(text, span)
        expect(anchorFaults(text, { ...anchor, exact: `${anchor.exact}x` })).toContain('words')
        expect(anchorFaults(text, { ...anchor, prefix: `x${anchor.prefix}` })).toContain('context')
        expect(anchorFaults(text.slice(0, span.end - 1), anchor)).toEqual(['bounds'])
        expect(anchorFaults(text, { ...anchor, start: span.end })).toEqual(['bounds'])
      }
    }),
  )
})

test.each([
  ['backwards', 3, 2],
  ['empty', 2, 2],
  ['before the text', -1, 2],
  ['past the end', 0, 99],
  ['no number', Number.NaN, 2],
  ['from inside a pair', 2, 4],
  ['to inside a pair', 0, 2],
])('a span %s has no anchor', (_, start, end) => {
  expect(() => anchorAt('a😀bc', { start, end })).toThrow(RangeError)
})

test('a pair is split exactly where no character begins', () => {
  fc.assert(
    fc.property(article, (text) => {
      const whole = new Set(boundaries(text))
      for (let at = 0; at <= text.length; at += 1) expect(splitsPair(text, at)).toBe(!whole.has(at))
    }),
  )
})

test('spans in order are apart, and each lies in itself alone', () => {
  fc.assert(
    fc.property(placed, ({ spans }) => {
      expect(inOrder(spans)).toBe(true)
      expect(spans.length < 2 || !inOrder(spans.toReversed())).toBe(true)
      for (const [place, span] of spans.entries()) {
        expect(liesIn(span, spans)).toBe(true)
        expect(spans.filter((other) => overlaps(span, other))).toEqual([spans[place]])
      }
    }),
  )
})

test('the text of a quote is its parts with one space for every gap, and nothing else', () => {
  expect(quoteText([{ exact: 'The  ferry\nfares,' }, { exact: 'will not\u00a0rise.' }])).toBe(
    'The ferry fares, will not rise.',
  )
  fc.assert(
    fc.property(placed, ({ text, spans }) => {
      const parts = spans.map((span) => anchorAt(text, span))
      const joined = quoteText(parts)
      expect(joined.replaceAll(/\s/g, '')).toBe(
        parts
          .map(({ exact }) => exact)
          .join('')
          .replaceAll(/\s/g, ''),
      )
      expect(joined).not.toMatch(/\s\s|[^\S ]/)
      expect(quoteText([{ exact: joined }])).toBe(joined)
    }),
  )
})
