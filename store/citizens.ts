import type { Day } from '#domain/calendar/moment.ts'
import type { Assurance, Citizen } from '#domain/people/citizen.ts'
import type { Contact } from '#domain/people/contact.ts'
import type { Ground, Principal, Representation, Right } from '#domain/people/representation.ts'
import type { Centre, HotVerb } from './database.ts'
import { isConstraintViolation } from './sql-state.ts'

const CITIZEN: HotVerb = {
  name: 'citizen',
  text: `
  select p.id, p.name, p.born_on as "bornOn", p.id_number as "idNumber", p.assurance, p.phone, p.email,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'principal', jsonb_build_object(
          'kind', r.principal_kind, 'name', r.principal_name, 'number', r.principal_number),
        'right', r.acts, 'ground', r.ground, 'procedures', r.procedures, 'from', r.from_on, 'until', r.until_on)
        order by r.entered_at, r.id), '[]')
      from {c}.representation r
      where (r.citizen_id = p.id or (p.assurance <> 'stated' and r.agent_number = p.id_number))
        and r.ended_at is null) as "actsFor"
  from {c}.citizen p where p.id = $1`,
}

interface CitizenRow {
  readonly id: string
  readonly name: string
  readonly bornOn: Day | null
  readonly idNumber: string | null
  readonly assurance: Assurance
  readonly phone: string | null
  readonly email: string | null
  readonly actsFor: {
    readonly id: string
    readonly principal: Principal
    readonly right: Right
    readonly ground: Ground
    readonly procedures: string[] | null
    readonly from: Day
    readonly until: Day | null
  }[]
}

/** A citizen with all for whom he acts, but for what was ended. */
export async function citizenById(centre: Centre, id: string): Promise<Citizen | undefined> {
  const [row] = await centre.run<CitizenRow>(CITIZEN, [id])
  return row && { kind: 'citizen', ...row, actsFor: row.actsFor satisfies readonly Representation[] }
}

/** The account a telephone or a mailbox opens: the one there is, or a new one. Of two at once both get the same. */
export async function citizenOfContact(
  { db }: Centre,
  { way, address }: Contact,
  fresh: { readonly id: string; readonly at: string },
): Promise<string> {
  await db
    .insertInto('citizen')
    .values({ id: fresh.id, [way]: address, since: fresh.at })
    .onConflict((conflict) => conflict.column(way).doNothing())
    .execute()
  const { id } = await db
    .selectFrom('citizen')
    .select('id')
    .where(way, '=', address)
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a contact a citizen's own; false when another account has it. */
export async function giveContact(
  { db }: Centre,
  citizen: string,
  { way, address }: Contact,
): Promise<boolean> {
  try {
    await db
      .updateTable('citizen')
      .set({ [way]: address })
      .where('id', '=', citizen)
      .execute()
    return true
  } catch (error) {
    if (isConstraintViolation(error)) return false
    throw error
  }
}

/** What a citizen says of himself; of a verified one name and number stay as the national identity has them. */
export async function stateCitizen(
  { db }: Centre,
  id: string,
  said: { readonly name: string; readonly bornOn: Day | null; readonly idNumber: string | null },
): Promise<void> {
  await db
    .updateTable('citizen')
    .set({ name: said.name, born_on: said.bornOn, id_number: said.idNumber })
    .where('id', '=', id)
    .where('assurance', '=', 'stated')
    .execute()
}
