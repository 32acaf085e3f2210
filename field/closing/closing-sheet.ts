import { type Day, dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { ClosingPacket } from '#shapes/field/packet.ts'
import type { Provision } from '#shapes/field/provision.ts'
import type { Done } from '../outing/frame.ts'
import type { PacketPart } from '../packet-part.ts'

/** What was done on a day of an outing, as the officer signs for it; money in whole đồng. */
export interface ClosingSheet {
  readonly on: Day
  readonly received: number
  readonly handedBack: number
  readonly contacts: number
  readonly cashDong: number
  /** Slips given for cash. */
  readonly slips: number
  readonly numbersUsed: number
  readonly numbersBrought: number
}

/** The sheet of a day: counted from what was sealed on it, whatever was sent meanwhile. */
export function closingSheet(
  done: readonly Done[],
  { numbers }: Pick<Provision, 'numbers'>,
  on: Day,
): ClosingSheet {
  const today = done.filter(({ at }) => dayOf(fromMoment(at)).toString() === on)
  const count = (kind: Done['kind']) => today.filter((one) => one.kind === kind).length
  const paid = today.filter(({ cashDong }) => cashDong > 0)
  return {
    on,
    received: count('intake'),
    handedBack: count('hand-back'),
    contacts: count('contact'),
    cashDong: paid.reduce((sum, { cashDong }) => sum + cashDong, 0),
    slips: paid.length,
    numbersUsed: today.filter(({ kind, code }) => kind === 'intake' && code !== null).length,
    numbersBrought: numbers
      .filter((block) => block.on === on)
      .reduce((sum, { first, last }) => sum + last - first + 1, 0),
  }
}

/** The sheet as a packet. */
export function closingPacket(
  id: string,
  sheet: ClosingSheet,
  note: string | null,
): PacketPart<ClosingPacket> {
  const { on, received, handedBack, contacts, cashDong, slips } = sheet
  return {
    id,
    kind: 'closing',
    on,
    received,
    handedBack,
    contacts,
    cashDong,
    slips,
    note,
    attachments: [],
  }
}
