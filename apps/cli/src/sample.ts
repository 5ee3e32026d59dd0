import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError, type Actor, type Services } from '@onrecord/core'
import type { Model } from '@onrecord/extract'
import { createDeps, ingest, type IngestEvent } from '@onrecord/ingest'
import { serviceSink } from '@onrecord/server'
import { SAMPLE_KEY_PREFIX } from '@onrecord/schema'

const articles = ['../../../seeds/000_d42e171dd0f59ed3.txt']

/** Adds the sample article, as `actor`; what is there already is left as it is. */
export async function* addSample(
  services: Services,
  actor: Actor,
  { signal, model }: { signal: AbortSignal; model: Model | null },
): AsyncGenerator<IngestEvent, void> {
  const targets = await Promise.all(
    articles.map(async (path) => {
      const file = fileURLToPath(new URL(path, import.meta.url))
      await access(file).catch((error: unknown) => {
        throw new DomainError(
          'unavailable',
          `The sample article is missing at ${file}. Get a complete checkout.`,
          { file },
          error,
        )
      })
      const name = basename(file)
      return {
        kind: 'file',
        name,
        file,
        path: name,
        key: `${SAMPLE_KEY_PREFIX}${basename(file, '.txt')}`,
      } as const
    }),
  )
  yield* ingest(targets, createDeps({ sink: serviceSink(services, actor), signal, model }))
}

/** Whether nothing was ever stored, so that a sample somebody took away does not come back by itself. */
export async function isFresh(services: Services): Promise<boolean> {
  return services.sample.fresh({ kind: 'system', task: 'onrecord start' })
}
