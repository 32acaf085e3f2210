import type { Context } from 'hono'
import { readHomeCode } from '#domain/outreach/home-code.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type Limits, subjectOf } from '#api/rate-limit.ts'
import type { OutreachDoors } from '#web/portal/outreach/doors.ts'
import type { Desk } from '#work/desk.ts'
import {
  askHomeVisit,
  followHomeVisit,
  type HomeSlip,
  takeBackHomeVisit,
} from '#work/outreach/ask-home-visit.ts'
import { giveCalendar, givePoster } from '#work/outreach/outreach-papers.ts'
import { cancelRegistration, followRegistration, registerForSession } from '#work/outreach/register.ts'
import { followSession, followSessions, seeCommunes } from '#work/outreach/see-sessions.ts'

interface Settings {
  readonly limits: Limits
  readonly addressOf: (c: Context) => string
}

/** Sessions and visits of the public, as often as an address may ask and look up. */
export function outreachDoors({ limits, addressOf }: Settings): OutreachDoors {
  const askerOf = (c: Context, { actor }: Desk) =>
    actor.kind === 'citizen' ? `citizen ${actor.id}` : subjectOf(addressOf(c))

  /** By code and key: looked up within the limit of the address, and wrong keys within that of the code. */
  async function byKey<Value>(
    c: Context,
    desk: Desk,
    { code: typed }: HomeSlip,
    act: () => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value> | Temporal.Instant> {
    const code = readHomeCode(typed)
    const again =
      limits.lookUps.take(subjectOf(addressOf(c)), desk.now) ?? limits.wrongKeys.look(code, desk.now)
    if (again) return again
    const done = await act()
    if (isRefusal(done) && done.refused === 'no-such-home-visit') limits.wrongKeys.take(code, desk.now)
    return done
  }
  const lookUp = (c: Context, desk: Desk) => limits.lookUps.take(subjectOf(addressOf(c)), desk.now)
  return {
    followSessions,
    followSession,
    seeCommunes,
    giveCalendar,
    givePoster,
    register: async (c, desk, session, given) =>
      limits.askings.take(askerOf(c, desk), desk.now) ?? registerForSession(desk, session, given),
    followRegistration: async (c, desk, code) => lookUp(c, desk) ?? followRegistration(desk, code),
    cancelRegistration: async (c, desk, code) => lookUp(c, desk) ?? cancelRegistration(desk, code),
    askHomeVisit: async (c, desk, given) =>
      limits.askings.take(askerOf(c, desk), desk.now) ?? askHomeVisit(desk, given),
    followHomeVisit: (c, desk, asked) => byKey(c, desk, asked, () => followHomeVisit(desk, asked)),
    takeBackHomeVisit: (c, desk, asked) => byKey(c, desk, asked, () => takeBackHomeVisit(desk, asked)),
  }
}
