import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { examples } from '../src/examples.ts'
import { published } from '../src/published.ts'
import { arbitraries } from '../src/testing/arbitrary-record.ts'
import { type Faulty, faultsOf } from '../src/testing/fault.ts'
import { sortedJson } from '../src/testing/sorted-json.ts'
import { jsonSchemas, keywords } from './json-schema.ts'

const folder = join(import.meta.dirname, '..', 'json')
const schemas = jsonSchemas()
const validators = new Map(
  Object.values(schemas).map((schema): [unknown, ValidateFunction] => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false })
    addFormats.default(ajv)
    ajv.addVocabulary([...keywords])
    return [schema.title, ajv.compile(schema)]
  }),
)
const exampleLists: Record<string, readonly object[]> = examples
const parsers: Record<string, z.ZodType> = published
const names = Object.keys(published)
const mostFaults = 1500

function accepts(name: string, value: unknown): boolean {
  const validate = validators.get(name)
  if (!validate) throw new RangeError(`no schema ${name}`)
  return validate(value)
}

/** Whether all that zod refuses is what JSON Schema cannot see: refinements, and lengths, which it counts in code points. */
function onlyInvariants(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.every((issue) => {
    if (issue.code === 'invalid_union') return issue.errors.some(onlyInvariants)
    if (issue.code === 'too_big') return issue.origin === 'string'
    return issue.code === 'custom' || (issue.code === 'invalid_format' && issue.format === 'url')
  })
}

/** How zod and JSON Schema differ on a faulty record; null where they agree or only an invariant speaks against it. */
function disagreement(name: string, { path, value }: Faulty): string | null {
  const result = parsers[name]?.safeParse(value)
  if (!result) throw new RangeError(`no schema ${name}`)
  if (!result.success && onlyInvariants(result.error.issues)) return null
  return result.success === accepts(name, value)
    ? null
    : `${path}: zod ${result.success ? 'takes' : 'refuses'} it`
}

test('the schemas checked in are those of the code: pnpm --filter @onrecord/schema generate', async () => {
  expect((await readdir(folder)).toSorted()).toEqual(Object.keys(schemas).toSorted())
  for (const [name, schema] of Object.entries(schemas)) {
    const checkedIn = await readFile(join(folder, name), 'utf8')
    expect({ name, text: checkedIn }).toEqual({ name, text: `${JSON.stringify(schema, null, 2)}\n` })
  }
})

test.each(names)('the JSON Schema of %s takes the examples and refuses each broken one', (name) => {
  for (const example of exampleLists[name] ?? []) {
    expect(accepts(name, example)).toBe(true)
    expect(accepts(name, { ...example, surplus: 1 })).toBe(false)
    const without = Object.keys(example).map((key) => {
      const { [key]: _, ...rest } = Object.fromEntries(Object.entries(example))
      return [key, accepts(name, rest)]
    })
    expect(without.filter(([, taken]) => taken)).toEqual([])
  }
})

test.each(names)('zod and JSON Schema agree on the single faults of the example of %s', (name) => {
  const [example] = exampleLists[name] ?? []
  const all = faultsOf(example)
  // A batch has thousands; an even sample of them still reaches every field.
  const stride = Math.ceil(all.length / mostFaults)
  const faults = all.filter((_, place) => place % stride === 0)
  expect(faults.map((fault) => disagreement(name, fault)).filter((words) => words !== null)).toEqual([])
  const refused = faults.filter(({ value }) => !accepts(name, value)).length
  expect(refused).toBeGreaterThan(10)
})

test.each(Object.entries(arbitraries))('zod and JSON Schema agree on every %s', (name, arbitrary) => {
  const parser = parsers[name]
  if (!parser) throw new RangeError(`no schema ${name}`)
  fc.assert(
    fc.property(fc.oneof<fc.Arbitrary<object>[]>(arbitrary), fc.nat(), (record, pick) => {
      expect(parser.parse(record)).toEqual(record)
      const again: unknown = JSON.parse(JSON.stringify(record))
      expect(sortedJson(parser.parse(again))).toBe(sortedJson(record))
      expect(accepts(name, record)).toBe(true)
      const faults = faultsOf(record)
      const fault = faults[pick % faults.length]
      expect(fault && disagreement(name, fault)).toBeNull()
    }),
    { numRuns: 40 },
  )
})
