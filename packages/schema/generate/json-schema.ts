import { z } from 'zod'
import { examples } from '../src/examples.ts'
import { published } from '../src/published.ts'
import { SCHEMA_VERSION } from '../src/records.ts'
import { wellFormed } from '../src/text.ts'

export type JsonSchema = Record<string, unknown>

/** Keywords of ours, for validators that refuse unknown ones. */
export const keywords = ['x-version', 'x-invariants'] as const

const exampleLists: Record<string, readonly object[]> = examples

/**
 * The JSON Schema 2020-12 of each published schema, by file name. A file stands alone: what has a name is in its
 * `$defs`. What JSON Schema cannot say stands as `x-invariants` where it binds.
 */
export function jsonSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(published).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        target: 'draft-2020-12',
        io: 'output',
        override: ({ zodSchema, jsonSchema }) => addInvariants(zodSchema, jsonSchema),
      })
      const file = `${kebabCase(name)}.schema.json`
      const $id = `urn:onrecord:${SCHEMA_VERSION}:${kebabCase(name)}`
      const head = { $schema, $id, title: name, 'x-version': SCHEMA_VERSION }
      return [file, { ...head, ...rest, examples: exampleLists[name]?.slice(0, 1) }]
    }),
  )
}

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

// Refinements vanish from JSON Schema without a word, so each is named here. That of every text is left out: it
// would stand at each one, and the README names it.
function addInvariants(schema: z.core.$ZodTypes, json: z.core.JSONSchema.BaseSchema): void {
  if (json.$ref !== undefined) return
  const {
    _zod: { def },
  } = schema
  const invariants = (def.checks ?? [])
    .map(({ _zod: { def: rule } }) => (rule.check === 'custom' ? messageOf(rule.error) : null))
    .filter((message) => message !== null && message !== wellFormed.error)
  if ('format' in def && def.format === 'url') {
    // Addresses by the WHATWG standard may hold characters that RFC 3986, and so `format`, refuses.
    delete json.format
    invariants.push('an address must parse by the WHATWG URL standard')
  }
  if (json.maxLength !== undefined) invariants.push('the greatest length counts UTF-16 code units')
  if (invariants.length > 0) json['x-invariants'] = invariants
}

function messageOf(error: unknown): string | null {
  const message: unknown = typeof error === 'function' ? Reflect.apply(error, undefined, [{}]) : null
  return typeof message === 'string' ? message : null
}
