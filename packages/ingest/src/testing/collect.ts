import type { IngestEvent, IngestSummary } from '../ingest.ts'

/** Runs an ingestion to its end: all its events, and what it returned. */
export async function collect(
  run: AsyncGenerator<IngestEvent, IngestSummary>,
): Promise<{ events: IngestEvent[]; summary: IngestSummary }> {
  const events: IngestEvent[] = []
  for (;;) {
    const step = await run.next()
    if (step.done === true) return { events, summary: step.value }
    events.push(step.value)
  }
}

/** Everything an asynchronous list gives, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
