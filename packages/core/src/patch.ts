import type { PatchStep } from '@onrecord/schema'

type Json = PatchStep['old']

/**
 * What changed between two versions of a record, one step a field, with what stood there. Fields are compared and
 * replaced whole: the kinds are closed and every key is always there, so nothing is ever added or removed.
 */
export function diff(before: object, after: object): PatchStep[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([key, value]) =>
    canonicalJson(old.get(key)) === canonicalJson(value)
      ? []
      : [{ op: 'replace' as const, path: pointer(key), old: json(old.get(key)), value: json(value) }],
  )
}

/** The record as it was after (`forward`) or before (`back`) a patch, its keys in the order they had. */
export function walk(
  record: object,
  patch: readonly PatchStep[],
  way: 'forward' | 'back',
): Record<string, unknown> {
  const steps = new Map(patch.map(({ path, old, value }) => [path, way === 'forward' ? value : old]))
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      steps.has(pointer(key)) ? steps.get(pointer(key)) : value,
    ]),
  )
}

function pointer(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Records are JSON already; read back, so that the audit shares nothing with them. */
function json(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

/** JSON with sorted keys: equal records give equal strings. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'null'
  )
}
