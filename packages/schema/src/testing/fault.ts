/** A record with one thing changed, and where. */
export type Faulty = { path: string; value: unknown }

const substitutes = [null, true, -1, 1.5, '', 'x', [], {}, '2026-02-30', '\ud800'] as const

/**
 * Every way to change one thing in a value of JSON: a key left out, a key too many, another value in place of
 * one. Some leave it valid.
 */
export function faultsOf(value: unknown, path = ''): Faulty[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return [
      ...substituted(value, path),
      ...list.flatMap((item, place) =>
        faultsOf(item, `${path}/${place}`).map((fault) => ({
          ...fault,
          value: list.with(place, fault.value),
        })),
      ),
    ]
  }
  if (typeof value !== 'object' || value === null) return substituted(value, path)
  const entries: [string, unknown][] = Object.entries(value)
  return [
    ...(path === '' ? [] : substituted(value, path)),
    { path: `${path}/surplus`, value: { ...value, surplus: null } },
    ...entries.map(([key]) => ({
      path: `${path}/${key} left out`,
      value: Object.fromEntries(entries.filter(([other]) => other !== key)),
    })),
    ...entries.flatMap(([key, field]) =>
      faultsOf(field, `${path}/${key}`).map((fault) => ({
        ...fault,
        value: { ...value, [key]: fault.value },
      })),
    ),
  ]
}

function substituted(value: unknown, path: string): Faulty[] {
  return substitutes
    .filter((other) => other !== value)
    .map((other) => ({ path: `${path} = ${JSON.stringify(other)}`, value: other }))
}
