import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** Whose book: of these communes, or of all but them. */
export interface WhoseRegister {
  readonly communes: readonly string[]
  readonly isTheirs: boolean
}

export interface RegisterAsked extends WhoseRegister {
  readonly fields: readonly string[]
  readonly from: Moment
  readonly before: Moment
}

/** Dossiers a field of those received between two moments, by name of the field. */
export async function registerFields(
  { db }: Centre,
  { from, before, ...whose }: Omit<RegisterAsked, 'fields'>,
) {
  return db
    .selectFrom('dossier')
    .select(({ fn }) => ['field', fn.countAll<number>().as('count')] as const)
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .where(isOf(whose))
    .groupBy('field')
    .orderBy('field')
    .execute()
}

/** The dossiers of a register in the order they were received: a part of them. */
export async function registerPart(
  { db }: Centre,
  { fields, from, before, ...whose }: RegisterAsked,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<Dossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('state')
    .where('field', 'in', [...fields])
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .where(isOf(whose))
    .orderBy('received_at')
    .orderBy('code')
    .offset(after)
    .limit(most)
    .execute()
  return rows.map(({ state }) => state as Dossier)
}

function isOf({ communes, isTheirs }: WhoseRegister) {
  const among = sql<boolean>`unit = any(${[...communes]}::text[])`
  return isTheirs ? among : sql<boolean>`not ${among}`
}
