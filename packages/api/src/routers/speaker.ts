import { SpeakerGetInput, SpeakerView } from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const speakerRouter = {
  get: procedure('speaker:read')
    .input(SpeakerGetInput)
    .output(SpeakerView)
    .query(({ ctx, input }) => ctx.services.speaker.get(ctx.actor, input)),
} satisfies TRPCRouterRecord
