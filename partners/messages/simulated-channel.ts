import { setTimeout as wait } from 'node:timers/promises'
import type { DeliveryReport, SendOutcome } from '#domain/notices/going.ts'
import type { NoticeMessage, SendNotice } from '#domain/notices/message.ts'

/** What a simulated deliverer does with what it is handed. */
export const CHANNEL_BEHAVIOURS = [
  /** Takes it on and reports that it arrived. */
  'delivers',
  /** The same after seconds. */
  'slow',
  /** Takes it on and reports it again and again, in any order. */
  'repeats',
  /** Says that nobody is there, each first time; then delivers. */
  'hesitates',
  /** Does not answer; the message went all the same. */
  'silent',
  /** Says that it took it on, and reports what it was never handed. */
  'lies',
  /** Takes nothing for this address. */
  'refuses',
] as const
export type ChannelBehaviour = (typeof CHANNEL_BEHAVIOURS)[number]

export interface SimulatedSettings {
  readonly behaviour: ChannelBehaviour
  /** Where reports of delivery go; the deliverer signs nothing here, as it stands inside the house. */
  readonly report: (id: string, report: DeliveryReport) => Promise<unknown>
  /** What really went out, dropped when its id came before. */
  readonly arrived?: (message: NoticeMessage) => void
  readonly slowMs?: number
}

/** A deliverer for trials: of messages, mail, Zalo or pushes alike. */
export function simulatedChannel({
  behaviour,
  report,
  arrived = () => {},
  slowMs = 3000,
}: SimulatedSettings): SendNotice {
  const known = new Set<string>()
  const takeOn = (message: NoticeMessage) => {
    if (!known.has(message.id)) arrived(message)
    known.add(message.id)
  }
  return async (message): Promise<SendOutcome> => {
    const { id } = message
    const accepted = { kind: 'accepted', reference: `thu-${id.slice(-6)}` } as const
    switch (behaviour) {
      case 'slow':
        await wait(slowMs)
        takeOn(message)
        await report(id, 'delivered')
        return accepted
      case 'repeats':
        takeOn(message)
        for (const one of ['delivered', 'not-delivered', 'delivered'] as const) await report(id, one)
        return accepted
      case 'hesitates':
        if (!known.has(id)) {
          known.add(id)
          return { kind: 'not-now', why: 'busy' }
        }
        arrived(message)
        return accepted
      case 'silent':
        takeOn(message)
        return { kind: 'unknown' }
      case 'lies':
        await report(`${id.slice(0, -6)}ffffff`, 'delivered')
        return accepted
      case 'refuses':
        return { kind: 'refused', why: 'blocked' }
      case 'delivers':
        takeOn(message)
        await report(id, 'delivered')
        return accepted
    }
  }
}
