import { CompiledQuery, type Transaction } from 'kysely'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import type { Voided } from '#domain/dossier/numbering.ts'
import { searched } from '#domain/people/searched.ts'
import type { Centre, HotVerb } from './database.ts'
import { gathered } from './gathered.ts'
import { type MoneyMoved, tillOf } from './money-moved.ts'
import type { CentreTables } from './tables.ts'
import type { DocumentToKeep } from './result-documents.ts'

/** A dossier as a decision needs it: its folded state and the seal of its last event. */
export interface HeldDossier {
  readonly id: string
  readonly dossier: Dossier
  /** Hexadecimal. */
  readonly lastSeal: string
  /** The newest version of its result's draft; null while there is none. */
  readonly draft: number | null
}

/** One event of a history: its place, its seal and what happened. */
export interface SealedEvent {
  readonly sequence: number
  readonly event: DossierEvent
  /** Hexadecimal. */
  readonly seal: string
}

/** An event as it is written, with the very text that was sealed. */
export interface EventToWrite extends SealedEvent {
  readonly text: string
}

/** Everything a command comes to, written by one statement or not at all. */
export interface Writing {
  readonly id: string
  readonly dossier: Dossier
  readonly events: readonly EventToWrite[]
  readonly command: { readonly id: string; readonly hash: string }
  readonly tasks: readonly { readonly task: string; readonly payload: object }[]
  /** The version of the law the decision was made under; on another nothing is written. */
  readonly lawVersion: number
  /** The result as it was signed or sealed by these events. */
  readonly document?: DocumentToKeep
  /** The number of its book that these events make void. */
  readonly voided?: Voided
}

type Column = readonly [
  name: string,
  type: string,
  value: (writing: Pick<Writing, 'dossier' | 'events' | 'document' | 'voided'>) => unknown,
]

/** What the receipt sets and nothing changes. */
const LASTING: readonly Column[] = [
  ['code', 'text', ({ dossier: one }) => one.code],
  ['procedure_key', 'text', ({ dossier: one }) => one.procedure],
  ['procedure_version', 'int', ({ dossier: one }) => one.procedureVersion],
  ['field', 'text', ({ dossier: one }) => one.field],
  ['unit', 'text', ({ dossier: one }) => one.unit],
  ['channel', 'text', ({ dossier: one }) => one.channel],
  ['received_at', 'timestamptz', ({ dossier: one }) => one.receivedAt],
  ['due_at_receipt', 'timestamptz', ({ dossier: one }) => one.dueAtReceipt],
]

/** What events change, besides the folded state itself: the parts of it that lists and figures read. */
const CHANGING: readonly Column[] = [
  ['version', 'int', ({ dossier: one }) => one.version],
  ['stage', 'text', ({ dossier: one }) => one.stage],
  ['step', 'text', ({ dossier: one }) => one.step],
  ['holder_kind', 'text', ({ dossier: one }) => one.holder?.kind ?? null],
  ['holder_unit', 'text', ({ dossier: one }) => one.holder?.unit ?? null],
  ['holder_post', 'text', ({ dossier: one }) => one.holder?.post ?? null],
  ['holder_staff', 'uuid', ({ dossier: one }) => one.holder?.staff ?? null],
  ['lawful_due', 'timestamptz', ({ dossier: one }) => one.lawfulDue],
  ['due_order', 'timestamptz', ({ dossier: one }) => one.lawfulDue ?? 'infinity'],
  ['is_due_provisional', 'bool', ({ dossier: one }) => one.isDueProvisional],
  ['ready_at', 'timestamptz', ({ dossier: one }) => ('readyAt' in one ? one.readyAt : null)],
  ['timeliness', 'text', ({ dossier: one }) => ('timeliness' in one ? one.timeliness : null)],
  ['returned_at', 'timestamptz', ({ dossier: one }) => (one.stage === 'returned' ? one.returnedAt : null)],
]

/** What a dossier is found by, in a table of its own that no step touches. */
const FINDABLE: readonly Column[] = [
  ['received_at', 'timestamptz', ({ dossier: one }) => one.receivedAt],
  ['unit', 'text', ({ dossier: one }) => one.unit],
  ['procedure_key', 'text', ({ dossier: one }) => one.procedure],
  ['applicant_number', 'text', ({ dossier: one }) => one.applicant.idNumber],
  ['owner_number', 'text', ({ dossier: one }) => one.owner.idNumber],
  ['searched', 'text', ({ dossier: one }) => searchedTextOf(one)],
  ['visit', 'uuid', ({ dossier: one }) => one.visit ?? null],
  ['account', 'uuid', ({ dossier: one }) => one.filedBy?.account ?? null],
  ['taken_out', 'uuid', ({ dossier: one }) => one.takenOut?.id ?? null],
]

/** Code, names, telephones and numbers, folded; what applicant and owner share stands once. */
function searchedTextOf({ code, applicant, owner }: Dossier): string {
  const said = [code, ...[applicant, owner].flatMap((one) => [one.name, one.phone, one.idNumber])]
  return searched([...new Set(said.filter((one) => one !== null))].join(' '))
}

/** The row a dossier is found by, as its receipt makes it. */
export function searchRowOf(dossier: Dossier): { [column: string]: unknown } {
  return Object.fromEntries(FINDABLE.map(([name, , value]) => [name, value({ dossier, events: [] })]))
}

/**
 * The row as events have made it, by column; the folded state itself stands beside it. Every column is named and typed here once: writing it, and comparing
 * it with the folded events, go by the same list.
 */
export function rowOf(dossier: Dossier): { [column: string]: unknown } {
  return Object.fromEntries(
    [...LASTING, ...CHANGING].map(([name, , value]) => [name, value({ dossier, events: [] })]),
  )
}

const HOLD: HotVerb = {
  name: 'hold-dossiers',
  text: `select code, id, state, encode(last_hash, 'hex') as seal, draft from {c}.dossier where code = any($1::text[])`,
}

/**
 * Parameters of both writing statements, an array each, an element a dossier, event or task: $2 ids of dossiers, $3 their
 * last seals, $4 to $13 the events by column, $14 to $17 the tasks, $18 the folded states; the rows' own columns
 * follow. $1 is the version of the law. JSON goes as one array and is taken out by place, which spares quoting every
 * quotation mark twice. Values are bound with their types and never cast from text in SQL: on Citus an INSERT … SELECT may hold
 * immutable expressions only.
 */
const FIRST_COLUMN = 19
const names = (columns: readonly Column[]) => columns.map(([name]) => name).join(', ')
const own = (columns: readonly Column[]) => columns.map(([name]) => `n.${name}`).join(', ')
const STATE = '$18::jsonb -> (n.place::int - 1)'
const arrays = (columns: readonly Column[], before = 0) =>
  columns.map(([, type], place) => `$${FIRST_COLUMN + before + place}::${type}[]`).join(', ')

/** Events and tasks go only with a dossier that was written, at the version it was written with. */
const HAPPENED_AND_TOLD = `
  happened as (
    insert into {c}.dossier_event
      (dossier_id, sequence, type, at, data, hash, command_id, command_hash, command_part)
    select e.dossier_id, e.sequence, e.type, e.at, $9::jsonb -> (e.place::int - 1), e.hash, e.command_id, e.command_hash, e.part
    from written, unnest($4::uuid[], $5::int[], $6::int[], $7::text[], $8::timestamptz[], $10::bytea[],
        $11::uuid[], $12::bytea[], $13::smallint[]) with ordinality
      as e (dossier_id, version, sequence, type, at, hash, command_id, command_hash, part, place)
    where e.dossier_id = written.id and e.version = written.version
  ), told as (
    insert into {c}.outbox (task, payload)
    select t.task, $17::jsonb -> (t.place::int - 1)
    from written, unnest($14::uuid[], $15::int[], $16::text[]) with ordinality
      as t (dossier_id, version, task, place)
    where t.dossier_id = written.id and t.version = written.version
  )
  select id, version from written`

/** What lies with the agencies of linked procedures, a row a part; written only where parts begin, move or end. */
const PARTED: readonly (readonly [name: string, type: string])[] = [
  ['dossier_id', 'uuid'],
  ['part', 'text'],
  ['unit', 'text'],
  ['post', 'text'],
  ['state', 'text'],
  ['due_order', 'timestamptz'],
]

/** The rows of a dossier's parts, as events have made them. */
export function partRowsOf({ parts = [] }: Dossier): { readonly [column: string]: string }[] {
  return parts.map(({ key: part, unit, post, state, due }) => {
    return { part, unit, post, state, due_order: due ?? 'infinity' }
  })
}

/** The parts of all writings by column, the version each is written with first. */
function partColumns(writings: readonly Writing[]): unknown[] {
  const rows = writings.flatMap(({ id, dossier }) =>
    partRowsOf(dossier).map((row) => ({ ...row, dossier_id: id, version: dossier.version })),
  )
  return [
    rows.map(({ version }) => version),
    ...PARTED.map(([name]) => rows.map((row) => Reflect.get(row, name))),
  ]
}

const parted = (before: number) => {
  const columns = PARTED.map(([name]) => name)
  const given = PARTED.map(([, type], place) => `$${FIRST_COLUMN + before + 1 + place}::${type}[]`)
  return `parted as (
    insert into {c}.dossier_part (${columns.join(', ')})
    select ${columns.map((name) => `p.${name}`).join(', ')}
    from written, unnest($${FIRST_COLUMN + before}::int[], ${given.join(', ')})
      as p (version, ${columns.join(', ')})
    where p.dossier_id = written.id and p.version = written.version
    on conflict (dossier_id, part) do update set state = excluded.state, due_order = excluded.due_order
  ), `
}

const RECEIPT = [...LASTING, ...CHANGING]
const receiving = (besides = '') => `
  with written as (
    insert into {c}.dossier (id, last_hash, state, ${names(RECEIPT)})
    select n.id, n.last_hash, ${STATE}, ${own(RECEIPT)}
    from {c}.law_version l, unnest($2::uuid[], $3::bytea[], ${arrays(RECEIPT)}) with ordinality
      as n (id, last_hash, ${names(RECEIPT)}, place)
    where l.version = $1
    returning id, version
  ), findable as (
    insert into {c}.dossier_search (dossier_id, ${names(FINDABLE)})
    select n.id, ${own(FINDABLE)}
    from written, unnest($2::uuid[], ${arrays(FINDABLE, RECEIPT.length)}) as n (id, ${names(FINDABLE)})
    where n.id = written.id
  ), ${besides}${HAPPENED_AND_TOLD}`
const RECEIVE: HotVerb = { name: 'write-receipts', text: receiving() }
const RECEIVE_LINKED: HotVerb = {
  name: 'write-linked-receipts',
  text: receiving(parted(RECEIPT.length + FINDABLE.length)),
}

/** The version the decision was made on. */
const BEFORE: Column = ['before', 'int', ({ dossier, events }) => dossier.version - events.length]
const changing = (besides = '', before = '', onlyIf = '') => `
  with ${before}written as (
    update {c}.dossier d set
      last_hash = n.last_hash, state = ${STATE}, ${CHANGING.map(([name]) => `${name} = n.${name}`).join(', ')}
    from {c}.law_version l, unnest($2::uuid[], $3::bytea[], ${arrays([...CHANGING, BEFORE])}) with ordinality
      as n (id, last_hash, ${names(CHANGING)}, before, place)
    where l.version = $1 and d.id = n.id and d.version = n.before${onlyIf}
    returning d.id, d.version
  ), ${besides}${HAPPENED_AND_TOLD}`
const CHANGE: HotVerb = { name: 'write-changes', text: changing() }
const CHANGE_LINKED: HotVerb = { name: 'write-linked-changes', text: changing(parted(CHANGING.length + 1)) }

/** What a correction of names and numbers changes of what a dossier is found by. */
const RENAMED = FINDABLE.filter(([name]) => ['applicant_number', 'owner_number', 'searched'].includes(name))
const RENAME: HotVerb = {
  name: 'write-corrections',
  text: changing(`renamed as (
    update {c}.dossier_search s set ${RENAMED.map(([name]) => `${name} = n.${name}`).join(', ')}
    from written, unnest($2::uuid[], ${arrays(RENAMED, CHANGING.length + 1)}) as n (id, ${names(RENAMED)})
    where s.dossier_id = n.id and n.id = written.id
  ), `),
}
/** The till money goes into or comes out of: a cashier's, on the day it moves. */
const TILL: readonly Column[] = [
  ['till_staff', 'uuid', (writing) => tillMoved(writing)?.staff ?? null],
  ['till_on', 'date', (writing) => tillMoved(writing)?.on ?? null],
]
const tills = arrays(TILL, CHANGING.length + 1)

/** Money moves only while its till is open; closing waits for what is being written, and what comes later finds it closed. */
const moving = (besides = '') =>
  changing(
    besides,
    `open as (
    insert into {c}.till as t (staff_id, on_day, is_closed)
    select distinct m.staff_id, m.on_day, false from unnest(${tills}) as m (staff_id, on_day) order by 1, 2
    on conflict (staff_id, on_day) do update set is_closed = false where not t.is_closed
    returning staff_id, on_day
  ), `,
    ` and exists (
      select from open, unnest($2::uuid[], ${tills}) as m (id, staff_id, on_day)
      where m.id = d.id and open.staff_id = m.staff_id and open.on_day = m.on_day
    )`,
  )
const MOVE_MONEY: HotVerb = { name: 'write-money', text: moving() }
const MOVE_MONEY_LINKED: HotVerb = {
  name: 'write-linked-money',
  text: moving(parted(CHANGING.length + 1 + TILL.length)),
}
/** What moves through a till; what comes or goes through a provider does not. */
function isOfTill(event: DossierEvent): event is MoneyMoved['event'] {
  const { type } = event
  const isMoney = type === 'PaymentTaken' || type === 'PaymentCancelled' || type === 'PaymentRefunded'
  return isMoney && event.way !== 'online'
}

function tillMoved({ events }: Pick<Writing, 'events'>) {
  const moved = events.map(({ event }) => event).find((event) => isOfTill(event))
  return moved && { staff: tillOf(moved), on: dayOf(fromMoment(moved.at)).toString() }
}

const RENAMING: readonly DossierEvent['type'][] = ['ContactCorrected', 'CorrectionConfirmed']

/** The signed result, in the statement that says it was signed. */
const SIGNED: readonly Column[] = [
  ['sha256', 'bytea', ({ document }) => document && bytes(document.sha256)],
  ['document_stage', 'text', ({ document }) => document?.stage],
  ['document_at', 'timestamptz', ({ document }) => document?.at],
  ['places', 'jsonb', ({ document }) => document && JSON.stringify(document.places)],
  ['bytes', 'bytea', ({ document }) => document && Buffer.from(document.bytes)],
  ['print', 'text', ({ document }) => document?.onPaper?.print],
  ['pages', 'int', ({ document }) => document?.onPaper?.pages],
]
/** The version of the draft that was approved; null where none was. */
const DRAFT: readonly Column[] = [
  ['draft', 'int', ({ events }) => events.map(({ event }) => draftIn(event)).find((one) => one !== null)],
]
const draftIn = (event: DossierEvent) =>
  event.type === 'ResultApproved' ? (event.draft?.version ?? null) : null

/** A draft that was approved is the newest: whoever saves another at the same moment waits for this row, or this for him. */
const ofTheNewest = ` and exists (
      select from unnest($2::uuid[], ${arrays(DRAFT, CHANGING.length + 1 + SIGNED.length)}) as m (id, draft)
      where m.id = d.id and (m.draft is null or m.draft = d.draft)
    )`
const signing = (besides = '') =>
  changing(
    `signed as (
    insert into {c}.result_document (dossier_id, sha256, stage, at, places, bytes, print, pages)
    select n.id, ${own(SIGNED)}
    from written, unnest($2::uuid[], ${arrays(SIGNED, CHANGING.length + 1)}) as n (id, ${names(SIGNED)})
    where n.id = written.id
    on conflict (sha256) do nothing
  ), ${besides}`,
    '',
    ofTheNewest,
  )
const SIGN: HotVerb = { name: 'write-signatures', text: signing() }
const SIGN_LINKED: HotVerb = {
  name: 'write-linked-signatures',
  text: signing(parted(CHANGING.length + 1 + SIGNED.length + DRAFT.length)),
}

const LINKING: readonly DossierEvent['type'][] = [
  'PartsOpened',
  'PartCompleted',
  'PartSentBack',
  'PartAskedAgain',
  'PartGivenUp',
  'DossierStopped',
]
const isLinking = ({ dossier, events }: Writing) =>
  dossier.parts !== undefined && events.some(({ event }) => LINKING.includes(event.type))
/** The number that is void from now on, in the statement that says why. */
const VOID: readonly Column[] = [
  ['code', 'text', ({ dossier: one }) => one.code],
  ['document', 'text', ({ voided }) => voided?.document],
  ['number_id', 'uuid', ({ voided }) => voided?.id],
  ['void_at', 'timestamptz', ({ events }) => events.at(-1)?.event.at],
  ['staff_id', 'uuid', ({ events }) => events.at(-1)?.event.by.staff],
  ['reason', 'text', ({ voided }) => voided?.reason],
]
const voiding = (besides = '') =>
  changing(`voided as (
    insert into {c}.number_void (number_id, at, staff_id, reason)
    select t.id, n.void_at, n.staff_id, n.reason
    from written, {c}.number_taken t,
      unnest($2::uuid[], ${arrays(VOID, CHANGING.length + 1)}) as n (id, ${names(VOID)})
    where n.id = written.id and t.taken_for = n.code and t.document = n.document
      and (n.number_id is null or t.id = n.number_id)
    on conflict (number_id) do nothing
  ), ${besides}`)
const GIVE_UP: HotVerb = { name: 'write-voids', text: voiding() }
const GIVE_UP_LINKED: HotVerb = {
  name: 'write-linked-voids',
  text: voiding(parted(CHANGING.length + 1 + VOID.length)),
}

interface Verbs {
  readonly hold: (code: string) => Promise<HeldDossier | null>
  readonly receive: (writing: Writing) => Promise<boolean>
  readonly receiveLinked: (writing: Writing) => Promise<boolean>
  readonly change: (writing: Writing) => Promise<boolean>
  readonly changeLinked: (writing: Writing) => Promise<boolean>
  readonly rename: (writing: Writing) => Promise<boolean>
  readonly moveMoney: (writing: Writing) => Promise<boolean>
  readonly sign: (writing: Writing) => Promise<boolean>
  readonly signLinked: (writing: Writing) => Promise<boolean>
  readonly moveMoneyLinked: (writing: Writing) => Promise<boolean>
  readonly giveUp: (writing: Writing) => Promise<boolean>
  readonly giveUpLinked: (writing: Writing) => Promise<boolean>
}

const verbsOf = new WeakMap<Centre, Verbs>()

/** The hot verbs of a centre, each gathering what is asked for at the same time. */
function verbs(centre: Centre): Verbs {
  const known = verbsOf.get(centre)
  if (known) return known
  const made: Verbs = {
    hold: gathered(async (codes) => {
      const rows = await centre.run<HeldRow>(HOLD, [codes])
      const held = new Map(
        rows.map(({ code, id, state, seal, draft }) => [code, { id, dossier: state, lastSeal: seal, draft }]),
      )
      return codes.map((code) => held.get(code) ?? null)
    }),
    receive: gathered((writings) => write(centre, RECEIVE, writings, [...RECEIPT, ...FINDABLE])),
    receiveLinked: gathered((writings) =>
      write(centre, RECEIVE_LINKED, writings, [...RECEIPT, ...FINDABLE], partColumns),
    ),
    change: gathered((writings) => write(centre, CHANGE, writings, [...CHANGING, BEFORE])),
    moveMoney: gathered((writings) => write(centre, MOVE_MONEY, writings, [...CHANGING, BEFORE, ...TILL])),
    moveMoneyLinked: gathered((writings) =>
      write(centre, MOVE_MONEY_LINKED, writings, [...CHANGING, BEFORE, ...TILL], partColumns),
    ),
    changeLinked: gathered((writings) =>
      write(centre, CHANGE_LINKED, writings, [...CHANGING, BEFORE], partColumns),
    ),
    rename: gathered((writings) => write(centre, RENAME, writings, [...CHANGING, BEFORE, ...RENAMED])),
    signLinked: gathered((writings) =>
      write(centre, SIGN_LINKED, writings, [...CHANGING, BEFORE, ...SIGNED, ...DRAFT], partColumns),
    ),
    giveUpLinked: gathered((writings) =>
      write(centre, GIVE_UP_LINKED, writings, [...CHANGING, BEFORE, ...VOID], partColumns),
    ),
    giveUp: gathered((writings) => write(centre, GIVE_UP, writings, [...CHANGING, BEFORE, ...VOID])),
    sign: gathered((writings) => write(centre, SIGN, writings, [...CHANGING, BEFORE, ...SIGNED, ...DRAFT])),
  }
  verbsOf.set(centre, made)
  return made
}

interface HeldRow {
  readonly code: string
  readonly id: string
  readonly state: Dossier
  readonly seal: string
  readonly draft: number | null
}

/** Reads a dossier to decide on it. Nothing is locked: the write names the version and is refused on another. */
export async function holdDossier(centre: Centre, code: string): Promise<HeldDossier | undefined> {
  return (await verbs(centre).hold(code)) ?? undefined
}

/** Writes a new dossier with its events. False when the law has changed meanwhile; nothing is written then. */
export function writeReceipt(centre: Centre, writing: Writing): Promise<boolean> {
  const { receive, receiveLinked } = verbs(centre)
  return isLinking(writing) ? receiveLinked(writing) : receive(writing)
}

/** Writes many new dossiers where `run` runs them, such as one transaction. False when the law has changed meanwhile. */
export async function writeReceipts(on: Pick<Centre, 'run'>, writings: readonly Writing[]): Promise<boolean> {
  const columns = [...RECEIPT, ...FINDABLE]
  return (await write(on, RECEIVE_LINKED, writings, columns, partColumns)).every(Boolean)
}

/** Writes what happened to a dossier. False when dossier, law or till has changed meanwhile; nothing is written then. */
export function writeChange(centre: Centre, writing: Writing): Promise<boolean> {
  const { change, changeLinked, rename, moveMoney, moveMoneyLinked, sign, signLinked, giveUp, giveUpLinked } =
    verbs(centre)
  if (writing.voided) return isLinking(writing) ? giveUpLinked(writing) : giveUp(writing)
  if (tillMoved(writing)) return isLinking(writing) ? moveMoneyLinked(writing) : moveMoney(writing)
  if (writing.document) return isLinking(writing) ? signLinked(writing) : sign(writing)
  if (isLinking(writing)) return changeLinked(writing)
  return writing.events.some(({ event }) => RENAMING.includes(event.type)) ? rename(writing) : change(writing)
}

/** Writes one change where `run` runs it, such as a transaction that writes more. False as for `writeChange`. */
export async function writeChangeIn(on: Pick<Centre, 'run'>, writing: Writing): Promise<boolean> {
  const columns = [...CHANGING, BEFORE]
  const written = tillMoved(writing)
    ? await write(on, MOVE_MONEY, [writing], [...columns, ...TILL])
    : await write(on, CHANGE, [writing], columns)
  return written.every(Boolean)
}

/**
 * Writes several changes in a transaction that is under way, all or none: false when a dossier or the law has changed
 * meanwhile, and the transaction is to be given up. Nothing is waited for while others could wait for it: a dossier
 * that is being written by somebody else at this moment is an error (`isBusy`).
 */
export async function writeTogether(
  db: Transaction<CentreTables>,
  schema: string,
  writings: readonly Writing[],
): Promise<boolean> {
  const ids = writings.map(({ id }) => id)
  await db.selectFrom('dossier').select('id').where('id', 'in', ids).forUpdate().noWait().execute()
  const run = async <Row>(verb: HotVerb, values: readonly unknown[]) => {
    const text = verb.text.replaceAll('{c}', `"${schema}"`)
    return [...(await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows]
  }
  return (await write({ run }, CHANGE, writings, [...CHANGING, BEFORE])).every((isWritten) => isWritten)
}

/** Writes together what was decided under the same law. */
async function write(
  centre: Pick<Centre, 'run'>,
  verb: HotVerb,
  writings: readonly Writing[],
  columns: readonly Column[],
  besides: (writings: readonly Writing[]) => unknown[] = () => [],
): Promise<boolean[]> {
  const versions = new Map<string, number>()
  for (const [lawVersion, same] of Map.groupBy(writings, (one) => one.lawVersion)) {
    const rows = columns.map(([, , value]) => same.map((one) => value(one)))
    const written = await centre.run<{ id: string; version: number }>(verb, [
      lawVersion,
      ...common(same),
      ...rows,
      ...besides(same),
    ])
    for (const { id, version } of written) versions.set(id, version)
  }
  return writings.map(({ id, dossier }) => versions.get(id) === dossier.version)
}

/** Ids and seals, events and tasks of all writings, by column. */
function common(writings: readonly Writing[]): unknown[] {
  const events = writings.flatMap(({ id, dossier, events, command }) =>
    events.map((one, part) => ({ ...one, id, version: dossier.version, command, part })),
  )
  const tasks = writings.flatMap(({ id, dossier, tasks }) =>
    tasks.map((one) => ({ ...one, id, version: dossier.version })),
  )
  return [
    writings.map((one) => one.id),
    writings.map((one) => bytes(one.events.at(-1)?.seal ?? '')),
    events.map((one) => one.id),
    events.map((one) => one.version),
    events.map((one) => one.sequence),
    events.map((one) => one.event.type),
    events.map((one) => one.event.at),
    jsonArray(events.map((one) => one.text)),
    events.map((one) => bytes(one.seal)),
    events.map((one) => one.command.id),
    events.map((one) => bytes(one.command.hash)),
    events.map((one) => one.part),
    tasks.map((one) => one.id),
    tasks.map((one) => one.version),
    tasks.map((one) => one.task),
    jsonArray(tasks.map((one) => JSON.stringify(one.payload))),
    jsonArray(writings.map((one) => JSON.stringify(one.dossier))),
  ]
}

function bytes(seal: string): Buffer {
  return Buffer.from(seal, 'hex')
}

function jsonArray(texts: readonly string[]): string {
  return `[${texts.join(',')}]`
}
