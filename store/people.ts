import { delegated } from '#domain/people/delegation.ts'
import type { Appointment, Mandate, Staff } from '#domain/people/may.ts'
import { appointmentsInstead, type PostsOfAbsent } from '#domain/people/substitution.ts'
import type { Centre, HotVerb } from './database.ts'

const OF_COMMUNE = `case when t.kind in ('commune', 'ward') then '{"ofCommune": true}'::jsonb else '{}' end`
const NOT_OVER = `case when a.post = 'director' then jsonb_build_object('notOver',
  (select coalesce(jsonb_agg(n.code order by n.code), '[]') from {c}.unit n where n.kind in ('commune', 'ward'))) else '{}' end`

const STAFF: HotVerb = {
  name: 'staff',
  text: `
  select s.id, s.name,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'post', a.post, 'unit', a.unit, 'from', a.from_on, 'until', a.until_on) || ${OF_COMMUNE} || ${NOT_OVER}), '[]')
      from {c}.appointment a join {c}.unit t on t.code = a.unit where a.staff_id = s.id) as appointments,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'key', m.key, 'unit', m.unit, 'from', m.from_on, 'until', m.until_on, 'capacity', m.capacity)), '[]')
      from {c}.mandate m where m.staff_id = s.id) as mandates,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'absent', u.absent, 'unit', u.unit, 'from', u.from_on, 'until', u.until_on,
        'appointments', (select coalesce(jsonb_agg(jsonb_build_object(
            'post', a.post, 'unit', a.unit, 'from', a.from_on, 'until', a.until_on) || ${OF_COMMUNE} || ${NOT_OVER}), '[]')
          from {c}.appointment a join {c}.unit t on t.code = a.unit where a.staff_id = u.absent and a.unit = u.unit))), '[]')
      from {c}.substitution u where u.substitute = s.id and u.ended_at is null) as absences,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'unit', g.unit, 'from', g.from_on, 'until', g.until_on, 'capacity', g.capacity) || ${OF_COMMUNE}), '[]')
      from {c}.delegation g join {c}.unit t on t.code = g.unit where g.staff_id = s.id and g.ended_at is null) as delegations
  from {c}.staff s where s.id = $1`,
}

/**
 * A person of the centre with all appointments and mandates, past ones too: the day decides which of them hold. Posts of
 * an absent colleague the person substitutes for are among them; mandates are the person's own only.
 */
export async function staffById(centre: Centre, id: string): Promise<Staff | undefined> {
  const [row] = await centre.run<{
    id: string
    name: string
    appointments: Appointment[]
    mandates: Mandate[]
    absences: PostsOfAbsent[]
    delegations: Parameters<typeof delegated>[0][]
  }>(STAFF, [id])
  if (!row) return undefined
  const { absences, appointments, mandates, delegations, ...rest } = row
  const given = delegations.map(delegated)
  return {
    kind: 'staff',
    ...rest,
    appointments: [
      ...appointments,
      ...given.map(({ appointment }) => appointment),
      ...appointmentsInstead(absences),
    ],
    mandates: [...mandates, ...given.map(({ mandate }) => mandate)],
  }
}

/** Every person of the centre, by login. */
export async function staffLogins(
  centre: Pick<Centre, 'db'>,
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const rows = await centre.db.selectFrom('staff').select(['id', 'login', 'name']).execute()
  return new Map(rows.map(({ login, ...rest }) => [login, rest]))
}
