import type { Moment } from '#domain/calendar/moment.ts'
import type { FilingEvent } from '#domain/filing/events.ts'
import type { Filing } from '#domain/filing/filing.ts'
import type { Centre } from './database.ts'

type WithDatabase = Pick<Centre, 'db'>

/** A filing as a decision needs it. */
export interface HeldFiling {
  readonly id: string
  readonly filing: Filing
  /** Hexadecimal. */
  readonly lastSeal: string
}

export interface FilingEventToWrite {
  readonly sequence: number
  readonly event: FilingEvent
  /** The very text that was sealed. */
  readonly text: string
  /** Hexadecimal. */
  readonly seal: string
}

export interface FilingWriting {
  readonly id: string
  readonly filing: Filing
  readonly event: FilingEventToWrite
  readonly command: { readonly id: string; readonly hash: string }
}

const columnsOf = ({ filing, event }: FilingWriting) => ({
  version: filing.version,
  state: JSON.stringify(filing),
  stage: filing.stage,
  accept_by: filing.acceptBy,
  last_hash: bytes(event.seal),
})

/** Writes a submission. A second one with the same id breaks the key, so that two clicks are one filing. */
export async function writeSubmission({ db }: WithDatabase, writing: FilingWriting): Promise<void> {
  const { id, filing } = writing
  await db
    .insertInto('filing')
    .values({
      id,
      code: filing.code,
      procedure_key: filing.procedure,
      unit: filing.unit,
      citizen_id: filing.by.citizen,
      applicant_number: filing.applicant.idNumber,
      owner_number: filing.owner.idNumber,
      submitted_at: filing.submittedAt,
      ...columnsOf(writing),
    })
    .execute()
  await writeEvent({ db }, writing)
}

/** Writes what happened to a filing; false when it has changed meanwhile, and the transaction is to be given up. */
export async function writeFiling({ db }: WithDatabase, writing: FilingWriting): Promise<boolean> {
  const { id, filing } = writing
  const { numUpdatedRows } = await db
    .updateTable('filing')
    .set(columnsOf(writing))
    .where('id', '=', id)
    .where('version', '=', filing.version - 1)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await writeEvent({ db }, writing)
  return true
}

async function writeEvent({ db }: WithDatabase, { id, event, command }: FilingWriting): Promise<void> {
  await db
    .insertInto('filing_event')
    .values({
      filing_id: id,
      sequence: event.sequence,
      type: event.event.type,
      at: event.event.at,
      data: event.text,
      is_in_time: 'isInTime' in event.event ? event.event.isInTime : null,
      hash: bytes(event.seal),
      command_id: command.id,
      command_hash: bytes(command.hash),
    })
    .execute()
}

/** Reads a filing to decide on it; nothing is locked, as the write names the version. */
export async function holdFiling({ db }: WithDatabase, id: string): Promise<HeldFiling | undefined> {
  const row = await db
    .selectFrom('filing')
    .select(['id', 'state', 'last_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && held(row)
}

/** The same by its code, as the citizen has it. */
export async function filingOfCode({ db }: WithDatabase, code: string): Promise<HeldFiling | undefined> {
  const row = await db
    .selectFrom('filing')
    .select(['id', 'state', 'last_hash'])
    .where('code', '=', code)
    .executeTakeFirst()
  return row && held(row)
}

function held(row: { id: string; state: object; last_hash: Buffer }): HeldFiling {
  // Written by this house as the events made it.
  return { id: row.id, filing: row.state as Filing, lastSeal: row.last_hash.toString('hex') }
}

/** What a command id was used for. */
export async function usedFilingCommand({ db }: WithDatabase, id: string) {
  const row = await db
    .selectFrom('filing_event')
    .select(['filing_id', 'sequence', 'command_hash'])
    .where('command_id', '=', id)
    .executeTakeFirst()
  return row && { filing: row.filing_id, version: row.sequence, hash: row.command_hash.toString('hex') }
}

/** The history of a filing, in order. */
export async function filingHistory({ db }: WithDatabase, id: string) {
  const rows = await db
    .selectFrom('filing_event')
    .select(['sequence', 'data', 'hash'])
    .where('filing_id', '=', id)
    .orderBy('sequence')
    .execute()
  return rows.map(({ sequence, data, hash }) => {
    return { sequence, event: data as FilingEvent, seal: hash.toString('hex') }
  })
}

/** All that was filed, page by page. */
export async function heldFilings(
  { db }: WithDatabase,
  after: string | null,
  size: number,
): Promise<HeldFiling[]> {
  const rows = await db
    .selectFrom('filing')
    .select(['id', 'state', 'last_hash'])
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(held)
}

/** The filings the centre must answer, the most urgent first. */
export async function waitingFilings(
  { db }: WithDatabase,
  asked: { readonly after: { readonly acceptBy: Moment; readonly id: string } | null; readonly size: number },
): Promise<HeldFiling[]> {
  const { after, size } = asked
  const rows = await db
    .selectFrom('filing')
    .select(['id', 'state', 'last_hash'])
    .where('accept_by', 'is not', null)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('accept_by', 'id'), '>', tuple(after?.acceptBy ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('accept_by')
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(held)
}

/** Codes of what is filed and not yet answered for good, in the name of a number, for a procedure. */
export async function openFilingsOfNumber(
  { db }: WithDatabase,
  number: string,
  procedure: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('filing')
    .select('code')
    .where(({ or, eb }) => or([eb('applicant_number', '=', number), eb('owner_number', '=', number)]))
    .where('procedure_key', '=', procedure)
    .where('stage', 'in', ['submitted', 'asked', 'answered'])
    .orderBy('submitted_at')
    .limit(10)
    .execute()
  return rows.map(({ code }) => code)
}

export interface WaitingCount {
  readonly waiting: number
  /** Whose deadline is near. */
  readonly near: number
  /** Longer than the rule allows. */
  readonly overdue: number
}

/** How many filings wait for the centre, near their deadline and beyond. */
export async function countWaiting(
  { db }: WithDatabase,
  { now, near }: { readonly now: Moment; readonly near: Moment },
): Promise<WaitingCount> {
  return db
    .selectFrom('filing')
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn
        .countAll<number>()
        .filterWhere('accept_by', '>=', now)
        .filterWhere('accept_by', '<=', near)
        .as('near'),
      fn.countAll<number>().filterWhere('accept_by', '<', now).as('overdue'),
    ])
    .where('accept_by', 'is not', null)
    .executeTakeFirstOrThrow()
}

/** How often the centre answered between two moments, and how often too late. */
export async function countAnswered({ db }: WithDatabase, from: Moment, before: Moment) {
  return db
    .selectFrom('filing_event')
    .select(({ fn }) => [
      fn.countAll<number>().as('answered'),
      fn.countAll<number>().filterWhere('is_in_time', '=', false).as('late'),
    ])
    .where('is_in_time', 'is not', null)
    .where('at', '>=', from)
    .where('at', '<', before)
    .executeTakeFirstOrThrow()
}

/** What an account filed, the latest first. */
export async function filingsOfCitizen(
  { db }: WithDatabase,
  citizen: string,
  size: number,
): Promise<HeldFiling[]> {
  const rows = await db
    .selectFrom('filing')
    .select(['id', 'state', 'last_hash'])
    .where('citizen_id', '=', citizen)
    .orderBy('submitted_at', 'desc')
    .limit(size)
    .execute()
  return rows.map(held)
}

const bytes = (hash: string) => Buffer.from(hash, 'hex')
