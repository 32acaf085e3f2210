import type { Moment } from '#domain/calendar/moment.ts'
import type { PacketStage } from '#domain/outreach/intake-packet.ts'
import type { Centre } from './database.ts'

/** What stands on the paper somebody was given outside. */
export interface FieldPaper {
  /** Of the packet. */
  readonly packet: string
  readonly code: string
  readonly lookupKey: string
  readonly phone: string | null
}

/** Keeps what stands on the paper of a packet that waits; the same again changes nothing. */
export async function keepPaper({ db }: Pick<Centre, 'db'>, paper: FieldPaper): Promise<void> {
  const { packet, code, lookupKey, phone } = paper
  await db
    .insertInto('field_paper')
    .values({ packet_id: packet, code, lookup_key: lookupKey, phone })
    .onConflict((known) => known.column('packet_id').doNothing())
    .execute()
}

/** A paper with how its packet stands. */
export interface PaperToTell extends FieldPaper {
  readonly stage: PacketStage
  readonly arrivedAt: Moment
  /** Null where the packet could not be read. */
  readonly receivedAt: Moment | null
  /** Of the dossier it became; null while it is none. */
  readonly became: string | null
  /** Why a person refused it. */
  readonly why: string | null
}

/** All papers with a code: two devices may have given the same, and their keys tell them apart. */
export function papersOfCode(centre: Centre, code: string): Promise<readonly PaperToTell[]> {
  return papers(centre).where('paper.code', '=', code).execute()
}

export function paperOfPacket(centre: Centre, packet: string): Promise<PaperToTell | undefined> {
  return papers(centre).where('paper.packet_id', '=', packet).executeTakeFirst()
}

const papers = ({ db }: Centre) =>
  db
    .selectFrom('field_paper as paper')
    .innerJoin('field_packet as packet', 'packet.id', 'paper.packet_id')
    .select([
      'packet.id as packet',
      'paper.code',
      'paper.lookup_key as lookupKey',
      'paper.phone',
      'packet.stage',
      'packet.arrived_at as arrivedAt',
      'packet.received_at as receivedAt',
      'packet.dossier_code as became',
      'packet.why',
    ])

/** Once it is a dossier, that knows whom to tell. */
export async function forgetPhone({ db }: Pick<Centre, 'db'>, packet: string): Promise<void> {
  await db.updateTable('field_paper').set({ phone: null }).where('packet_id', '=', packet).execute()
}
