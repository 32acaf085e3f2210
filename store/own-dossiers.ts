import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre, HotVerb } from './database.ts'

/** By what somebody's dossiers are found: the account that filed them, and the numbers they name. */
export interface OwnedBy {
  readonly account: string
  readonly numbers: readonly string[]
}

/** Where a page begins: behind this dossier. */
export interface AfterOwn {
  readonly receivedAt: Moment
  readonly id: string
}

export interface OwnRow {
  readonly id: string
  readonly receivedAt: Moment
  readonly state: Dossier
}

/** Each way to a dossier walks its own index from the newest on, so that a page costs the same however many there are. */
const walk = (from: string, column: string) => `
  select found.dossier_id, found.received_at
  from ${from} as own (key), lateral (
    select s.dossier_id, s.received_at from {c}.dossier_search s
    where s.${column} = own.key and (s.received_at, s.dossier_id) < ($3::timestamptz, $4::uuid)
    order by s.received_at desc, s.dossier_id desc limit $5::int) found`

const OWN: HotVerb = {
  name: 'own-dossiers',
  text: `
  with found as (
    ${walk('(select $1::uuid)', 'account')}
    union ${walk('unnest($2::text[])', 'applicant_number')}
    union ${walk('unnest($2::text[])', 'owner_number')}
  )
  select d.id, d.received_at as "receivedAt", d.state
  from found join {c}.dossier d on d.id = found.dossier_id
  order by found.received_at desc, found.dossier_id desc limit $5::int`,
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The dossiers somebody filed or is named in, newest first. */
export function ownDossiers(
  centre: Centre,
  { account, numbers }: OwnedBy,
  { after, size }: { readonly after: AfterOwn | null; readonly size: number },
): Promise<readonly OwnRow[]> {
  const from = [after?.receivedAt ?? 'infinity', after?.id ?? LAST_ID]
  return centre.run<OwnRow>(OWN, [account, [...numbers], ...from, size])
}
