import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { requiredPapers } from '../check/house-process.ts'
import { SIGNED_FOR } from '#work/a-hall.ts'

const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
/** Of a hundred dossiers ninety are settled and returned; the others lie at the steps on the way. */
const LYING = [90, 1, 4, 3, 1, 1] as const
const WAY = [
  ['handler', 'complete-step', {}],
  ['approver', 'approve', {}],
  ['seal-keeper', 'seal', {}],
  ['clerk', 'mark-ready', {}],
  ['clerk', 'hand-back', { way: 'counter', receiver: { name: 'Nguyễn Thị Hương' }, proof: SIGNED_FOR }],
] as const

/**
 * Makes so many dossiers: one of each kind is received and handled through the API, and copied in the database under
 * codes and moments of its own. Answers the code of one that lies with the handler.
 */
export async function manyDossiers(
  to: { readonly origin: string; readonly tokens: ReadonlyMap<string, string> },
  { ownerUrl, schema }: { readonly ownerUrl: string; readonly schema: string },
  most: number,
): Promise<string> {
  const papers = await requiredPapers(to.origin, PROCEDURE)
  const codes: string[] = []
  for (const [steps] of LYING.entries())
    codes.push(await drive(to, papers, steps === 0 ? WAY.length : steps - 1))
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const [place, share] of LYING.entries())
      await copy(owner, schema, codes[place] ?? '', Math.round((most * share) / 100))
    for (const table of ['dossier', 'dossier_search'])
      await owner.query(`vacuum analyze "${schema}".${table}`)
  } finally {
    await owner.end()
  }
  return codes[1] ?? ''
}

async function drive(
  { origin, tokens }: { readonly origin: string; readonly tokens: ReadonlyMap<string, string> },
  components: readonly object[],
  steps: number,
): Promise<string> {
  async function send(post: string, path: string, body: object) {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get(post) ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUIDv7(), ...body }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as { code: string; version: number; step: string }
  }
  let lies = await send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '100123456', phone: '0912345678' },
    components,
  })
  for (const [post, verb, more] of WAY.slice(0, steps)) {
    const { code, version, step } = lies
    lies = { ...(await send(post, `/dossiers/${code}/${verb}`, { version, step, ...more })), code }
  }
  return lies.code
}

/** Copies lie minutes apart, so that lists and days have something to put in order. */
async function copy(owner: pg.Client, schema: string, code: string, count: number): Promise<void> {
  await owner.query(
    `insert into "${schema}".dossier
     select (jsonb_populate_record(d, jsonb_build_object(
       'id', uuidv7(),
       'code', d.code || '-' || n,
       'state', jsonb_set(d.state, '{code}', to_jsonb(d.code || '-' || n)),
       'received_at', d.received_at - n * interval '3 minutes',
       'lawful_due', d.lawful_due + (n % 4000) * interval '3 minutes',
       'due_order', d.due_order + (n % 4000) * interval '3 minutes'))).*
     from "${schema}".dossier d, generate_series(1, $2) n where d.code = $1`,
    [code, count],
  )
  await owner.query(
    `insert into "${schema}".dossier_search
     select (jsonb_populate_record(s, jsonb_build_object(
       'dossier_id', d.id, 'received_at', d.received_at, 'searched', s.searched || ' ' || n))).*
     from "${schema}".dossier_search s
     join "${schema}".dossier one on one.id = s.dossier_id and one.code = $1,
     generate_series(1, $2) n join "${schema}".dossier d on d.code = $1 || '-' || n`,
    [code, count],
  )
}
