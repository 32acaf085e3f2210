import type { Contact } from '#domain/people/contact.ts'
import type { Centre } from './database.ts'

/** A code on its way, by the hash of what the browser holds. */
export interface CodeToKeep {
  readonly handleHash: string
  readonly codeHash: string
  readonly contact: Contact
  readonly citizen: string | null
  readonly at: string
  readonly until: string
  readonly tries: number
}

/** Keeps a code; those that have run out go. */
export async function keepCode({ db }: Centre, code: CodeToKeep): Promise<void> {
  await db.deleteFrom('contact_code').where('until', '<', code.at).execute()
  await db
    .insertInto('contact_code')
    .values({
      handle_hash: code.handleHash,
      code_hash: code.codeHash,
      contact: `${code.contact.way} ${code.contact.address}`,
      citizen_id: code.citizen,
      until: code.until,
      tries_left: code.tries,
    })
    .execute()
}

/** A code that can still be tried: this try is taken from it before it is looked at. */
export async function tryCode(
  { db }: Centre,
  handleHash: string,
  at: string,
): Promise<{ readonly codeHash: string; readonly contact: Contact; readonly citizen: string | null } | null> {
  const row = await db
    .updateTable('contact_code')
    .set((eb) => ({ tries_left: eb('tries_left', '-', 1) }))
    .where('handle_hash', '=', handleHash)
    .where('until', '>', at)
    .where('tries_left', '>', 0)
    .returning(['code_hash as codeHash', 'contact', 'citizen_id as citizen'])
    .executeTakeFirst()
  if (!row) return null
  const [way, address = ''] = row.contact.split(' ')
  return { ...row, contact: { way: way === 'phone' ? 'phone' : 'email', address } }
}

/** A right code opens once: true for the one who comes first. */
export async function useCode({ db }: Centre, handleHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('contact_code')
    .where('handle_hash', '=', handleHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
