import type { SigningCapacity } from '#domain/people/may.ts'
import { inBatches } from './batches.ts'
import type { WithDatabase } from './law.ts'

/** Writing who works at a centre. All of it runs in the transaction of one import. */

interface PersonToPublish {
  readonly id: string
  readonly login: string
  readonly name: string
}

/** Adds persons, or gives known ones their new name; the login is who they are. */
export async function publishStaff({ db }: WithDatabase, staff: readonly PersonToPublish[]): Promise<void> {
  for (const { id, login, name } of staff)
    await db
      .insertInto('staff')
      .values({ id, login, name })
      .onConflict((conflict) => conflict.column('login').doUpdateSet({ name }))
      .execute()
}

/** Ids of all persons by login. */
export async function staffIds({ db }: WithDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'login']).execute()
  return new Map(rows.map(({ id, login }) => [login, id]))
}

interface AppointmentToPublish {
  readonly id: string
  readonly staff: string
  readonly post: string
  readonly unit: string
  readonly from: string
  readonly until: string | null
}

export async function publishAppointments(
  { db }: WithDatabase,
  appointments: readonly AppointmentToPublish[],
): Promise<void> {
  const rows = appointments.map(({ id, staff, post, unit, from, until }) => {
    return { id, staff_id: staff, post, unit, from_on: from, until_on: until }
  })
  await inBatches(rows, (batch) => db.insertInto('appointment').values(batch).execute())
}

export async function endAppointment({ db }: WithDatabase, id: string, until: string | null): Promise<void> {
  await db.updateTable('appointment').set({ until_on: until }).where('id', '=', id).execute()
}

interface MandateToPublish {
  readonly key: string
  readonly staff: string
  readonly unit: string
  readonly from: string
  readonly until: string | null
  readonly capacity: SigningCapacity | null
  readonly ground: string
}

export async function publishMandates(
  { db }: WithDatabase,
  mandates: readonly MandateToPublish[],
): Promise<void> {
  for (const { key, staff, unit, from, until, capacity: how, ground } of mandates) {
    const capacity = how && JSON.stringify(how)
    await db
      .insertInto('mandate')
      .values({ key, staff_id: staff, unit, from_on: from, until_on: until, capacity, ground })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ until_on: until, capacity, ground }))
      .execute()
  }
}

export async function endMandate({ db }: WithDatabase, key: string, until: string | null): Promise<void> {
  await db.updateTable('mandate').set({ until_on: until }).where('key', '=', key).execute()
}
