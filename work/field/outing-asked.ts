import type { Day } from '#domain/calendar/moment.ts'
import { peopleOf } from '#domain/outreach/session.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { OutingNamed } from '#shapes/field/provision.ts'
import { homeRequestById, type KeptHomeRequest } from '#store/home-requests.ts'
import { sessionById } from '#store/outreach-sessions.ts'
import { today } from '../change-dossier.ts'
import type { DeviceDesk } from './device-desk.ts'

/** Visits have no hour that is agreed: nobody is visited at night. */
const VISITS = { opens: 6 * 60, closes: 20 * 60 } as const

/** An outing of the device's owner, as it stands. */
export interface OutingAsked {
  readonly on: Day
  readonly opens: number
  readonly closes: number
  readonly place: string
  readonly commune: string
  readonly equipment: string
  readonly team: readonly string[]
  /** Units whose procedures are received; none is all of them. */
  readonly units: readonly string[]
  readonly visit: KeptHomeRequest | null
}

/** The session or visit that is named, where the device's owner is of its team. */
export async function outingAsked(
  { desk }: DeviceDesk,
  { kind, id }: OutingNamed,
): Promise<Outcome<OutingAsked>> {
  const { centre, actor } = desk
  // Who has left the centre sends what he took while he was there, and goes out no more.
  const allowed = may(actor, { kind: 'work-outside', owner: actor.id }, today(desk))
  if (isRefusal(allowed)) return allowed
  const found = kind === 'session' ? await session() : await visit()
  if (!found) return refuse(kind === 'session' ? 'no-such-session' : 'no-such-home-visit')
  return found.team.includes(actor.id) ? found : refuse('not-of-the-team')

  async function session(): Promise<OutingAsked | undefined> {
    const kept = await sessionById(centre, id)
    if (kept?.state.stage !== 'published') return undefined
    const { plan } = kept.state
    const { on, opens, closes, place, commune, equipment, units } = plan
    return { on, opens, closes, place, commune, equipment, units, team: peopleOf(plan), visit: null }
  }

  async function visit(): Promise<OutingAsked | undefined> {
    const kept = await homeRequestById(centre, id)
    const schedule = kept?.state.schedule
    if (!kept || !schedule || kept.state.stage === 'ended') return undefined
    const { on, team } = schedule
    const { hamlet: place, commune } = kept
    return { on, ...VISITS, place, commune, equipment: '', team, units: [], visit: kept }
  }
}
