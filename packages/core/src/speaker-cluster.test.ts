import type { SpeakerId } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusters } from './speaker-cluster.ts'
import { countedIds, world } from './testing/world.ts'

const newId = countedIds()
const ids: SpeakerId[] = Array.from({ length: 8 }, () => newId('spk'))
const { judgement } = world(newId)
const idAt = (index: number): SpeakerId => ids[index] ?? 'spk_'
const judgements = fc
  .array(
    fc.record({
      one: fc.nat(7),
      other: fc.nat(7),
      answer: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const),
      second: fc.nat(59),
    }),
    { maxLength: 14 },
  )
  .map((pairs) =>
    pairs
      .filter(({ one, other }) => one !== other)
      .map(({ one, other, answer, second }) =>
        judgement(idAt(one), idAt(other), answer, {
          at: `2031-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
        }),
      ),
  )

test('clusters are what walking from neighbour to neighbour reaches, in whatever order judgements come', () => {
  fc.assert(
    fc.property(judgements, fc.infiniteStream(fc.nat()), (all, random) => {
      const found = clusters(all)
      const same = all.filter(({ answer }) => answer === 'same')
      for (const id of ids) {
        const reached = new Set<string>([id])
        for (const from of reached)
          for (const { left, right } of same) {
            if (left === from) reached.add(right)
            if (right === from) reached.add(left)
          }
        expect(new Set(found.get(id) ?? [id])).toEqual(reached)
      }
      const shuffled = all
        .map((one) => ({ one, rank: random.next().value }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ one }) => one)
      expect(clusters(shuffled)).toEqual(found)
    }),
  )
})

test('the canonical one is that which the last judgement kept', () => {
  const [a, b, c] = [idAt(0), idAt(1), idAt(2)]
  const first = judgement(a, b, 'same', { at: '2031-01-01T00:00:00.000Z' })
  const second = judgement(c, b, 'same', { at: '2031-01-02T00:00:00.000Z' })
  expect(clusters([first]).get(b)).toEqual([a, b])
  expect(clusters([second, first]).get(a)).toEqual([c, a, b])
  expect(clusters([first, { ...second, answer: 'different', kept: null }]).get(c)).toBeUndefined()
})
