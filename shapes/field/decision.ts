import { z } from 'zod'
import { PACKET_TASKS } from '#domain/outreach/intake-packet.ts'
import { text } from '../text.ts'

/** What a person does about a packet: receives it as it is, does not, or does what was left to do. */
export const PacketDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('receive') }),
  z.strictObject({ decision: z.literal('refuse'), why: text(500) }),
  z.strictObject({ decision: z.literal('done'), task: z.enum(PACKET_TASKS) }),
])
export type PacketDecision = z.output<typeof PacketDecision>
