import type { Day } from '#domain/calendar/moment.ts'
import { seriesOf } from '../dossier/dossier-code.ts'
import type { Refusal } from '../outcome.ts'
import type { ClockBasis } from './packet-clock.ts'

/** How a packet that arrived whole stands: done, before a person, or come to nothing. */
export type PacketStage = 'taken-in' | 'to-decide' | 'refused'

/** Why a person looks at a packet before anything comes of it. */
export const PACKET_CONCERNS = [
  'number-used-up',
  'number-not-ours',
  'procedure-changed',
  'filed-also',
  'clock-unsure',
  'refused',
] as const
export type PacketConcern = (typeof PACKET_CONCERNS)[number]

/** What is left to do for a packet that was taken in. */
export const PACKET_TASKS = ['fee-to-book', 'fee-differs', 'picture-unreadable', 'form-faulty'] as const
export type PacketTask = (typeof PACKET_TASKS)[number]
/** Of these, what is done by taking the money over. */
export const MONEY_TASKS = ['fee-to-book', 'fee-differs'] as const satisfies readonly PacketTask[]

/** A concern with what a person has to know of it. */
export interface Concern {
  readonly what: PacketConcern
  /** Codes of other dossiers and filings, or of the refusal. */
  readonly of: readonly string[]
  /** Of the rule that was in the way. */
  readonly facts?: Refusal['facts']
}

/** A day's closing sheet: what was done out there, and the cash that was brought home. */
export interface ClosingSheet {
  readonly on: Day
  readonly received: number
  readonly handedBack: number
  readonly contacts: number
  readonly cashDong: number
  readonly slips: number
  readonly note: string | null
}

/** Numbers leased to a device on a day; both ends belong to them. */
export interface LeasedBlock {
  readonly on: Day
  readonly identifier: string
  readonly first: number
  readonly last: number
}

/**
 * What stands on a slip where the numbers brought along are used up: the end of the packet's id, which nobody else has.
 */
export function slipOf(packet: string): string {
  return packet.slice(-12).toUpperCase()
}

export interface IntakeJudged {
  /** Null where the block was used up. */
  readonly code: string | null
  readonly receivedOn: Day
  readonly basis: ClockBasis
  /** Of the device. */
  readonly blocks: readonly LeasedBlock[]
  /** Whether something has this code already. */
  readonly isCodeUsed: boolean
  readonly procedureVersion: number
  /** In force on the day of receipt; null where none is. */
  readonly versionInForce: number | null
  /** Codes of what the same person has open with the same procedure, besides what was taken on the same outing. */
  readonly openAlso: readonly string[]
}

/** What a person has to decide about a dossier taken without a network; nothing where it is simply received. */
export function concernsOf(judged: IntakeJudged): readonly Concern[] {
  const number = numberConcern(judged)
  const { procedureVersion, versionInForce, openAlso, basis } = judged
  const found: (Concern | null)[] = [
    number && { what: number, of: judged.code === null ? [] : [judged.code] },
    procedureVersion === versionInForce ? null : { what: 'procedure-changed', of: [] },
    openAlso.length === 0 ? null : { what: 'filed-also', of: openAlso },
    basis === 'session' ? { what: 'clock-unsure', of: [] } : null,
  ]
  return found.filter((one) => one !== null)
}

/** A rule that was in the way of what was done outside. */
export function refusedBy({ refused, facts }: Refusal): Concern {
  return { what: 'refused', of: [refused], facts }
}

/** Whether a receipt needs a number of the centre's own in place of the one it was given outside. */
export function needsNewNumber(
  judged: Pick<IntakeJudged, 'code' | 'receivedOn' | 'blocks' | 'isCodeUsed'>,
): boolean {
  return numberConcern(judged) !== null
}

/** A number counts where it lies in the device's own block of the day of receipt, and nothing else has it. */
function numberConcern({
  code,
  receivedOn,
  blocks,
  isCodeUsed,
}: Pick<IntakeJudged, 'code' | 'receivedOn' | 'blocks' | 'isCodeUsed'>): PacketConcern | null {
  if (code === null) return 'number-used-up'
  const series = seriesOf(code)
  const isLeased =
    series !== null &&
    series.on === receivedOn &&
    blocks.some(
      ({ on, identifier, first, last }) =>
        on === series.on &&
        identifier === series.identifier &&
        first <= series.number &&
        series.number <= last,
    )
  return isLeased && !isCodeUsed ? null : 'number-not-ours'
}
