import type { Moment } from '#domain/calendar/moment.ts'
import { type CallOutcome, type CollectionWay, type NextCall, nextCall } from '#domain/dossier/collection.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { callsOf } from '#store/collection-calls.ts'
import type { HeldDossier } from '#store/dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { type NamedDoer, nameDoer } from '../reading/told-history.ts'
import { callRuleOn } from './call-rule.ts'

export interface SeenCall {
  readonly id: string
  readonly at: Moment
  readonly way: CollectionWay
  readonly outcome: CallOutcome
  readonly note: string | null
  readonly by: NamedDoer
}

/** Nobody reads more of them on one screen. */
const MOST_CALLS = 50

/** The calls to fetch the result of a dossier, and whose turn it is next while it lies ready. */
export async function callsFor(
  desk: Desk,
  { id, dossier }: Pick<HeldDossier, 'id' | 'dossier'>,
  book: CentreBook,
): Promise<{ calls: readonly SeenCall[]; nextCall: NextCall | null; mayCall: boolean }> {
  const { centre, actor } = desk
  const rows = await callsOf(centre, id, MOST_CALLS)
  const names = await staffNames(
    centre,
    rows.map(({ staff }) => staff),
  )
  const calls = rows.map(({ id: key, at, way, outcome, note, staff, unit, post }) => ({
    id: key,
    at,
    way,
    outcome,
    note,
    by: nameDoer({ staff, unit, post }, { book, names }),
  }))
  if (dossier.stage !== 'ready') return { calls, nextCall: null, mayCall: false }
  const since = rows.filter(({ at }) => at >= dossier.readyAt)
  const made = { count: since.length, lastAt: since[0]?.at ?? null }
  const unit = dossier.holder?.unit ?? dossier.placeOfReceipt
  return {
    calls,
    nextCall: nextCall(dossier, made, callRuleOn(book, today(desk))),
    mayCall: !isRefusal(may(actor, { kind: 'record-call', unit }, today(desk))),
  }
}
