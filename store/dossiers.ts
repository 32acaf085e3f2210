import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import type { Centre, HotVerb } from './database.ts'

/** A dossier as a decision needs it: its folded state and the seal of its last event. */
export interface HeldDossier {
  readonly id: string
  readonly dossier: Dossier
  /** Hexadecimal. */
  readonly lastSeal: string
}

/** One event as it is written: its place, its seal and what happened. */
export interface SealedEvent {
  readonly sequence: number
  readonly event: DossierEvent
  /** Hexadecimal. */
  readonly seal: string
}

/** Everything a command comes to, written by one statement or not at all. */
export interface Writing {
  readonly id: string
  readonly dossier: Dossier
  readonly events: readonly SealedEvent[]
  readonly command: { readonly id: string; readonly hash: string }
  readonly tasks: readonly { readonly task: string; readonly payload: object }[]
  /** The version of the law the decision was made under; on another nothing is written. */
  readonly lawVersion: number
}

type Column = readonly [name: string, type: string, value: (dossier: Dossier) => unknown]

/** What the receipt sets and nothing changes. */
const LASTING: readonly Column[] = [
  ['code', 'text', (one) => one.code],
  ['procedure_key', 'text', (one) => one.procedure],
  ['procedure_version', 'int', (one) => one.procedureVersion],
  ['field', 'text', (one) => one.field],
  ['unit', 'text', (one) => one.unit],
  ['channel', 'text', (one) => one.channel],
  ['received_at', 'timestamptz', (one) => one.receivedAt],
  ['due_at_receipt', 'timestamptz', (one) => one.dueAtReceipt],
]

/** What events change: the folded state, and the parts of it that lists and figures read. */
const CHANGING: readonly Column[] = [
  ['version', 'int', (one) => one.version],
  ['state', 'jsonb', (one) => JSON.stringify(one)],
  ['stage', 'text', (one) => one.stage],
  ['step', 'text', (one) => one.step],
  ['holder_kind', 'text', (one) => one.holder?.kind ?? null],
  ['holder_unit', 'text', (one) => one.holder?.unit ?? null],
  ['holder_post', 'text', (one) => one.holder?.post ?? null],
  ['holder_staff', 'uuid', (one) => one.holder?.staff ?? null],
  ['lawful_due', 'timestamptz', (one) => one.lawfulDue],
  ['due_order', 'timestamptz', (one) => one.lawfulDue ?? 'infinity'],
  ['is_due_provisional', 'bool', (one) => one.isDueProvisional],
  ['ready_at', 'timestamptz', (one) => ('readyAt' in one ? one.readyAt : null)],
  ['timeliness', 'text', (one) => ('timeliness' in one ? one.timeliness : null)],
  ['returned_at', 'timestamptz', (one) => (one.stage === 'returned' ? one.returnedAt : null)],
]

/**
 * The row as events have made it, by column. Every column is named and typed here once: writing it, and comparing
 * it with the folded events, go by the same list.
 */
export function rowOf(dossier: Dossier): { [column: string]: unknown } {
  return Object.fromEntries([...LASTING, ...CHANGING].map(([name, , value]) => [name, value(dossier)]))
}

const HOLD: HotVerb = {
  name: 'hold-dossier',
  text: `select id, state, encode(last_hash, 'hex') as seal from {c}.dossier where code = $1`,
}

/**
 * Parameters of both writing statements: $1 law version, $2 dossier id, $3 last seal, $4 command id, $5 its hash,
 * $6 to $11 the events by column, $12 and $13 the tasks; the row's own columns follow. Values are bound with their
 * types and never cast from text in SQL: on Citus an INSERT … SELECT may hold immutable expressions only.
 */
const FIRST_COLUMN = 14
const parameter = ([, type]: Column, place: number) => `$${FIRST_COLUMN + place}::${type}`

const HAPPENED_AND_TOLD = `
  happened as (
    insert into {c}.dossier_event
      (dossier_id, sequence, type, at, data, hash, command_id, command_hash, command_part)
    select written.id, e.sequence, e.type, e.at, e.data, e.hash, $4::uuid, $5::bytea, e.part
    from written,
      unnest($6::int[], $7::text[], $8::timestamptz[], $9::jsonb[], $10::bytea[], $11::smallint[])
      as e (sequence, type, at, data, hash, part)
    returning 1
  ), told as (
    insert into {c}.outbox (task, payload)
    select t.task, t.payload from written, unnest($12::text[], $13::jsonb[]) as t (task, payload)
  )
  select count(*)::int as events from happened`

const RECEIPT = [...LASTING, ...CHANGING]
const RECEIVE: HotVerb = {
  name: 'write-receipt',
  text: `
  with written as (
    insert into {c}.dossier (id, last_hash, ${RECEIPT.map(([name]) => name).join(', ')})
    select $2::uuid, $3::bytea, ${RECEIPT.map(parameter).join(', ')}
    from {c}.law_version where version = $1
    returning id
  ), ${HAPPENED_AND_TOLD}`,
}

const CHANGE: HotVerb = {
  name: 'write-change',
  text: `
  with written as (
    update {c}.dossier d set
      last_hash = $3::bytea, ${CHANGING.map((column, place) => `${column[0]} = ${parameter(column, place)}`).join(', ')}
    from {c}.law_version l
    where l.version = $1 and d.id = $2::uuid and d.version = $${FIRST_COLUMN + CHANGING.length}
    returning d.id
  ), ${HAPPENED_AND_TOLD}`,
}

/** Reads a dossier to decide on it. Nothing is locked: the write names the version and is refused on another. */
export async function holdDossier(centre: Centre, code: string): Promise<HeldDossier | undefined> {
  const [row] = await centre.run<{ id: string; state: Dossier; seal: string }>(HOLD, [code])
  return row && { id: row.id, dossier: row.state, lastSeal: row.seal }
}

/** Writes a new dossier with its events. False when the law has changed meanwhile; nothing is written then. */
export async function writeReceipt(centre: Centre, writing: Writing): Promise<boolean> {
  const columns = RECEIPT.map(([, , value]) => value(writing.dossier))
  return isWritten(writing, await centre.run(RECEIVE, [...common(writing), ...columns]))
}

/** Writes what happened to a dossier. False when dossier or law has changed meanwhile; nothing is written then. */
export async function writeChange(centre: Centre, writing: Writing): Promise<boolean> {
  const columns = CHANGING.map(([, , value]) => value(writing.dossier))
  const before = writing.dossier.version - writing.events.length
  return isWritten(writing, await centre.run(CHANGE, [...common(writing), ...columns, before]))
}

function isWritten(writing: Writing, [row]: readonly { events: number }[]): boolean {
  return row?.events === writing.events.length
}

function common({ id, events, command, tasks, lawVersion }: Writing): unknown[] {
  return [
    lawVersion,
    id,
    bytes(events.at(-1)?.seal ?? ''),
    command.id,
    bytes(command.hash),
    events.map((one) => one.sequence),
    events.map((one) => one.event.type),
    events.map((one) => one.event.at),
    events.map((one) => JSON.stringify(one.event)),
    events.map((one) => bytes(one.seal)),
    events.map((_, part) => part),
    tasks.map((one) => one.task),
    tasks.map((one) => JSON.stringify(one.payload)),
  ]
}

function bytes(seal: string): Buffer {
  return Buffer.from(seal, 'hex')
}
