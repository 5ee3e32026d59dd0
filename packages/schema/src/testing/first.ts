/** The first of a list that has one. */
export function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new RangeError('an empty list has no first')
  return item
}
