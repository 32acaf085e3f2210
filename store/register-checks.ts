import type { Centre, HotVerb } from './database.ts'

/** What is not as it must be in a register of certifications. */
export interface RegisterFault {
  readonly fault: 'gap' | 'no-entry' | 'no-number' | 'not-signed' | 'two-standing'
  readonly book: string
  readonly year: number
  /** Null where it is about the whole year. */
  readonly number: number | null
  readonly code: string | null
}

const MOST = 200

const FAULTS: HotVerb = {
  name: 'register-faults',
  text: `
  with numbers as (
    select t.*, substr(t.book, length('certification:') + 1) as register
    from {c}.number_taken t where t.book like 'certification:%'
  )
  select 'gap' as fault, register as book, year, null::int as number, null as code
  from numbers group by register, year having max(number) <> count(*)
  union all
  select 'no-entry', n.register, n.year, n.number, n.taken_for
  from numbers n join {c}.dossier d on d.code = n.taken_for
  where not exists (select from {c}.certification c where c.id = n.id)
    and not exists (select from {c}.number_void v where v.number_id = n.id)
    and exists (select from {c}.dossier_event e
      where e.dossier_id = d.id and e.type = 'ResultSealed' and e.at >= n.at)
  union all
  select 'no-number', c.book, c.year, c.number, c.dossier_code
  from {c}.certification c left join numbers n
    on n.id = c.id and n.register = c.book and n.year = c.year and n.number = c.number
    and n.taken_for = c.dossier_code
  where n.id is null
  union all
  select 'not-signed', c.book, c.year, c.number, c.dossier_code
  from {c}.certification c
  where not exists (select from {c}.dossier_event e join {c}.dossier d on d.id = e.dossier_id
    where d.code = c.dossier_code and e.type = 'ResultApproved' and e.at = c.at
      and e.data->>'mandate' = c.content->'mandate'->>'key')
  union all
  select 'two-standing', min(c.book), min(c.year), null, c.dossier_code
  from {c}.certification c left join {c}.number_void v on v.number_id = c.id
  where v.number_id is null group by c.dossier_code having count(*) > 1
  limit $1`,
}

/**
 * Every number of a register is followed by the next; behind each sealed certification stands its entry, behind each
 * entry its number and the signature of its dossier; of one dossier one entry stands at most.
 */
export function registerFaults(centre: Centre): Promise<readonly RegisterFault[]> {
  return centre.run<RegisterFault>(FAULTS, [MOST])
}
