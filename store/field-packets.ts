import type { Moment } from '#domain/calendar/moment.ts'
import type { ClosingSheet, Concern, PacketStage, PacketTask } from '#domain/outreach/intake-packet.ts'
import type { ClockBasis } from '#domain/outreach/packet-clock.ts'
import type { Centre } from './database.ts'

/** A packet that arrived whole, with what came of it. */
export interface KeptPacket {
  readonly id: string
  readonly device: string
  readonly provision: string | null
  readonly kind: 'intake' | 'hand-back' | 'contact' | 'closing' | null
  readonly sequence: number | null
  /** Of the sealed packet, hexadecimal. */
  readonly sha256: string
  readonly previous: string | null
  readonly isChained: boolean
  readonly claimedAt: Moment | null
  readonly arrivedAt: Moment
  /** What counts; null where nothing could be read. */
  readonly receivedAt: Moment | null
  readonly basis: ClockBasis | null
  readonly stage: PacketStage
  readonly concerns: readonly Concern[]
  readonly tasks: readonly PacketTask[]
  readonly code: string | null
  readonly due: Moment | null
  readonly feeDong: number | null
  /** Who confirmed for somebody who could not sign. */
  readonly witness: string | null
  readonly closing: ClosingSheet | null
  readonly decidedAt: Moment | null
  readonly decidedBy: string | null
  readonly decision: 'receive' | 'refuse' | null
  readonly why: string | null
}

/** The columns of a packet, as they are read. */
export const PACKET = [
  'id',
  'device_id as device',
  'provision_id as provision',
  'kind',
  'sequence',
  'sha256',
  'previous',
  'is_chained as isChained',
  'claimed_at as claimedAt',
  'arrived_at as arrivedAt',
  'received_at as receivedAt',
  'basis',
  'stage',
  'concerns',
  'tasks',
  'dossier_code as code',
  'due_at as due',
  'fee_dong as feeDong',
  'witness',
  'closing',
  'decided_at as decidedAt',
  'decided_by as decidedBy',
  'decision',
  'why',
] as const

/** A row with its hash as text. */
export const kept = <Row extends { sha256: Buffer }>(row: Row) => ({
  ...row,
  sha256: row.sha256.toString('hex'),
})

/** Keeps a packet, or what came of one that waited for a person; `sealed` is kept only where it may be needed again. */
export async function keepPacket(
  { db }: Pick<Centre, 'db'>,
  packet: KeptPacket,
  sealed: Uint8Array | null,
): Promise<void> {
  const row = {
    device_id: packet.device,
    provision_id: packet.provision,
    kind: packet.kind,
    sequence: packet.sequence,
    sha256: Buffer.from(packet.sha256, 'hex'),
    previous: packet.previous,
    is_chained: packet.isChained,
    claimed_at: packet.claimedAt,
    arrived_at: packet.arrivedAt,
    received_at: packet.receivedAt,
    basis: packet.basis,
    stage: packet.stage,
    concerns: JSON.stringify(packet.concerns),
    tasks: JSON.stringify(packet.tasks),
    dossier_code: packet.code,
    due_at: packet.due,
    fee_dong: packet.feeDong,
    witness: packet.witness,
    closing: packet.closing && JSON.stringify(packet.closing),
    sealed: sealed && Buffer.from(sealed),
    decided_at: packet.decidedAt,
    decided_by: packet.decidedBy,
    decision: packet.decision,
    why: packet.why,
  }
  await db
    .insertInto('field_packet')
    .values({ id: packet.id, ...row })
    // What was decided is not decided again: who is slower changes nothing and finds out when he looks.
    .onConflict((known) => known.column('id').doUpdateSet(row).where('field_packet.stage', '=', 'to-decide'))
    .execute()
}

/** What a person did about what was left to do: the tasks that stay. */
export async function keepTasks(
  { db }: Pick<Centre, 'db'>,
  id: string,
  tasks: readonly PacketTask[],
): Promise<void> {
  await db
    .updateTable('field_packet')
    .set({ tasks: JSON.stringify(tasks) })
    .where('id', '=', id)
    .execute()
}

export async function packetById({ db }: Pick<Centre, 'db'>, id: string): Promise<KeptPacket | undefined> {
  const row = await db.selectFrom('field_packet').select(PACKET).where('id', '=', id).executeTakeFirst()
  return row && kept(row)
}

/** A packet as it arrived, where it was kept. */
export async function sealedOf({ db }: Centre, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await db.selectFrom('field_packet').select('sealed').where('id', '=', id).executeTakeFirst()
  return row?.sealed ? new Uint8Array(row.sealed) : undefined
}

/**
 * What is here of a device around a place in its sequence: the moments that count and do not rest on the end of an outing
 * alone, and the packet just before.
 */
export async function aroundPacket(
  { db }: Centre,
  device: string,
  sequence: number,
): Promise<{
  readonly previousAt: Moment | null
  readonly nextAt: Moment | null
  readonly before: string | null
}> {
  const row = await db
    .selectFrom('field_packet')
    .select(({ fn }) => [
      fn.max<Moment | null>('received_at').filterWhere('sequence', '<', sequence).as('previousAt'),
      fn.min<Moment | null>('received_at').filterWhere('sequence', '>', sequence).as('nextAt'),
    ])
    .where('device_id', '=', device)
    .where('basis', '<>', 'session')
    .executeTakeFirstOrThrow()
  const before = await db
    .selectFrom('field_packet')
    .select('sha256')
    .where('device_id', '=', device)
    .where('sequence', '=', sequence - 1)
    .limit(1)
    .executeTakeFirst()
  return {
    previousAt: row.previousAt,
    nextAt: row.nextAt,
    before: before?.sha256.toString('hex') ?? null,
  }
}
