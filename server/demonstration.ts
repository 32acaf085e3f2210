import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { dayOf } from '#domain/calendar/moment.ts'
import { POSTS } from '#domain/people/may.ts'
import type { Centre, Database } from '#store/database.ts'
import { onePersonForEachPost } from '#store/demonstration-people.ts'
import { type CreatedCentre, createCentre } from './create-centre.ts'
import { codeOf } from './faults.ts'
import type { Identity } from './identity.ts'
import { newPassword } from './passwords.ts'

const SLUG = 'dong-trieu'
const FILE = 'demo-accounts.json'
const FILES = fileURLToPath(new URL('../centres/dong-trieu', import.meta.url))

const ACCOUNTS = z.array(
  z.object({
    login: z.string(),
    name: z.string(),
    post: z.enum(POSTS),
    unit: z.string(),
    staffId: z.string(),
    password: z.string(),
  }),
)
/** A person of the demonstration, with a password drawn for this data directory. */
export type DemonstrationAccount = z.infer<typeof ACCOUNTS>[number]

/** Makes the demonstration centre where there is no centre yet; null when there is nothing to do. */
export async function ensureDemonstration(
  database: Database,
  ownerUrl: string,
  at: Temporal.Instant,
): Promise<CreatedCentre | null> {
  const centres = await database.centres()
  const known = centres.find((one) => one.slug === SLUG)
  if (known ? !known.isDemonstration || !(await isEmpty(known)) : centres.length > 0) return null
  return createCentre(ownerUrl, { slug: SLUG, from: FILES, isDemonstration: true, at })
}

/** The demonstration's accounts: drawn the first time, the same ones later. */
export async function demonstrationAccounts(
  centre: Centre,
  identity: Identity,
  dataDir: string,
  now: Temporal.Instant,
): Promise<readonly DemonstrationAccount[]> {
  const path = join(dataDir, FILE)
  const people = await onePersonForEachPost(centre, dayOf(now).toString())
  const kept = readAccounts(dataDir)
  const accounts = people.map(
    ({ id, ...person }) =>
      kept.find((one) => one.staffId === id && one.post === person.post) ?? {
        ...person,
        staffId: id,
        password: newPassword(),
      },
  )
  const isSame = accounts.length === kept.length && accounts.every((one) => kept.includes(one))
  if (
    isSame &&
    (await identity.hasAccounts(
      centre.slug,
      accounts.map((one) => one.login),
    ))
  )
    return accounts
  for (const { login, staffId, password } of accounts)
    await identity.createAccount({ centre: centre.slug, login, staffId }, password)
  writeFileSync(`${path}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return accounts
}

/** An opening that was killed before its import is finished by the next start. */
async function isEmpty({ db }: Centre): Promise<boolean> {
  return (await db.selectFrom('procedure').select('key').limit(1).execute()).length === 0
}

/** The accounts as the last start drew them; none without a file. */
export function readAccounts(dataDir: string): readonly DemonstrationAccount[] {
  try {
    const path = join(dataDir, FILE)
    return ACCOUNTS.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return []
    throw error
  }
}
