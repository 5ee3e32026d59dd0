import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readModel, type Model } from '@onrecord/extract'
import { print, type Io } from './io.ts'

/** The extractor's trained weights; where there are none, null, and a line on standard error that its rules run alone. */
export async function loadWeights(io: Io): Promise<Model | null> {
  try {
    const file = createRequire(import.meta.url).resolve('@onrecord/extract/weights/attribution.bin')
    return readModel(await readFile(file))
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    await print(io.stderr, `no trained weights, rules alone: ${reason}\n`)
    return null
  }
}
