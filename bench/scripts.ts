import { asScript, literal, type Sent, type SentStatements } from './statements.ts'

/** Dossiers that pgbench advances: T0, T1, … below this number. */
export const TARGETS = 8000

/** What pgbench does a transaction, in both forms. */
export interface Scripts {
  readonly receive: string
  readonly receiveOneByOne: string
  readonly advance: string
  readonly advanceOneByOne: string
}

/** Where the store's statements take what must be fresh each time (`store/dossiers.ts`). */
const PLACE = {
  law: 1,
  ids: 2,
  eventIds: 4,
  eventVersions: 5,
  sequences: 6,
  commands: 11,
  taskIds: 14,
  taskVersions: 15,
  firstColumn: 19,
} as const

/** The identical statements for so many dossiers at once, and for one dossier the same statements one by one. */
export function scriptsFor(
  schema: string,
  lawVersion: number,
  { receive, hold, change }: SentStatements,
  together: number,
): Scripts {
  const each = (one: (place: number) => string) =>
    `array[${Array.from({ length: together }, (_, place) => one(place)).join(', ')}]`
  const ids = each((place) => newId(together, place))
  const commands = each(() => 'uuidv7()')
  const codes = each((place) => `'T' || (:n::bigint * ${together} + ${place})`)
  const heldIds = each((place) => `:id${place}`)
  const next = each((place) => `(:version${place} + 1)`)
  const law = String(lawVersion)
  const held = asScript(schema, hold, { 1: codes })
  const some = `\\set n random(0, ${TARGETS / together - 1})`
  const any = '\\set n random(1, 10000000000000)'
  return {
    receive: lines(
      any,
      `${asScript(schema, receive, {
        [PLACE.law]: law,
        [PLACE.ids]: ids,
        [PLACE.eventIds]: ids,
        [PLACE.commands]: commands,
        [PLACE.taskIds]: ids,
        [PLACE.firstColumn]: each((place) => `'B' || (:n::bigint * ${together} + ${place})`),
      })};`,
    ),
    receiveOneByOne: lines(
      any,
      'begin;',
      lawQuery(schema),
      rowOf(schema, receive),
      foundOf(schema, receive),
      eventOf(schema, receive, newId(1, 0), '1'),
      taskOf(schema, receive),
      'end;',
    ),
    advance: lines(
      some,
      `select ${columnsOfHeld(together)} from (select * , row_number() over (order by code) as place from (${held.replace('select code,', 'select version, code,')}) h) r \\gset`,
      `${asScript(schema, change, {
        [PLACE.law]: law,
        [PLACE.ids]: heldIds,
        [PLACE.eventIds]: heldIds,
        [PLACE.eventVersions]: next,
        [PLACE.sequences]: next,
        [PLACE.commands]: commands,
        [PLACE.firstColumn]: next,
        [change.values.length]: each((place) => `:version${place}`),
      })};`,
    ),
    advanceOneByOne: lines(
      `\\set n random(0, ${TARGETS - 1})`,
      'begin;',
      lawQuery(schema),
      `select id as id0, state, encode(last_hash, 'hex') as seal, version as version0 from "${schema}".dossier where code = 'T' || :n for update \\gset`,
      updateOf(schema, change),
      eventOf(schema, change, ':id0::uuid', ':version0 + 1'),
      'end;',
    ),
  }
}

function columnsOfHeld(together: number): string {
  if (together === 1) return 'id as id0, version as version0, state, seal'
  return Array.from(
    { length: together },
    (_, place) =>
      `max(id::text) filter (where place = ${place + 1}) as id${place}, max(version) filter (where place = ${place + 1}) as version${place}`,
  ).join(', ')
}

function newId(together: number, place: number): string {
  return `('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint * ${together} + ${place}), 12, '0'))::uuid`
}

function lawQuery(schema: string): string {
  return `select version from "${schema}".law_version;`
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`
}

/** The one element of an array the statement was sent with for one dossier. */
function only({ values }: Sent, place: number): string {
  const array = values[place - 1]
  return literal(Array.isArray(array) ? array[0] : null)
}

/** The one element of an array that goes as JSON. */
function onlyJson({ values }: Sent, place: number): string {
  return literal(String(values[place - 1]).slice(1, -1))
}

function rowOf(schema: string, sent: Sent): string {
  const [, list = ''] = /insert into \{c\}\.dossier \(([^)]*)\)/.exec(sent.verb.text) ?? []
  const columns = list.split(',').map((name) => name.trim())
  const values = columns.map((name, place) => {
    if (name === 'id') return newId(1, 0)
    if (name === 'code') return "'C' || :n"
    if (name === 'state') return onlyJson(sent, 18)
    return only(sent, name === 'last_hash' ? 3 : PLACE.firstColumn + place - 3)
  })
  return `insert into "${schema}".dossier (${columns.join(', ')}) values (${values.join(', ')});`
}

/** What the dossier is found by; its columns follow those of the row. */
function foundOf(schema: string, sent: Sent): string {
  const [, list = ''] = /insert into \{c\}\.dossier_search \(([^)]*)\)/.exec(sent.verb.text) ?? []
  const columns = list.split(',').map((name) => name.trim())
  const first = sent.values.length - columns.length + 1
  const values = columns.map((name, place) =>
    name === 'dossier_id' ? newId(1, 0) : only(sent, first + place),
  )
  return `insert into "${schema}".dossier_search (${columns.join(', ')}) values (${values.join(', ')});`
}

function updateOf(schema: string, sent: Sent): string {
  const names = [...sent.verb.text.matchAll(/(\w+) = n\.\1/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'last_hash' && name !== 'id')
  const columns = names.map((name, place) =>
    name === 'version' ? 'version = version + 1' : `${name} = ${only(sent, PLACE.firstColumn + place)}`,
  )
  return `update "${schema}".dossier set last_hash = ${only(sent, 3)}, state = ${onlyJson(sent, 18)}, ${columns.join(', ')} where id = :id0::uuid;`
}

function eventOf(schema: string, sent: Sent, id: string, sequence: string): string {
  const kept = [only(sent, 7), only(sent, 8), onlyJson(sent, 9), only(sent, 10)].join(', ')
  return (
    `insert into "${schema}".dossier_event ` +
    '(dossier_id, sequence, type, at, data, hash, command_id, command_hash, command_part) values ' +
    `(${id}, ${sequence}, ${kept}, uuidv7(), ${only(sent, 12)}, 0);`
  )
}

function taskOf(schema: string, sent: Sent): string {
  return `insert into "${schema}".outbox (task, payload) values (${only(sent, 16)}, ${onlyJson(sent, 17)});`
}
