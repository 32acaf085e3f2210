import { sql } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Telling } from '#domain/notices/notice.ts'
import type { MobileSession, SessionEvent, SessionPlan } from '#domain/outreach/session.ts'
import type { Centre } from './database.ts'
import { addTelling } from './outbox.ts'
import { isUniqueViolation } from './sql-state.ts'

export interface KeptSession {
  readonly id: string
  readonly state: MobileSession
}

export interface SessionToWrite extends KeptSession {
  /** The id of the command that does it. */
  readonly command: string
  readonly event: SessionEvent
}

/** What is decided about sessions of some days, while nobody else decides about sessions. */
export interface SessionsHeld {
  /** Sessions on days that were not cancelled. */
  plansOn(days: readonly Day[]): Promise<readonly { readonly id: string; readonly plan: SessionPlan }[]>
  /** The slots people have registered for, once for each. */
  takenOf(id: string): Promise<readonly number[]>
  /** With what everybody who has registered is told of it. */
  write(one: SessionToWrite, tell: Telling | null): Promise<void>
}

/**
 * Decides about sessions one after the other: nobody is planned into two by two people at once. Answers null where a
 * command was carried out meanwhile.
 */
export async function holdingSessions<Value>(
  { db, schema }: Centre,
  decide: (held: SessionsHeld) => Promise<Value>,
): Promise<Value | null> {
  try {
    return await db.transaction().execute(async (whole) => {
      const lock = `${schema} outreach sessions`
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(whole)
      return decide({
        plansOn: async (days) => {
          const rows = await whole
            .selectFrom('outreach_session')
            .select(['id', 'state'])
            .where('on_day', 'in', [...days])
            .where('stage', '!=', 'cancelled')
            .$castTo<KeptSession>()
            .execute()
          return rows.map(({ id, state }) => ({ id, plan: state.plan }))
        },
        takenOf: (id) => takenSlots({ db: whole }, id),
        write: async ({ id, command, state, event }, tell) => {
          const { type, at, ...content } = event
          const row = {
            on_day: state.plan.on,
            commune: state.plan.commune,
            stage: state.stage,
            version: state.version,
            changed_at: state.changedAt,
            state: JSON.stringify(state),
          }
          await whole
            .insertInto('outreach_session')
            .values({ id, ...row })
            .onConflict((known) => known.column('id').doUpdateSet(row))
            .execute()
          await whole
            .insertInto('outreach_session_event')
            .values({
              id: command,
              session_id: id,
              version: state.version,
              at,
              type,
              content: JSON.stringify(content),
            })
            .execute()
          if (!tell) return
          const registered = await whole
            .selectFrom('session_registration')
            .select('id')
            .where('session_id', '=', id)
            .where('cancelled_at', 'is', null)
            .execute()
          const cause = `event ${state.version}`
          for (const one of registered)
            await addTelling({ db: whole }, { about: 'registration', code: one.id, cause, ...tell })
        },
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/** Which session a command was about, where it was carried out. */
export async function sessionOfCommand({ db }: Centre, command: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outreach_session_event')
    .select('session_id')
    .where('id', '=', command)
    .executeTakeFirst()
  return row?.session_id
}

export async function sessionById({ db }: Pick<Centre, 'db'>, id: string): Promise<KeptSession | undefined> {
  return db
    .selectFrom('outreach_session')
    .select(['id', 'state'])
    .where('id', '=', id)
    .$castTo<KeptSession>()
    .executeTakeFirst()
}

export interface SessionsAsked {
  readonly from: Day
  readonly until: Day
  /** Those the public knows: published, and cancelled after they were. */
  readonly isPublic: boolean
  /** Units, or null for all. */
  readonly communes: readonly string[] | null
  readonly size: number
}

/** Sessions of a stretch of days, the earliest first; both days belong to it. */
export async function listSessions(
  { db }: Centre,
  { from, until, isPublic, communes, size }: SessionsAsked,
): Promise<readonly KeptSession[]> {
  return db
    .selectFrom('outreach_session as s')
    .select(['s.id', 's.state'])
    .where('s.on_day', '>=', from)
    .where('s.on_day', '<=', until)
    .$if(communes !== null, (query) => query.where('s.commune', 'in', communes ?? []))
    .$if(isPublic, (query) =>
      query.where('s.stage', '!=', 'planned').where(({ exists, selectFrom }) =>
        exists(
          selectFrom('outreach_session_event as e')
            .select(sql`1`.as('one'))
            .whereRef('e.session_id', '=', 's.id')
            .where('e.type', '=', 'SessionPublished'),
        ),
      ),
    )
    .orderBy('s.on_day')
    .orderBy(sql`(s.state -> 'plan' ->> 'opens')::int`)
    .orderBy('s.id')
    .limit(size)
    .$castTo<KeptSession>()
    .execute()
}

export interface SessionRegistration {
  readonly id: string
  readonly session: string
  readonly slot: number
  readonly name: string
  readonly phone: string
  readonly procedure: string | null
  readonly citizen: string | null
  readonly registeredAt: Moment
  readonly cancelledAt: Moment | null
  readonly toldAt: Moment | null
}

const REGISTRATION = [
  'id',
  'session_id as session',
  'slot',
  'name',
  'phone',
  'procedure_key as procedure',
  'citizen_id as citizen',
  'registered_at as registeredAt',
  'cancelled_at as cancelledAt',
  'told_at as toldAt',
] as const

/** What came of writing a registration. */
export type Registering<Refused> =
  | { readonly kept: SessionRegistration }
  | { readonly refused: Refused }
  | 'twice'

/**
 * Keeps a registration where `decide` finds room; the session is held meanwhile, so that its last place is given once.
 * An id that was used before gives what was kept then.
 */
export async function register<Refused>(
  { db }: Centre,
  given: Omit<SessionRegistration, 'cancelledAt' | 'toldAt'> & { readonly codeHash: string },
  decide: (session: MobileSession, taken: readonly number[]) => Refused | null,
): Promise<Registering<Refused> | undefined> {
  try {
    return await db.transaction().execute(async (whole) => {
      const held = await whole
        .selectFrom('outreach_session')
        .select('state')
        .where('id', '=', given.session)
        .forUpdate()
        .$castTo<{ state: MobileSession }>()
        .executeTakeFirst()
      if (!held) return undefined
      const before = await whole
        .selectFrom('session_registration')
        .select(REGISTRATION)
        .where('id', '=', given.id)
        .executeTakeFirst()
      if (before) return { kept: before }
      const refused = decide(held.state, await takenSlots({ db: whole }, given.session))
      if (refused) return { refused }
      const { id, session, slot, codeHash, name, phone, procedure, citizen, registeredAt } = given
      await whole
        .insertInto('session_registration')
        .values({
          id,
          session_id: session,
          slot,
          code_hash: codeHash,
          name,
          phone,
          procedure_key: procedure,
          citizen_id: citizen,
          registered_at: registeredAt,
        })
        .execute()
      return { kept: { ...given, cancelledAt: null, toldAt: null } }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return 'twice'
    throw error
  }
}

async function takenSlots({ db }: Pick<Centre, 'db'>, session: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('session_registration')
    .select('slot')
    .where('session_id', '=', session)
    .where('cancelled_at', 'is', null)
    .execute()
  return rows.map(({ slot }) => slot)
}

/** How many are registered for each slot of some sessions. */
export async function takenOfSessions(
  { db }: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const taken = new Map<string, number[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return taken
  const rows = await db
    .selectFrom('session_registration')
    .select(['session_id', 'slot'])
    .where('session_id', 'in', [...ids])
    .where('cancelled_at', 'is', null)
    .execute()
  for (const { session_id, slot } of rows) taken.get(session_id)?.push(slot)
  return taken
}

/** Who comes, by slot. */
export async function registrationsOf(
  { db }: Centre,
  session: string,
): Promise<readonly SessionRegistration[]> {
  return db
    .selectFrom('session_registration')
    .select(REGISTRATION)
    .where('session_id', '=', session)
    .where('cancelled_at', 'is', null)
    .orderBy('slot')
    .orderBy('registered_at')
    .execute()
}

export async function registrationByCode(
  { db }: Centre,
  codeHash: string,
): Promise<SessionRegistration | undefined> {
  return db
    .selectFrom('session_registration')
    .select(REGISTRATION)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
}

/** A registration, as far as telling needs it. */
export interface RegistrationToTell {
  readonly id: string
  readonly phone: string
  readonly citizen: string | null
  readonly registeredAt: Moment
  readonly isGivenBack: boolean
  readonly session: MobileSession
}

export async function registrationToTell(
  { db }: Centre,
  id: string,
): Promise<RegistrationToTell | undefined> {
  return db
    .selectFrom('session_registration as r')
    .innerJoin('outreach_session as s', 's.id', 'r.session_id')
    .select(['r.id', 'r.phone', 'r.citizen_id as citizen', 'r.registered_at as registeredAt'])
    .select(['s.state as session', sql<boolean>`r.cancelled_at is not null`.as('isGivenBack')])
    .where('r.id', '=', id)
    .$castTo<RegistrationToTell>()
    .executeTakeFirst()
}

/**
 * Puts down that everybody who comes to a session of a day is to be reminded, once each; not who registered since
 * a moment, who knows. Answers how many.
 */
export async function remindRegistered(
  { db }: Centre,
  { on, registeredBefore, at }: { readonly on: Day; readonly registeredBefore: Moment; readonly at: Moment },
): Promise<number> {
  return db.transaction().execute(async (whole) => {
    const reminded = await whole
      .updateTable('session_registration')
      .set({ reminded_at: at })
      .where('reminded_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('registered_at', '<', registeredBefore)
      .where('session_id', 'in', (sessions) =>
        sessions
          .selectFrom('outreach_session')
          .select('id')
          .where('on_day', '=', on)
          .where('stage', '=', 'published'),
      )
      .returning('id')
      .execute()
    for (const { id } of reminded)
      await addTelling(
        { db: whole },
        {
          about: 'registration',
          code: id,
          cause: `soon ${on}`,
          kind: 'session-soon',
          facts: { lastDay: on },
        },
      )
    return reminded.length
  })
}

/** What an account registered for, the latest first. */
export async function registrationsOfCitizen(
  { db }: Centre,
  citizen: string,
  size: number,
): Promise<readonly (SessionRegistration & { readonly state: MobileSession })[]> {
  return db
    .selectFrom('session_registration as r')
    .innerJoin('outreach_session as s', 's.id', 'r.session_id')
    .select(REGISTRATION.map((one) => `r.${one}` as const))
    .select('s.state')
    .where('r.citizen_id', '=', citizen)
    .orderBy('r.registered_at', 'desc')
    .orderBy('r.id')
    .limit(size)
    .$castTo<SessionRegistration & { readonly state: MobileSession }>()
    .execute()
}

/** Gives a slot back; once. */
export async function giveBackSlot({ db }: Centre, id: string, at: Moment): Promise<void> {
  await db
    .updateTable('session_registration')
    .set({ cancelled_at: at })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .execute()
}

/** Keeps that a person of the centre told somebody that the session is cancelled; the first time counts. */
export async function keepTold(
  { db }: Centre,
  {
    session,
    id,
    at,
    by,
  }: { readonly session: string; readonly id: string; readonly at: Moment; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session_registration')
    .set(({ fn, val, ref }) => ({
      told_at: fn.coalesce(ref('told_at'), val(at)),
      told_by: fn.coalesce(ref('told_by'), val(by)),
    }))
    .where('id', '=', id)
    .where('session_id', '=', session)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
