import { type Day, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { APOLOGY_CAUSES, type ApologyCause } from '#domain/dossier/apology.ts'
import type { Stage } from '#domain/dossier/dossier.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, sightOf } from '#domain/people/may.ts'
import { apologiesSent } from '#store/apologies-sent.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Nobody reads more on one screen; the days are to be narrowed. */
const MOST = 500

export interface ApologyLine {
  readonly code: string
  readonly unitName: string
  readonly cause: ApologyCause
  readonly reason: string
  readonly sentAt: Moment
  /** Sent before the lawful due moment had passed. */
  readonly isInTime: boolean
  readonly lawfulDue: Moment | null
  readonly promised: Moment
  readonly stage: Stage
  readonly timeliness: Timeliness | null
}

export interface SeenApologies {
  readonly lines: readonly ApologyLine[]
  readonly byCause: ReadonlyMap<ApologyCause, number>
  readonly hasMore: boolean
}

/** The dossiers that were promised anew within some days, each with its cause and what was written. */
export async function seeApologies(
  desk: Desk,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Outcome<SeenApologies>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-figures' })
  const allowed = may(actor, { kind: 'see-figures' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const book = await bookOf(centre)
  const found = await apologiesSent(centre, {
    from: toMoment(instantAt(Temporal.PlainDate.from(from), 0)),
    before: toMoment(instantAt(Temporal.PlainDate.from(to).add({ days: 1 }), 0)),
    sight: sightOf(actor, today(desk)),
    most: MOST + 1,
  })
  const lines = found.slice(0, MOST).map(({ dossier, sent, drafted }) => ({
    code: dossier.code,
    unitName: book.units.get(dossier.unit)?.name ?? dossier.unit,
    cause: drafted.cause,
    reason: drafted.reason,
    sentAt: sent.at,
    isInTime: sent.isInTime,
    lawfulDue: dossier.lawfulDue,
    promised: sent.promised,
    stage: dossier.stage,
    timeliness: 'timeliness' in dossier ? dossier.timeliness : null,
  }))
  const count = (cause: ApologyCause) => lines.filter((line) => line.cause === cause).length
  return {
    lines,
    byCause: new Map(
      APOLOGY_CAUSES.map((cause) => [cause, count(cause)] as const).filter(([, many]) => many > 0),
    ),
    hasMore: found.length > MOST,
  }
}
