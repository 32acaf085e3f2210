import type { Transaction } from 'kysely'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { NationalPerson } from '#domain/people/national-person.ts'
import type { Centre } from './database.ts'
import { isConstraintViolation } from './sql-state.ts'
import type { CentreTables } from './tables.ts'

export interface IdentityToKeep {
  readonly provider: string
  readonly person: NationalPerson
  /** The citizen who is signed in already; null when the identity is the way in. */
  readonly here: string | null
  /** For the account, if it has to be made. */
  readonly freshId: string
  readonly at: string
  /** The organisation the person has come for, with the id of the line that says so. */
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly number: string
    readonly from: string
  } | null
}

/**
 * Whose the identity is: of the citizen it has let in before, otherwise of the one signed in now, otherwise of a new
 * one; what the provider says of the person is written down anew each time. Of two at once the second finds the first.
 */
export async function keepIdentity(centre: Centre, identity: IdentityToKeep): Promise<Outcome<string>> {
  const keep = () => centre.db.transaction().execute((db) => keptIn(db, identity))
  try {
    return await keep()
  } catch (error) {
    if (isConstraintViolation(error)) return keep()
    throw error
  }
}

async function keptIn(db: Transaction<CentreTables>, identity: IdentityToKeep): Promise<Outcome<string>> {
  const { provider, person, here, at } = identity
  // In this order: whoever was let in for the first time between the two reads is known by the second.
  const holder = await holderOf(db, person.idNumber)
  const known = await db
    .selectFrom('citizen_identity')
    .select('citizen_id as id')
    .where('provider', '=', provider)
    .where('subject', '=', person.subject)
    .executeTakeFirst()
  // Whoever else has this number was let in by the same provider under another key, or is another account of the person.
  if (holder && holder.id !== known?.id && (known || holder.providers.includes(provider)))
    return refuse('identity-of-another')
  const id = known?.id ?? holder?.id ?? here ?? identity.freshId
  if (here !== null && id !== here) return id
  await write(db, id, identity)
  if (!known)
    await db
      .insertInto('citizen_identity')
      .values({ provider, subject: person.subject, citizen_id: id, since: at })
      .execute()
  await comesFor(db, id, identity)
  return id
}

/** The citizen whose verified number it is, and by which providers. */
async function holderOf(db: Transaction<CentreTables>, idNumber: string) {
  const rows = await db
    .selectFrom('citizen')
    .innerJoin('citizen_identity', 'citizen_identity.citizen_id', 'citizen.id')
    .select(['citizen.id', 'citizen_identity.provider'])
    .where('citizen.id_number', '=', idNumber)
    .where('citizen.assurance', '<>', 'stated')
    .execute()
  const [first] = rows
  return first && { id: first.id, providers: rows.map((row) => row.provider) }
}

async function write(
  db: Transaction<CentreTables>,
  id: string,
  { person, at }: IdentityToKeep,
): Promise<void> {
  const said = {
    name: person.name,
    id_number: person.idNumber,
    assurance: person.assurance,
    ...(person.bornOn !== null && { born_on: person.bornOn }),
  }
  await db
    .insertInto('citizen')
    .values({ id, since: at, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute()
}

/** Who comes with the account of an organisation acts for it, until somebody ends it. */
async function comesFor(
  db: Transaction<CentreTables>,
  citizen: string,
  { organisation, at }: IdentityToKeep,
): Promise<void> {
  if (!organisation) return
  const known = await db
    .selectFrom('representation')
    .select('id')
    .where('citizen_id', '=', citizen)
    .where('principal_number', '=', organisation.number)
    .where('ground', '=', 'national')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (known) return
  await db
    .insertInto('representation')
    .values({
      id: organisation.id,
      citizen_id: citizen,
      principal_kind: 'organisation',
      principal_name: organisation.name,
      principal_number: organisation.number,
      acts: 'manage',
      ground: 'national',
      from_on: organisation.from,
      entered_at: at,
    })
    .execute()
}
