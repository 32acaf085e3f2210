import { type Day, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { DespiteReason } from '#domain/procedure/data-for-paper.ts'
import { copiesCounted, receiptsDespiteData } from '#store/data-for-papers.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A paper that was taken although data should do. */
export interface PaperDespite {
  readonly at: Moment
  readonly code: string
  readonly paper: string
  readonly reason: DespiteReason
  readonly note: string
}

export interface SeenDigitising {
  readonly digitised: number
  readonly reusedComponents: number
  readonly reusedResults: number
  readonly byReason: Readonly<Record<DespiteReason, number>>
  readonly despite: readonly PaperDespite[]
}

/** So many receipts are told one by one; a hall that has more in a period has another trouble. */
export const MOST_TOLD = 500

/** What was digitised and reused in a period, and every paper taken although data should do, with its reason. */
export async function seeDigitising(
  desk: Desk,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<Outcome<SeenDigitising>> {
  const allowed = may(desk.actor, { kind: 'see-digitising' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const day = (on: Day, days: number) => toMoment(instantAt(Temporal.PlainDate.from(on).add({ days }), 0))
  const period = { from: day(from, 0), before: day(until, 1) }
  const [counted, receipts, book] = await Promise.all([
    copiesCounted(desk.centre, period),
    receiptsDespiteData(desk.centre, period, MOST_TOLD),
    bookOf(desk.centre),
  ])
  const despite = receipts.flatMap(({ code, procedure, event }) => {
    // A paper keeps its key from version to version; the name is today's where the event does not say which.
    const versions = (book.procedures.get(procedure) ?? []).toReversed()
    const papers = versions.flatMap(({ cases }) => cases.flatMap(({ components }) => components))
    const nameOf = ({ component }: ComponentGiven) =>
      papers.find(({ key }) => key === component)?.name ?? component
    return event.components.flatMap((one) =>
      one.paperDespiteData ? [{ at: event.at, code, paper: nameOf(one), ...one.paperDespiteData }] : [],
    )
  })
  const count = (reason: DespiteReason) => despite.filter((one) => one.reason === reason).length
  const byReason = {
    incident: count('incident'),
    disaster: count('disaster'),
    inaccurate: count('inaccurate'),
  }
  return { ...counted, byReason, despite }
}
