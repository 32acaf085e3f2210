import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre, HotVerb } from './database.ts'

export interface Viewing {
  readonly dossier: string
  readonly staff: string
  readonly at: Moment
  /** Who was not seen since is gone; whoever comes back after that starts anew. */
  readonly goneBefore: Moment
}

const SEE: HotVerb = {
  name: 'see-viewer',
  text: `insert into {c}.dossier_viewer as v (dossier_id, staff_id, since, seen_at) values ($1, $2, $3, $3)
    on conflict (dossier_id, staff_id) do update
    set seen_at = greatest(v.seen_at, $3::timestamptz),
      since = case when v.seen_at <= $4::timestamptz then $3::timestamptz else v.since end`,
}

const OTHERS: HotVerb = {
  name: 'other-viewers',
  text: `select s.name, v.since from {c}.dossier_viewer v join {c}.staff s on s.id = v.staff_id
    where v.dossier_id = $1 and v.staff_id <> $2 and v.seen_at > $3::timestamptz order by v.since, s.name limit 20`,
}

/** Notes that a person has a dossier open, and forgets whoever is long gone, wherever that was. */
export async function noteViewer(centre: Centre, { dossier, staff, at, goneBefore }: Viewing): Promise<void> {
  await centre.run(SEE, [dossier, staff, at, goneBefore])
  await centre.db.deleteFrom('dossier_viewer').where('seen_at', '<=', goneBefore).execute()
}

/** The person has left the dossier. */
export async function forgetViewer(centre: Centre, dossier: string, staff: string): Promise<void> {
  await centre.db
    .deleteFrom('dossier_viewer')
    .where('dossier_id', '=', dossier)
    .where('staff_id', '=', staff)
    .execute()
}

/** Who else has a dossier open, and since when. */
export async function otherViewers(
  centre: Centre,
  { dossier, staff, goneBefore }: Viewing,
): Promise<readonly { readonly name: string; readonly since: Moment }[]> {
  return centre.run<{ name: string; since: Moment }>(OTHERS, [dossier, staff, goneBefore])
}
