import { eventText } from '#domain/dossier/trail.ts'
import { type Centre, type HotVerb } from '#store/database.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier, writeChange, writeReceipt, type Writing } from '#store/dossiers.ts'

/** A statement as the program sends it, with the values it was sent with once. */
export interface Sent {
  readonly verb: HotVerb
  readonly values: readonly unknown[]
}

export interface SentStatements {
  readonly receive: Sent
  readonly hold: Sent
  readonly change: Sent
}

/** The statements by which the program receives and advances so many dossiers at once, taken from the store itself. */
export async function sentStatements(
  centre: Centre,
  code: string,
  together: number,
): Promise<SentStatements> {
  const held = await holdDossier(centre, code)
  if (!held) throw new Error(`no dossier ${code}`)
  const events = (await historyOf(centre, code))
    .slice(-1)
    .map((one) => ({ ...one, text: eventText(one.event) }))
  const facts = {
    on: '2019-03-05',
    unit: held.dossier.unit,
    field: held.dossier.field,
    channel: 'counter',
    place: '',
  }
  // Counted as often as the program's own facts are, and adding nothing to the figures.
  const counted = ['received', 'open', 'overdue'].map((measure) => ({ ...facts, measure, count: 0 }))
  const writing: Writing = {
    id: held.id,
    dossier: held.dossier,
    events,
    command: { id: '01940000-0000-7000-8000-000000000001', hash: held.lastSeal },
    tasks: [{ task: 'count', payload: counted }],
    lawVersion: 0,
  }
  const sent: Sent[] = []
  const listening: Centre = {
    ...centre,
    run: (verb, values) => {
      sent.push({ verb, values })
      return Promise.resolve([])
    },
  }
  const many = <Answer>(one: () => Promise<Answer>) => Promise.all(Array.from({ length: together }, one))
  await many(() => writeReceipt(listening, writing))
  await many(() => holdDossier(listening, code))
  await many(() => writeChange(listening, { ...writing, tasks: [] }))
  const [receive, hold, change] = sent
  if (!receive || !hold || !change || sent.length !== 3)
    throw new Error('the store did not send three statements')
  return { receive, hold, change }
}

/** The statement with its values as literals, but for those replaced: what pgbench sends. */
export function asScript(
  schema: string,
  { verb, values }: Sent,
  replaced: { readonly [place: number]: string },
): string {
  const text = verb.text.replaceAll('{c}', `"${schema}"`).replaceAll(/\s+/g, ' ')
  return text.replaceAll(/\$(\d+)/g, (_, place: string) => {
    const index = Number(place)
    return replaced[index] ?? literal(values[index - 1])
  })
}

export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? "'{}'" : `array[${value.map(literal).join(', ')}]`
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  // pgbench takes a colon before a letter for a variable of its own, even inside a string.
  return `'${String(value)
    .replaceAll("'", "''")
    .replaceAll(/:(?=[a-z_])/gi, ': ')}'`
}
