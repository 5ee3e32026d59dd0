import { expect, test } from 'vitest'
import { z } from 'zod'
import * as schema from './index.ts'

/** Paths of fields without a description, through every object, array, union and wrapper. */
function undescribed(value: unknown, path: string): string[] {
  if (value instanceof z.ZodObject) {
    return Object.entries(value.shape).flatMap(([key, field]) => [
      ...(isDescribed(field) ? [] : [`${path}.${key}`]),
      ...undescribed(field, `${path}.${key}`),
    ])
  }
  if (value instanceof z.ZodNullable) return undescribed(value.unwrap(), path)
  if (value instanceof z.ZodReadonly) return undescribed(value.unwrap(), path)
  if (value instanceof z.ZodArray) return undescribed(value.element, `${path}[]`)
  if (value instanceof z.ZodUnion) return value.options.flatMap((option) => undescribed(option, path))
  return []
}

function isDescribed(field: unknown): boolean {
  if (field instanceof z.ZodType && field.description !== undefined) return true
  return field instanceof z.ZodNullable && isDescribed(field.unwrap())
}

const schemas = Object.entries(schema).filter(([, value]) => value instanceof z.ZodType)

test.each(schemas)('%s and each of its fields has a description', (name, value) => {
  expect(isDescribed(value) ? [] : [name]).toEqual([])
  expect(undescribed(value, name)).toEqual([])
})

test('a field without a description is found', () => {
  const bare = z.strictObject({
    words: z.array(z.strictObject({ text: z.string().nullable() })).describe('Words'),
  })
  expect(undescribed(bare, 'Bare')).toEqual(['Bare.words[].text'])
})
