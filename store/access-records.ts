import type { Centre, HotVerb } from './database.ts'

export interface Access {
  readonly id: string
  readonly at: string
  readonly staff: string
  readonly what: string
  readonly code: string | null
}

const RECORD: HotVerb = {
  name: 'record-access',
  text: `insert into {c}.access_record (id, at, staff_id, what, dossier_code) values ($1, $2, $3, $4, $5)`,
}

/** Records that a person of the centre saw personal data; written before the data are given out. */
export async function recordAccess(centre: Centre, access: Access): Promise<void> {
  await centre.run(RECORD, [access.id, access.at, access.staff, access.what, access.code])
}

/** Who has seen a dossier, latest first. */
export async function accessesTo(centre: Centre, code: string, limit: number) {
  return centre.db
    .selectFrom('access_record as a')
    .leftJoin('staff as s', 's.id', 'a.staff_id')
    .select(['a.at', 'a.staff_id as staff', 's.name', 'a.what'])
    .where('a.dossier_code', '=', code)
    .orderBy('a.at', 'desc')
    .limit(limit)
    .execute()
}
