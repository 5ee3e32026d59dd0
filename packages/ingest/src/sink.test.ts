import { memorySink } from './testing/memory-sink.ts'
import { sinkContract } from './testing/sink-contract.ts'

sinkContract('services over a store in memory', async () => ({
  sink: memorySink(),
  close: async () => undefined,
}))
