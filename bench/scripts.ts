import { asScript, literal, type Sent } from './statements.ts'

/** Dossiers that pgbench advances: T1, T2, … up to this number. */
export const TARGETS = 5000

/** Both forms in which pgbench does what the program does: the identical statements, and the same one by one. */
export interface Scripts {
  readonly receive: string
  readonly receiveOneByOne: string
  readonly advance: string
  readonly advanceOneByOne: string
}

const SOME = `\\set n random(1, ${TARGETS})`
const ANY = '\\set n random(1, 200000000000000)'
const ID_OF_N = "('00000000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid"

export function scriptsFor(
  schema: string,
  lawVersion: number,
  { receive, hold, change }: { receive: Sent; hold: Sent; change: Sent },
): Scripts {
  const law = `select version from "${schema}".law_version;`
  const held = `select id, state, encode(last_hash, 'hex') as seal, version from "${schema}".dossier where code = 'T' || :n`
  if (!asScript(schema, hold, {}).startsWith('select id, state'))
    throw new Error('the store holds a dossier differently now')
  const last = change.values.length
  return {
    receive: `${asScript(schema, receive, { 1: String(lawVersion), 2: 'uuidv7()', 4: 'uuidv7()', 14: "('B' || uuidv7())" })};\n`,
    receiveOneByOne: [
      ANY,
      'begin;',
      law,
      rowOf(schema, receive),
      eventOf(schema, receive, ID_OF_N, '1'),
      taskOf(schema, receive),
      'end;',
      '',
    ].join('\n'),
    advance: [
      SOME,
      `${held} \\gset`,
      `${asScript(schema, change, {
        1: String(lawVersion),
        2: ':id',
        4: 'uuidv7()',
        6: 'array[:version + 1]',
        14: '(:version + 1)',
        [last]: ':version',
      })};`,
      '',
    ].join('\n'),
    advanceOneByOne: [
      SOME,
      'begin;',
      law,
      `${held} for update \\gset`,
      updateOf(schema, change),
      eventOf(schema, change, ':id::uuid', ':version + 1'),
      'end;',
      '',
    ].join('\n'),
  }
}

/** Names of the row's columns, as the store's own statement lists them. */
function columnsIn({ verb }: Sent, pattern: RegExp): string[] {
  const [, list = ''] = pattern.exec(verb.text) ?? []
  return list.split(',').map((name) => name.trim())
}

function rowOf(schema: string, sent: Sent): string {
  const columns = columnsIn(sent, /insert into \{c\}\.dossier \(([^)]*)\)/)
  const values = columns.map((name, place) => {
    if (name === 'id') return ID_OF_N
    if (name === 'code') return "'C' || :n"
    return literal(place === 1 ? sent.values[2] : sent.values[11 + place])
  })
  return `insert into "${schema}".dossier (${columns.join(', ')}) values (${values.join(', ')});`
}

function updateOf(schema: string, sent: Sent): string {
  const columns = [...sent.verb.text.matchAll(/(\w+) = \$(\d+)::/g)]
    .filter(([, name]) => name !== 'id' && name !== 'version')
    .map(([, name, place]) => `${name} = ${literal(sent.values[Number(place) - 1])}`)
  return `update "${schema}".dossier set version = version + 1, ${columns.join(', ')} where id = :id::uuid;`
}

function eventOf(schema: string, { values }: Sent, id: string, sequence: string): string {
  const first = (place: number) => {
    const array = values[place - 1]
    return literal(Array.isArray(array) ? array[0] : null)
  }
  return (
    `insert into "${schema}".dossier_event ` +
    '(dossier_id, sequence, type, at, data, hash, command_id, command_hash, command_part) values ' +
    `(${id}, ${sequence}, ${first(7)}, ${first(8)}, ${first(9)}, ${first(10)}, uuidv7(), ${literal(values[4])}, 0);`
  )
}

function taskOf(schema: string, { values }: Sent): string {
  const [tasks, payloads] = [values[11], values[12]]
  if (!Array.isArray(tasks) || !Array.isArray(payloads)) throw new Error('no tasks')
  return `insert into "${schema}".outbox (task, payload) values (${literal(tasks[0])}, ${literal(payloads[0])});`
}
