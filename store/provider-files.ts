import { sql } from 'kysely'
import { type Day, instantAt, type Moment, toMoment, ZONE } from '#domain/calendar/moment.ts'
import type { FileCompared } from '#domain/paying/provider-file.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { Centre } from './database.ts'

/** A provider's file as it was compared. */
export interface ComparedFile {
  readonly id: string
  readonly provider: ProviderKey
  readonly at: Moment
  readonly staff: string
  readonly from: Day
  readonly to: Day
  readonly content: FileCompared
}

/** Keeps what a file came to; one that was compared before stays as it was then. */
export async function keepFile(
  centre: Centre,
  file: ComparedFile & { readonly sha256: string },
): Promise<void> {
  const { sha256, from, to, staff, content, ...rest } = file
  await centre.db
    .insertInto('provider_file')
    .values({
      ...rest,
      sha256: Buffer.from(sha256, 'hex'),
      staff_id: staff,
      from_day: from,
      to_day: to,
      content: JSON.stringify(content),
    })
    .onConflict((already) => already.columns(['provider', 'sha256']).doNothing())
    .execute()
}

export async function fileByHash(
  centre: Centre,
  provider: ProviderKey,
  sha256: string,
): Promise<ComparedFile | null> {
  const found = await files(centre)
    .where('provider', '=', provider)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
  return found ?? null
}

/** Days in Vietnam, from one on and before another, on which a provider took money that stands in no file compared. */
export async function daysNotCompared(
  { db }: Centre,
  { from, before }: { readonly from: Day; readonly before: Day },
): Promise<readonly { readonly provider: ProviderKey; readonly on: Day }[]> {
  const paidOn = sql<Day>`(money_in.paid_at at time zone ${ZONE})::date`
  return db
    .selectFrom('money_in')
    .select(['money_in.provider', paidOn.as('on')])
    .distinct()
    .where('money_in.paid_at', '>=', toMoment(instantAt(Temporal.PlainDate.from(from), 0)))
    .where('money_in.paid_at', '<', toMoment(instantAt(Temporal.PlainDate.from(before), 0)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('provider_file as f')
            .select(sql`1`.as('one'))
            .whereRef('f.provider', '=', 'money_in.provider')
            .where('f.from_day', '<=', paidOn)
            .where('f.to_day', '>=', paidOn),
        ),
      ),
    )
    .orderBy('on')
    .orderBy('money_in.provider')
    .execute()
}

/** The files compared last, latest first. */
export async function latestFiles(centre: Centre, most: number): Promise<readonly ComparedFile[]> {
  return files(centre).orderBy('at', 'desc').limit(most).execute()
}

function files({ db }: Centre) {
  return db
    .selectFrom('provider_file')
    .select(['id', 'provider', 'at', 'staff_id as staff', 'from_day as from', 'to_day as to', 'content'])
}
