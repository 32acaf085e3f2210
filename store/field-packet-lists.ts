import { sql } from 'kysely'
import type { Day } from '#domain/calendar/moment.ts'
import { MONEY_TASKS } from '#domain/outreach/intake-packet.ts'
import type { Centre } from './database.ts'
import { kept, type KeptPacket, PACKET } from './field-packets.ts'

export interface ListedPacket extends KeptPacket {
  readonly deviceName: string
  readonly staff: string
  readonly staffName: string
  readonly deciderName: string | null
}

const LISTED = PACKET.map((one) => `k.${one}` as const)

function listed({ db }: Centre) {
  return db
    .selectFrom('field_packet as k')
    .innerJoin('field_device as d', 'd.id', 'k.device_id')
    .innerJoin('staff as s', 's.id', 'd.staff_id')
    .leftJoin('staff as w', 'w.id', 'k.decided_by')
    .select(LISTED)
    .select(['d.name as deviceName', 's.id as staff', 's.name as staffName', 'w.name as deciderName'])
}

/** What waits for a person, the longest waiting first. */
export async function packetsToDecide(centre: Centre, size: number): Promise<readonly ListedPacket[]> {
  const rows = await listed(centre)
    .where(({ or, eb }) => or([eb('k.stage', '=', 'to-decide'), sql<boolean>`k.tasks <> '[]'::jsonb`]))
    .orderBy('k.arrived_at')
    .orderBy('k.id')
    .limit(size)
    .execute()
  return rows.map(kept)
}

/** Those of which money was taken outside that is in nobody's till yet, by who took it, the earliest first. */
export async function packetsWithMoney(centre: Centre): Promise<readonly ListedPacket[]> {
  const rows = await listed(centre)
    .where(sql<boolean>`k.tasks <> '[]'::jsonb`)
    .where(sql<boolean>`k.tasks ?| ${[...MONEY_TASKS]}::text[]`)
    .orderBy('s.name')
    .orderBy('s.id')
    .orderBy('k.received_at')
    .orderBy('k.id')
    .execute()
  return rows.map(kept)
}

/** How many wait for a person. */
export async function countToDecide({ db }: Centre): Promise<number> {
  const { count } = await db
    .selectFrom('field_packet as k')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ or, eb }) => or([eb('k.stage', '=', 'to-decide'), sql<boolean>`k.tasks <> '[]'::jsonb`]))
    .executeTakeFirstOrThrow()
  return count
}

/** What arrived since a day, the latest first. */
export async function packetsSince(
  centre: Centre,
  { since, size }: { readonly since: Day; readonly size: number },
): Promise<readonly ListedPacket[]> {
  const rows = await listed(centre)
    .where('k.arrived_at', '>=', since)
    .orderBy('k.arrived_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(size)
    .execute()
  return rows.map(kept)
}

/** One packet with its device and people. */
export async function packetListed(centre: Centre, id: string): Promise<ListedPacket | undefined> {
  const row = await listed(centre).where('k.id', '=', id).executeTakeFirst()
  return row && kept(row)
}

/**
 * How many packets of a device for outings of a day came, by what they hold, and the money that was taken with them in đồng;
 * those that were refused count for nothing.
 */
export async function packetsOfDay(
  { db }: Centre,
  device: string,
  on: Day,
): Promise<ReadonlyMap<string, { readonly count: number; readonly dong: number }>> {
  const rows = await db
    .selectFrom('field_packet as k')
    .innerJoin('field_provision as p', 'p.id', 'k.provision_id')
    .select(({ fn }) => [
      'k.kind',
      fn.countAll<number>().as('count'),
      fn.coalesce(fn.sum<number>('k.fee_dong'), sql<number>`0`).as('dong'),
    ])
    .where('k.device_id', '=', device)
    .where('p.on_day', '=', on)
    .where('k.stage', '!=', 'refused')
    .groupBy('k.kind')
    .execute()
  return new Map(rows.map(({ kind, count, dong }) => [kind ?? '', { count, dong: Number(dong) }]))
}
