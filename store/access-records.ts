import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre, HotVerb } from './database.ts'

export interface Access {
  readonly id: string
  readonly at: string
  readonly staff: string | null
  /** The account of a citizen, where none of the centre looked. */
  readonly citizen?: string
  readonly what: string
  readonly code: string | null
}

const RECORD: HotVerb = {
  name: 'record-access',
  text: `
  insert into {c}.access_record (id, at, staff_id, citizen_id, what, dossier_code)
  values ($1, $2, $3, $4, $5, $6)`,
}

/** Records that a person of the centre, or a citizen by an account, saw personal data; written before the data are given out. */
export async function recordAccess(centre: Centre, access: Access): Promise<void> {
  const { id, at, staff, citizen = null, what, code } = access
  await centre.run(RECORD, [id, at, staff, citizen, what, code])
}

/** Who has seen a dossier, latest first. */
export async function accessesTo(centre: Centre, code: string, limit: number) {
  return centre.db
    .selectFrom('access_record as a')
    .leftJoin('staff as s', 's.id', 'a.staff_id')
    .select(['a.at', 'a.staff_id as staff', 's.name', 'a.what'])
    .where('a.staff_id', 'is not', null)
    .where('a.dossier_code', '=', code)
    .orderBy('a.at', 'desc')
    .limit(limit)
    .execute()
}

/** A look, with who looked: an officer or an account. */
export interface AccessRow {
  readonly id: string
  readonly at: Moment
  readonly code: string
  readonly what: string
  readonly staff: string | null
  readonly citizen: string | null
}

/** Who has seen any of these dossiers, filings or letters, by their codes; latest first. */
export async function accessesToAny(
  { db }: Centre,
  codes: readonly string[],
  { after, size }: { readonly after: Pick<AccessRow, 'at' | 'id'> | null; readonly size: number },
): Promise<readonly AccessRow[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('access_record')
    .select(['id', 'at', 'dossier_code as code', 'what', 'staff_id as staff', 'citizen_id as citizen'])
    .where('dossier_code', 'in', [...codes])
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'id'), '<', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .execute()
  return rows.map(({ code, ...row }) => ({ ...row, code: code ?? '' }))
}
