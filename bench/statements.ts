import type { Centre, HotVerb } from '#store/database.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier, writeChange, writeReceipt, type Writing } from '#store/dossiers.ts'

/** A statement as the program sends it, with the values it was sent with once. */
export interface Sent {
  readonly verb: HotVerb
  readonly values: readonly unknown[]
}

/** The statements by which the program receives a dossier and advances it, taken from the store itself. */
export async function sentStatements(
  centre: Centre,
  code: string,
): Promise<{ receive: Sent; hold: Sent; change: Sent }> {
  const held = await holdDossier(centre, code)
  if (!held) throw new Error(`no dossier ${code}`)
  const events = await historyOf(centre, code)
  const command = { id: '01940000-0000-7000-8000-000000000001', hash: held.lastSeal }
  const facts = {
    on: '2019-03-05',
    procedure: held.dossier.procedure,
    channel: 'counter',
    measure: 'received',
  }
  const writing: Writing = {
    id: held.id,
    dossier: held.dossier,
    events: events.slice(-1),
    command,
    tasks: [{ task: 'count', payload: facts }],
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
  await writeReceipt(listening, writing)
  await holdDossier(listening, code)
  await writeChange(listening, { ...writing, tasks: [] })
  const [receive, hold, change] = sent
  if (!receive || !hold || !change) throw new Error('the store sent nothing')
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
