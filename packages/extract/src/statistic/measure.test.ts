import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../document.ts'
import { extract } from '../index.ts'
import { findStatistics } from './index.ts'

const find = (text: string) =>
  findStatistics(readDocument(text, { publishedAt: '2031-10-14' }), [], [], []).statistics
const measures = (text: string) => find(text).map(({ measure }) => measure?.text ?? null)

const cases: readonly (readonly [string, readonly (string | null)[]])[] = [
  // What is counted, with its close modifiers; never who reports it, nor when.
  ['Earlier this year the Courier reported that tens of thousands of tenants had been moved.', ['tenants']],
  [
    'In May a group of charities said as many as two in three meals served in the county were cold.',
    ['meals served in the county'],
  ],
  ['Halina Dros, who runs the port, said 40 boats were lost.', ['boats']],
  ['The report has been printed in at least twelve languages.', ['languages']],
  ['An average of 900 patients, including 120 from the islands, were treated.', ['patients', 'patients']],
  [
    'There were 3,100 families from fishing villages on the coast who had moved.',
    ['families from fishing villages on the coast'],
  ],
  // A quantity that a verb gives the figure to.
  ['Tram fares rose by an average of 4% last year.', ['Tram fares']],
  [
    'The yearly “relocation of idle crews” was more than 2,700 sailors.',
    ['The yearly “relocation of idle crews”'],
  ],
  // Shares: what is shared out, also where a pronoun stands for it.
  ['A survey of 2,000 adults found that 62% of renters support the levy.', ['adults', 'renters']],
  ['The works took on 900 people, more than 40% of whom were women.', ['people', 'people']],
  ['Rents rose 3% and about half of that is heating.', ['Rents', 'Rents']],
  ['Fourteen of the twenty-two harbours reported losses.', ['harbours', 'harbours']],
  // A bare number stands for the noun before it, outside quotation marks.
  [
    'The council often issued green papers “when it felt threats”, noting there had been seven focused on rents.',
    ['green papers'],
  ],
  ['Some 900 farmers came from Arle. Another 300 from the hills stayed at home.', ['farmers', 'farmers']],
  // A length of time: what lasted, or nothing.
  ['They lied about the existence of the tunnels for over a year.', ['the existence of the tunnels']],
  ['He has lived there for more than 20 years.', [null]],
]

test.each(cases)('%s', (text, expected) => {
  expect(measures(text)).toEqual(expected)
})

const parts = fc.constantFrom(
  ...'“|”|"|the|of|in July|on Monday|last year|said|40 boats|4%|who|whom|of them|an average of|another|from|workers|the “old quay|rose to|,|.|-|for two years|there were|seven'.split(
    '|',
  ),
)

test('a measure has its quotation marks in pairs, few words, and begins with no date or pronoun', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
      for (const { measure } of find(words.join(' '))) {
        if (measure === null) continue
        const { text } = measure
        expect(text.split('“').length).toBe(text.split('”').length)
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(12)
        expect(text).not.toMatch(/^(?:july|monday|last year|whom?|them)\b/i)
      }
    }),
    { numRuns: 400 },
  )
})

test('an amount that somebody speaks of does not lie in the place the article is about', () => {
  const text =
    'Shops in Norway were shut. Schools in Norway were shut. Ports in Norway were shut.\n\nPrices rose 3%.\n\n“The club has lost €40,000,” said Halina Dros.'
  expect(extract(text).statistics.map(({ place }) => place?.text ?? null)).toEqual(['Norway', null])
})
