/** Bits of the hashed tables: changing one makes weights of before unreadable. */
export const shape = { cueBits: 18, spanBits: 19, pathBits: 14, judgeBits: 14, labels: 4 } as const

/** Labels of the tagger, in the order of the tables. */
export const OUTSIDE = 0
export const CONTENT = 1
export const SOURCE = 2
export const CUE = 3

/** Trained weights. Tables are indexed by hashed features; each is a list of small integers and the step between them. */
export type Table = { values: Int8Array | Float32Array; step: number }
export type Model = {
  name: string
  cue: Table
  span: Table
  path: Table
  judge: Table
  /** Score from which a candidate is put forward. */
  threshold: number
}

const magic = 'onrecord-weights-1\n'

/** Reads a file of weights. Throws RangeError where it is not one of this version. */
export function readModel(bytes: Uint8Array): Model {
  const text = new TextDecoder().decode(bytes.subarray(0, 400))
  if (!text.startsWith(magic)) throw new RangeError('not a file of weights of this version; train anew')
  const end = text.indexOf('\n', magic.length)
  const header: {
    name: string
    threshold: number
    steps: Record<string, number>
    sizes: Record<string, number>
  } = JSON.parse(text.slice(magic.length, end))
  let at = new TextEncoder().encode(text.slice(0, end + 1)).length
  const table = (name: string): Table => {
    const size = header.sizes[name] ?? 0
    if (size === 0 || at + size > bytes.length)
      throw new RangeError('the file of weights is cut short; train anew')
    const values = new Int8Array(size)
    values.set(new Int8Array(bytes.buffer, bytes.byteOffset + at, size))
    at += size
    return { values, step: header.steps[name] ?? 0 }
  }
  const [cue, span, path, judge] = [table('cue'), table('span'), table('path'), table('judge')]
  return { name: header.name, cue, span, path, judge, threshold: header.threshold }
}

/** The file of weights that `readModel` reads. */
export function writeModel({ name, threshold, cue, span, path, judge }: Model): Uint8Array {
  const tables = { cue, span, path, judge }
  const header = {
    name,
    threshold,
    steps: Object.fromEntries(Object.entries(tables).map(([key, { step }]) => [key, step])),
    sizes: Object.fromEntries(Object.entries(tables).map(([key, { values }]) => [key, values.length])),
  }
  const head = new TextEncoder().encode(`${magic}${JSON.stringify(header)}\n`)
  const all = Object.values(tables)
  const bytes = new Uint8Array(head.length + all.reduce((sum, { values }) => sum + values.length, 0))
  bytes.set(head)
  let at = head.length
  for (const { values } of all) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), at)
    at += values.length
  }
  return bytes
}
