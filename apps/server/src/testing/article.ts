import { Batch } from '@onrecord/schema'
import { examples } from '@onrecord/schema/examples'

/** The one invented article of the schema's examples, as a machine sends it in. */
export const batch: Batch = Batch.parse(examples.batch[0])
