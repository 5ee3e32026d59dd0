import { digitValue, longestNumber } from './lexeme.ts'

/** Keeps fifteen significant digits, as the schema's figures do. */
export const rounded = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value + 0 : Number(value.toPrecision(15)) + 0

/** The value of one printed number without scale; decimals and groups told by its own marks. */
export function parseDigits(printed: string): { value: number; digits: number; unread: string | null } {
  if (printed.length > longestNumber) return { value: Number.NaN, digits: 0, unread: 'too many digits' }
  if (plainDigits.test(printed))
    return { value: Number(printed), digits: significantOf(printed), unread: null }
  const marks = printed.split('').filter((char) => digitValue(char.charCodeAt(0)) < 0)
  const last = marks.at(-1)
  const decimal =
    last !== undefined && isDecimalMark(printed, marks, last) ? printed.lastIndexOf(last) : printed.length
  let plain = ''
  for (let index = 0; index < printed.length; index++) {
    const value = digitValue(printed.charCodeAt(index))
    if (value >= 0) plain += value
    else if (index === decimal) plain += '.'
  }
  const significant = plain.replace('.', '').replace(/^0+/, '')
  const whole = decimal === printed.length ? significant.replace(/0+$/, '') : significant
  const value = Number(plain)
  if (whole.length > 15)
    return { value: Number.NaN, digits: 0, unread: 'more digits than can be kept exactly' }
  return { value: rounded(value), digits: Math.max(1, significant.length), unread: null }
}

const plainDigits = /^[0-9]{1,15}$/

function significantOf(printed: string): number {
  let zeros = 0
  while (zeros < printed.length - 1 && printed.charCodeAt(zeros) === 48) zeros++
  return printed.length - zeros
}

function isDecimalMark(printed: string, marks: readonly string[], last: string): boolean {
  if (last === '٫' || last === '·' || last === '．') return true
  if (marks.length > 1) return marks[0] !== last
  const after = printed.length - 1 - printed.lastIndexOf(last)
  if (last === '.') return true
  return last === ',' && after !== 3
}
