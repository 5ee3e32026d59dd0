/** A number with its thousands parted: `1,290,000`. */
export function numberWords(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  if (whole.includes('e')) return String(value)
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${parted}${fraction === undefined ? '' : `.${fraction}`}`
}

/** `1 quote`, `2 quotes`, `1,290 quotes`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`
}
