import type { Centre, HotVerb } from './database.ts'

/** Numbers of one day leased to one server or device. */
export interface CodeBlock {
  readonly first: number
  readonly last: number
}

const LEASE: HotVerb = {
  name: 'lease-codes',
  text: `
  with taken as (
    insert into {c}.code_series as s (identifier, on_day, next) values ($1, $2, 1 + $3::int)
    on conflict (identifier, on_day) do update set next = s.next + $3::int
    returning next
  )
  insert into {c}.code_block (id, identifier, on_day, first, last, leased_to, leased_at)
  select $4, $1, $2, next - $3::int, next - 1, $5, $6 from taken
  returning first, last`,
}

/** Leases the next `size` numbers of a day. They are never leased again; numbers not used are explained gaps. */
export async function leaseCodes(
  centre: Centre,
  lease: { id: string; identifier: string; on: string; size: number; leasedTo: string; at: string },
): Promise<CodeBlock> {
  const { id, identifier, on, size, leasedTo, at } = lease
  const [block] = await centre.run<{ first: number; last: number }>(LEASE, [
    identifier,
    on,
    size,
    id,
    leasedTo,
    at,
  ])
  if (!block) throw new Error('a lease of codes wrote nothing')
  return block
}

/** The number of a day that is given out next; 1 while none was. */
export async function nextCodeNumber(
  { db }: Pick<Centre, 'db'>,
  identifier: string,
  on: string,
): Promise<number> {
  const row = await db
    .selectFrom('code_series')
    .select('next')
    .where('identifier', '=', identifier)
    .where('on_day', '=', on)
    .executeTakeFirst()
  return row?.next ?? 1
}

/** Gives out no number of a day below `next` any more; a series that has come further is left as it is. */
export async function openCodes(
  { db }: Pick<Centre, 'db'>,
  opening: { readonly identifier: string; readonly on: string; readonly next: number },
): Promise<void> {
  const { identifier, on, next } = opening
  await db
    .insertInto('code_series')
    .values({ identifier, on_day: on, next })
    .onConflict((conflict) =>
      conflict.columns(['identifier', 'on_day']).doUpdateSet({ next }).where('code_series.next', '<', next),
    )
    .execute()
}

/** Whether a dossier or a filing bears a code. */
export async function codeIsUsed({ db }: Pick<Centre, 'db'>, code: string): Promise<boolean> {
  const [dossier, filing] = await Promise.all([
    db.selectFrom('dossier').select('id').where('code', '=', code).executeTakeFirst(),
    db.selectFrom('filing').select('id').where('code', '=', code).executeTakeFirst(),
  ])
  return dossier !== undefined || filing !== undefined
}
