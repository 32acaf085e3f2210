import type { Moment } from '#domain/calendar/moment.ts'
import { type Waiting, waiting } from '#domain/dossier/collection.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Party, ReturnWish } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import { isSamePerson } from '#domain/people/same-person.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** A result as it lies in the drawer of the counter. */
export interface DrawerLine {
  readonly code: string
  readonly version: number
  readonly step: string
  readonly procedureName: string
  readonly result: string
  readonly owner: Party
  readonly applicant: Party
  readonly isOwnersOwn: boolean
  readonly wish: ReturnWish
  readonly copiesWanted: number
  /** Since when it lies ready; null while it has not been reported ready. */
  readonly readyAt: Moment | null
  readonly waiting: Waiting | null
  readonly lawfulDue: Moment | null
}

export function drawerLine(desk: Desk, dossier: Dossier, book: CentreBook): DrawerLine {
  const { code, version, step, owner, applicant, returnWish, copiesWanted, lawfulDue } = dossier
  const { procedure } = lawFor(dossier, book)
  return {
    code,
    version,
    step,
    procedureName: procedure.name,
    result: procedure.result,
    owner,
    applicant,
    isOwnersOwn: isSamePerson(owner, applicant) || owner.name === applicant.name,
    wish: returnWish,
    copiesWanted,
    readyAt: dossier.stage === 'ready' ? dossier.readyAt : null,
    waiting: dossier.stage === 'ready' ? waiting(dossier, desk.now) : null,
    lawfulDue,
  }
}

/** The units whose results a person hands out. */
export function drawersOf(desk: Desk): Outcome<readonly string[]> {
  const { actor } = desk
  const allowed = may(actor, { kind: 'see-drawer' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-drawer' })
  const units = appointmentsOn(actor, today(desk)).filter(({ post }) => post === 'clerk')
  return [...new Set(units.map(({ unit }) => unit))]
}
