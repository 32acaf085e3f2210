import type { Appointment, Mandate, Staff } from '#domain/people/may.ts'
import type { Centre, HotVerb } from './database.ts'

const STAFF: HotVerb = {
  name: 'staff',
  text: `
  select s.id, s.name,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'post', a.post, 'unit', a.unit, 'from', a.from_on, 'until', a.until_on)), '[]')
      from {c}.appointment a where a.staff_id = s.id) as appointments,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'key', m.key, 'unit', m.unit, 'from', m.from_on, 'until', m.until_on)), '[]')
      from {c}.mandate m where m.staff_id = s.id) as mandates
  from {c}.staff s where s.id = $1`,
}

/** A person of the centre with all appointments and mandates, past ones too: the day decides which of them hold. */
export async function staffById(centre: Centre, id: string): Promise<Staff | undefined> {
  const [row] = await centre.run<{
    id: string
    name: string
    appointments: Appointment[]
    mandates: Mandate[]
  }>(STAFF, [id])
  return row && { kind: 'staff', ...row }
}

/** Every person of the centre, by login. */
export async function staffLogins(
  centre: Pick<Centre, 'db'>,
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const rows = await centre.db.selectFrom('staff').select(['id', 'login', 'name']).execute()
  return new Map(rows.map(({ login, ...rest }) => [login, rest]))
}
