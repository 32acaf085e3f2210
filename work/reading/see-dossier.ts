import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { type ChangeCommand, COMMAND_TYPES } from '#domain/dossier/commands.ts'
import { type Dossier, lawfulDueOf } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { currentStep, isPossible, stepsBack } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { recordAccess } from '#store/access-records.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** What the caller may do on a dossier now, and why not when not. */
export interface Possibility {
  readonly command: ChangeCommand['type']
  readonly isAllowed: boolean
  readonly refusal: Refusal | null
}

export interface HappenedLine {
  readonly sequence: number
  readonly type: DossierEvent['type']
  readonly at: Moment
  readonly by: { readonly name: string; readonly unitName: string; readonly post: string }
  readonly step: string
  /** What was said with it: a note, a comment, the document's number. */
  readonly note: string | null
}

export interface SeenDossier extends Omit<Dossier, 'stage' | 'lookupKey' | 'holder' | 'doneBy' | 'step'> {
  readonly stage: Dossier['stage']
  readonly procedureName: string
  readonly unitName: string
  readonly step: { readonly key: string; readonly name: string; readonly kind: string }
  readonly holder: {
    readonly kind: string
    readonly unit: string
    readonly unitName: string
    readonly post: string
    readonly staff: string | null
    readonly staffName: string | null
  } | null
  /** Working minutes to the lawful due moment, negative when late; null without a limit or when settled. */
  readonly minutesLeft: number | null
  readonly history: readonly HappenedLine[]
  readonly may: readonly Possibility[]
  /** Steps the caller could send it back to. */
  readonly backTo: readonly { readonly key: string; readonly name: string }[]
}

/** One dossier with its history and what the caller may do. The access is recorded before anything is given out. */
export async function seeDossier(desk: Desk, code: string): Promise<Outcome<SeenDossier>> {
  const { centre, actor } = desk
  const held = await holdDossier(centre, code)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-dossier', code })

  const book = await bookOf(centre)
  const { procedure } = lawFor(dossier, book)
  const history = await historyOf(centre, code)
  const names = await staffNames(centre, [
    ...history.map((one) => one.event.by.staff),
    ...(dossier.holder?.staff ? [dossier.holder.staff] : []),
  ])
  const unitName = (unit: string) => book.units.get(unit)?.name ?? unit
  const { lookupKey: _, doneBy: __, holder, ...shown } = dossier
  const { key, name, kind } = currentStep(dossier, procedure.steps)
  return {
    ...shown,
    procedureName: procedure.name,
    unitName: unitName(dossier.unit),
    step: { key, name, kind },
    holder: holder && {
      ...holder,
      unitName: unitName(holder.unit),
      staffName: holder.staff && (names.get(holder.staff) ?? null),
    },
    minutesLeft: minutesLeft(desk, dossier, book),
    history: history.map(({ sequence, event }) => ({
      sequence,
      type: event.type,
      at: event.at,
      by: {
        name: names.get(event.by.staff) ?? '',
        unitName: unitName(event.by.unit),
        post: event.by.post,
      },
      step: 'step' in event ? event.step : dossier.step,
      note: noteOf(event),
    })),
    may: possibilities(desk, actor, dossier, procedure),
    backTo: stepsBack(dossier, procedure.steps).map((step) => ({ key: step.key, name: step.name })),
  }
}

/** Working minutes left, for dossiers whose clock runs. */
export function minutesLeft(desk: Desk, dossier: Dossier, book: CentreBook): number | null {
  const due = lawfulDueOf(dossier)
  if (due === null || dossier.stage === 'ready' || dossier.stage === 'returned') return null
  if (dossier.stage === 'awaiting-citizen') return dossier.minutesLeft
  const minutes = workingMinutesBetween(book.counting, desk.now, due)
  return isRefusal(minutes) ? null : minutes
}

function possibilities(desk: Desk, actor: Staff, dossier: Dossier, procedure: Procedure): Possibility[] {
  const step = currentStep(dossier, procedure.steps)
  return COMMAND_TYPES.filter((type) => type !== 'ReceiveDossier').map((command) => {
    const possible = isPossible(dossier, procedure.steps, command)
    const outcome = isRefusal(possible)
      ? possible
      : may(actor, actionFor(command, dossier, step), today(desk))
    return isRefusal(outcome)
      ? { command, isAllowed: false, refusal: outcome }
      : { command, isAllowed: true, refusal: null }
  })
}

function noteOf(event: DossierEvent): string | null {
  if ('comment' in event) return event.comment
  if ('documentNumber' in event) return event.documentNumber
  return 'note' in event ? event.note : null
}
