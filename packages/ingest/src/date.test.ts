import { When } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toWhen } from './date.ts'

test.each([
  ['2031', '2031'],
  ['2031-03', '2031-03'],
  ['2031-03-14', '2031-03-14'],
  ['20310314', '2031-03-14'],
  ['2031-03-14T18:02:00Z', '2031-03-14T18:02:00.000Z'],
  ['2031-03-14T18:02:00+01:00', '2031-03-14T17:02:00.000Z'],
  ['2031-03-14T18:02:00.123+0530', '2031-03-14T12:32:00.123Z'],
  ['2031-03-14 18:02 UTC', '2031-03-14T18:02:00.000Z'],
  ['2031-03-14T18:02:00', '2031-03-14'],
  ['Fri, 14 Mar 2031 18:02:00 GMT', '2031-03-14T18:02:00.000Z'],
  ['14 March 2031', '2031-03-14'],
  ['Friday, March 14th, 2031 at 6 pm', '2031-03-14'],
  ['Sept. 3, 2031', '2031-09-03'],
  ['March 2031', '2031-03'],
])('%s is %s', (text, when) => {
  expect(toWhen(text)).toBe(when)
})

test.each([
  '2031-02-30',
  '2031-13-01',
  '30 February 2031',
  '0000-00-00',
  '9999-01-01',
  'yesterday',
  '',
  '14/03/2031',
  null,
  20310314,
  new Date('x'),
])('%s is no date', (value) => {
  expect(toWhen(value)).toBeNull()
})

test('what is given is a date of the schema, whatever comes in', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: false }),
        fc.stringMatching(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?$/u),
      ),
      (value) => {
        const when = toWhen(value)
        expect(when === null || When.safeParse(when).success).toBe(true)
      },
    ),
  )
})
