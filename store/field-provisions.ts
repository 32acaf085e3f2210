import { sql } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { LeasedBlock } from '#domain/outreach/intake-packet.ts'
import type { Centre } from './database.ts'

/** What a device was provisioned with: for which outing, its hours that day, with which numbers. */
export interface KeptProvision {
  readonly id: string
  readonly device: string
  readonly outing: { readonly kind: 'session' | 'home-visit'; readonly id: string }
  readonly on: Day
  /** Minutes of the day in Vietnam. */
  readonly opens: number
  readonly closes: number
  readonly days: number
  readonly madeAt: Moment
  readonly numbers: readonly LeasedBlock[]
}

/** The numbers a device gets for a day, in one lease of the series. */
export interface NumbersAsked {
  readonly id: string
  readonly on: Day
  readonly identifier: string
  readonly size: number
}

/**
 * Keeps a provision with the numbers it leases, all of it or nothing. An id that was used before gives what was kept then,
 * and leases nothing.
 */
export async function keepProvision(
  { db }: Centre,
  given: Omit<KeptProvision, 'numbers'>,
  asked: readonly NumbersAsked[],
): Promise<KeptProvision> {
  return db.transaction().execute(async (whole) => {
    const { id, device, outing, on, opens, closes, days, madeAt } = given
    // Two of the same id wait here for each other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`field provision ${id}`}, 0))`.execute(whole)
    const before = await provisionById({ db: whole }, id)
    if (before) return before
    const numbers: LeasedBlock[] = []
    for (const { id: lease, on: day, identifier, size } of asked) {
      const { next } = await whole
        .insertInto('code_series')
        .values({ identifier, on_day: day, next: size + 1 })
        .onConflict((series) =>
          series
            .columns(['identifier', 'on_day'])
            .doUpdateSet(({ eb, ref }) => ({ next: eb(ref('code_series.next'), '+', size) })),
        )
        .returning('next')
        .executeTakeFirstOrThrow()
      const block = { on: day, identifier, first: next - size, last: next - 1 }
      await whole
        .insertInto('code_block')
        .values({
          id: lease,
          identifier,
          on_day: day,
          first: block.first,
          last: block.last,
          leased_to: `device ${device}`,
          leased_at: madeAt,
        })
        .execute()
      numbers.push(block)
    }
    await whole
      .insertInto('field_provision')
      .values({
        id,
        device_id: device,
        outing_kind: outing.kind,
        outing_id: outing.id,
        on_day: on,
        opens,
        closes,
        days,
        made_at: madeAt,
        numbers: JSON.stringify(numbers),
      })
      .execute()
    return { ...given, numbers }
  })
}

export async function provisionById(
  { db }: Pick<Centre, 'db'>,
  id: string,
): Promise<KeptProvision | undefined> {
  const row = await db.selectFrom('field_provision').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      device: row.device_id,
      outing: { kind: row.outing_kind, id: row.outing_id },
      on: row.on_day,
      opens: row.opens,
      closes: row.closes,
      days: row.days,
      madeAt: row.made_at,
      numbers: row.numbers,
    }
  )
}

/** All numbers that were ever leased to a device on a day. */
export async function numbersOfDevice(
  { db }: Centre,
  device: string,
  on: Day,
): Promise<readonly LeasedBlock[]> {
  const rows = await db
    .selectFrom('code_block')
    .select(['on_day as on', 'identifier', 'first', 'last'])
    .where('leased_to', '=', `device ${device}`)
    .where('on_day', '=', on)
    .execute()
  return rows
}
