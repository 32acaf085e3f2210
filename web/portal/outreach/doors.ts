import type { Context } from 'hono'
import type { Outcome } from '#domain/outcome.ts'
import type { HomeVisitToAsk, SlotToTake } from '#shapes/outreach.ts'
import type { Desk } from '#work/desk.ts'
import type { FollowedHomeVisit, HomeSlip } from '#work/outreach/ask-home-visit.ts'
import type { giveCalendar, givePoster } from '#work/outreach/outreach-papers.ts'
import type { FollowedRegistration } from '#work/outreach/register.ts'
import type { followSession, followSessions, seeCommunes } from '#work/outreach/see-sessions.ts'

/** Sessions and visits of the public, within the limits of an address; or the moment from which to try again. */
export interface OutreachDoors {
  readonly followSessions: typeof followSessions
  readonly followSession: typeof followSession
  readonly seeCommunes: typeof seeCommunes
  readonly giveCalendar: typeof giveCalendar
  readonly givePoster: typeof givePoster
  register(
    c: Context,
    desk: Desk,
    session: string,
    given: SlotToTake,
  ): Promise<Outcome<{ readonly code: string }> | Temporal.Instant>
  followRegistration(
    c: Context,
    desk: Desk,
    code: string,
  ): Promise<Outcome<FollowedRegistration> | Temporal.Instant>
  cancelRegistration(c: Context, desk: Desk, code: string): Promise<Outcome<true> | Temporal.Instant>
  askHomeVisit(c: Context, desk: Desk, given: HomeVisitToAsk): Promise<Outcome<HomeSlip> | Temporal.Instant>
  followHomeVisit(
    c: Context,
    desk: Desk,
    asked: HomeSlip,
  ): Promise<Outcome<FollowedHomeVisit> | Temporal.Instant>
  takeBackHomeVisit(c: Context, desk: Desk, asked: HomeSlip): Promise<Outcome<true> | Temporal.Instant>
}
