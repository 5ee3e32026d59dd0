/** Words for whole numbers below a hundred. */
export const units: ReadonlyMap<string, number> = new Map(
  (
    'zero nought nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, index) => [word, Math.max(0, index - 2)]),
)

export const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + index * 10]),
)

const ordinalUnits =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth'
const ordinalTens = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

/** Words for places in a row; also the lower half of a fraction. */
export const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalUnits.split(' ').map((word, index): [string, number] => [word, index + 1]),
  ...ordinalTens.split(' ').map((word, index): [string, number] => [word, 20 + index * 10]),
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1e6],
])

/** Lower halves of fractions as words, without halves. */
export const denominators: ReadonlyMap<string, number> = new Map([
  ...[...ordinals].filter(([, value]) => value > 2),
  ...[...ordinals]
    .filter(([, value]) => value > 2)
    .map(([word, value]): [string, number] => [`${word}s`, value]),
  ['quarter', 4],
  ['quarters', 4],
  ['half', 2],
  ['halves', 2],
])
