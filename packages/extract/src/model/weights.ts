import type { Table } from './cue.ts'
import type { Tables } from './propose.ts'
import type { Trees } from './trees.ts'

/** Trained weights as the tagger uses them; read-only. */
export type Model = {
  name: string
  /** Score from which a proposal is put forward. */
  threshold: number
  tables: Tables
  judge: Trees
}

/** Bits of the hashed tables and how many numbers a row has: a file of other measures is another version. */
export const shape = {
  firstBits: 17,
  secondBits: 17,
  spanBits: 20,
  stepBits: 15,
  labels: 4,
  pairs: 16,
} as const

const magic = 'onrecord-tagger-1\n'
type Header = {
  name: string
  threshold: number
  steps: { first: number; second: number; span: number; step: number }
  trees: { depth: number; count: number; bias: number }
  body: number
  sum: number
}

/**
 * The model in a file of weights. Throws RangeError, saying what is wrong, where it is cut, changed or of another
 * version; nothing of it is used then.
 */
export function readModel(bytes: Uint8Array): Model {
  const decoder = new TextDecoder()
  if (decoder.decode(bytes.subarray(0, magic.length)) !== magic)
    throw new RangeError('These are no weights of this version: make them anew with the train command')
  const line = bytes.indexOf(10, magic.length)
  const header = line < 0 ? null : readHeader(decoder.decode(bytes.subarray(magic.length, line)))
  if (header === null)
    throw new RangeError('The head of the weights cannot be read: fetch or make the file anew')
  const body = bytes.subarray(line + 1)
  const { steps, trees } = header
  const nodes = trees.count * ((1 << trees.depth) - 1)
  const leaves = trees.count * (1 << trees.depth)
  const size =
    rows('first') + rows('second') + rows('span') * 3 + rows('step') * shape.pairs + nodes * 5 + leaves * 4
  if (body.length !== size || header.body !== size)
    throw new RangeError(
      `The weights are cut or too long (${body.length} bytes, not ${size}): fetch or make the file anew`,
    )
  if (sumOf(body) !== header.sum)
    throw new RangeError('The weights were changed on the way (wrong sum): fetch or make the file anew')
  let at = 0
  const take = (length: number): Int8Array => {
    const part = Int8Array.from(new Int8Array(body.buffer, body.byteOffset + at, length))
    at += length
    return part
  }
  const floats = (length: number): Float32Array => {
    const data = new DataView(body.buffer, body.byteOffset + at, length * 4)
    at += length * 4
    return Float32Array.from({ length }, (_unused, index) => data.getFloat32(index * 4, true))
  }
  const table = (name: 'first' | 'second' | 'step', width: number): Table => ({
    values: take(rows(name) * width),
    step: steps[name],
    mask: rows(name) - 1,
  })
  const first = table('first', 1)
  const second = table('second', 1)
  const packed = take(rows('span') * 3)
  const values = new Int8Array(rows('span') * shape.labels)
  for (let row = 0; row < rows('span'); row++)
    for (let label = 0; label < 3; label++) values[row * 4 + label + 1] = packed[row * 3 + label] ?? 0
  const span = { values, step: steps.span, mask: rows('span') - 1 }
  const step = table('step', shape.pairs)
  const feature = Uint8Array.from(take(nodes))
  const threshold = floats(nodes)
  const leaf = floats(leaves)
  return {
    name: header.name,
    threshold: header.threshold,
    tables: { first, second, span, step },
    judge: { depth: trees.depth, bias: trees.bias, feature, threshold, leaf },
  }
}

/** The file that `readModel` reads. Numbers of the tables are rounded to 255 steps; the label «outside» is left out. */
export function saveModel(
  name: string,
  threshold: number,
  learned: { first: Float32Array; second: Float32Array; span: Float32Array; step: Float32Array },
  judge: Trees,
): Uint8Array {
  const relative = new Float32Array((learned.span.length / 4) * 3)
  for (let row = 0; row < learned.span.length / 4; row++)
    for (let label = 0; label < 3; label++)
      relative[row * 3 + label] = (learned.span[row * 4 + label + 1] ?? 0) - (learned.span[row * 4] ?? 0)
  const first = rounded(learned.first)
  const second = rounded(learned.second)
  const span = rounded(relative)
  const step = rounded(learned.step)
  const numbers = new Uint8Array((judge.threshold.length + judge.leaf.length) * 4)
  const data = new DataView(numbers.buffer)
  for (const [index, value] of [...judge.threshold, ...judge.leaf].entries())
    data.setFloat32(index * 4, value, true)
  const parts = [first.values, second.values, span.values, step.values, judge.feature, numbers]
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    body.set(new Uint8Array(part.buffer, part.byteOffset, part.length), at)
    at += part.length
  }
  const header: Header = {
    name,
    threshold,
    steps: { first: first.step, second: second.step, span: span.step, step: step.step },
    trees: { depth: judge.depth, count: judge.leaf.length >> judge.depth, bias: judge.bias },
    body: body.length,
    sum: sumOf(body),
  }
  const head = new TextEncoder().encode(`${magic}${JSON.stringify(header)}\n`)
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}

function rows(name: 'first' | 'second' | 'span' | 'step'): number {
  return 1 << shape[`${name}Bits`]
}

/** Whole numbers from -127 to 127 and the step between them; what is beyond is cut off. */
function rounded(weights: Float32Array): { values: Int8Array; step: number } {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  const step = Math.min(most, 4) / 127 || 1
  return {
    values: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))),
    step,
  }
}

function sumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

function readHeader(text: string): Header | null {
  let header: unknown
  try {
    header = JSON.parse(text)
  } catch {
    return null
  }
  const read = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null ? Reflect.get(of, name) : null
  const number = (of: unknown, name: string): number => {
    const value = read(of, name)
    return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
  }
  const name = read(header, 'name')
  const steps = read(header, 'steps')
  const trees = read(header, 'trees')
  const found: Header = {
    name: typeof name === 'string' ? name : '',
    threshold: number(header, 'threshold'),
    steps: {
      first: number(steps, 'first'),
      second: number(steps, 'second'),
      span: number(steps, 'span'),
      step: number(steps, 'step'),
    },
    trees: { depth: number(trees, 'depth'), count: number(trees, 'count'), bias: number(trees, 'bias') },
    body: number(header, 'body'),
    sum: number(header, 'sum'),
  }
  const { depth, count } = found.trees
  const sound = [
    found.threshold,
    ...Object.values(found.steps),
    found.trees.bias,
    found.body,
    found.sum,
  ].every(Number.isFinite)
  return sound && found.name !== '' && depth >= 1 && depth <= 8 && count >= 1 && count <= 2000 ? found : null
}
