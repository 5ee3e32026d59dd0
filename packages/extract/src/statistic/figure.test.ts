import { expect, test } from 'vitest'
import { spot } from './spot.ts'
import { unitName } from './prediction.ts'

/** value, or low and high, with unit and approximator where they are not the plain ones. */
function read(text: string): string[] {
  return spot(text, [], null).figures.map(({ value, low, high, approximator, unit, direction, unread }) => {
    const number =
      unread ??
      (value === null ? `${low}..${high}` : low === null ? `${value}` : `${value} (${low}..${high})`)
    const bound =
      approximator === 'exact' || approximator === 'range' || approximator === 'plusMinus'
        ? ''
        : ` ${approximator}`
    return [number + bound, unitName(unit), direction].filter((part) => part !== null).join(' ')
  })
}

const readings: readonly (readonly [string, readonly string[]])[] = [
  // notations
  ['They printed 1,204,500 copies.', ['1204500 copies']],
  ['They printed 1.204.500 copies.', ['1204500 copies']],
  ['They printed 1 204 500 copies.', ['1204500 copies']],
  ['They printed 1\u202f204\u202f500 copies.', ['1204500 copies']],
  ['They printed 12,04,500 copies.', ['1204500 copies']],
  ['Inflation is 2,7 %.', ['2.7 percent']],
  ['The debt is 1.204,5 million euros.', ['1204500000 EUR']],
  ['It has ٣٤٥ rooms.', ['345 rooms']],
  ['It has ３４５ rooms.', ['345 rooms']],
  ['Rooms 12,14,16', ['14', '16']],
  ['It is 1.2e3 metres.', ['1200 metres']],
  // words
  ['Two hundred and twelve ships came.', ['212 ships']],
  ['It took three and a half hours.', ['3.5 hours']],
  ['There are one million and a half bees.', ['1500000 bees']],
  ['Half a million people came.', ['500000 people']],
  ['A dozen boats sank.', ['12 boats']],
  ['Thirty-one thousand two hundred fifty-six bees', ['31256 bees']],
  // scales and money
  ['It cost £26.5m.', ['26500000 GBP']],
  ['It cost €1.2bn.', ['1200000000 EUR']],
  ['It cost $5.', ['5 $']],
  ['It cost C$6 a share.', ['6 CAD per share']],
  ['It cost US$4.46.', ['4.46 USD']],
  ['It has 35m of its lamps in use.', ['35000000']],
  ['It is 35m long.', ['35 metre']],
  // ranges
  ['from 3 to 5 million people', ['3000000..5000000 people']],
  ['between 3% and 5%', ['3..5 percent']],
  ['a fine of $5-10bn', ['5000000000..10000000000 $']],
  ['a 6- to 12-metre mast', ['6..12 metre']],
  ['three or four years', ['3..4 years']],
  ['10 ± 2 kg', ['10 (8..12) kilogram']],
  // shares, multiples, ranks, orders
  ['one in five households', ['0.2 households']],
  ['two-thirds of that', ['0.666666666666667']],
  ['more than half of its income', ['0.5 moreThan']],
  ['Orders have doubled.', ['2 times up']],
  ['the fourth-largest exporter', ['4']],
  ['tens of thousands of people', ['20000..99999 order people']],
  ['1.9 per 100,000 employees', ['1.9']],
  // bounds
  ['at least five languages', ['5 atLeast languages']],
  ['no more than 3%', ['3 atMost percent']],
  ['just under 40 tonnes', ['40 lessThan tonnes']],
  ['nearly 40%', ['40 about percent']],
  ['20 or more boats', ['20 atLeast boats']],
  ['for over a year', ['1 moreThan year']],
  // change
  ['Prices rose by 12%.', ['12 percent up']],
  ['It is down 0.7 percentage points.', ['0.7 percentage point down']],
  ['The index: -1.3%', ['-1.3 percent down']],
  ['a 3% fall', ['3 percent down']],
  // what is no statistic
  ['On 14 October 2031 at 10.04 am', []],
  ['Call 01632 960 777, reference 2031/Q3-118.', []],
  ['He lives at 48 Tanner Street.', []],
  ['See page 17, paragraph 3.', []],
  ['the XR40 and the TB-35', []],
  ['They won 2-1.', []],
  ['one of the oldest wells', []],
  ['It was the third quarterly fall, and the first.', []],
  // what cannot be read
  ['1e999 stars', ['too large to be kept']],
  ['12345678901234567891 stars', ['more digits than can be kept exactly']],
]

test.each(readings)('«%s» reads as %j', (text, expected) => {
  expect(read(text)).toEqual(expected)
})
