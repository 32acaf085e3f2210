import { fromMoment, localMinute, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { bringBy } from '#domain/calendar/paper-transfer.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type {
  AcceptPapers,
  FindPaper,
  HandOverPapers,
  RefusePapers,
  SheetCommand,
  TakeBackPapers,
} from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'
import { type Lot, lotsOf, lotsToGo, toGoSince } from './papers.ts'

/**
 * All papers of a dossier that lie with the giver go to the unit that is to act, on a sheet both sides confirm (form
 * of 2018 Mẫu 05, of 2025 Mẫu 06). Where the electronic dossier is does not move by it, nor does its clock.
 */
export function handOverPapers(dossier: Dossier, command: HandOverPapers, law: Law): Outcome<DossierEvent[]> {
  const { at, by, sheet, number, from, to } = command
  const backward = runsBackward(dossier, command)
  if (backward) return backward
  const onSheet = lotsOf(dossier).find((lot) => lot.unit === from && lot.sheet)?.sheet
  const lots = lotsToGo(dossier).filter(({ unit }) => unit === from)
  if (lots.length === 0)
    return onSheet
      ? refuse('on-another-sheet', { code: dossier.code, number: onSheet.number })
      : refuse('no-papers-here', { code: dossier.code, unit: from })
  if (dossier.holder?.unit !== to)
    return refuse('papers-go-elsewhere', { code: dossier.code, to: dossier.holder?.unit ?? null })
  const due = earliestDue(dossier, lots, law)
  if (isRefusal(due)) return due
  const papers = lots.flatMap((lot) => lot.papers)
  const isInTime = due === null || localMinute(fromMoment(at)) <= localMinute(fromMoment(due))
  const { step } = dossier
  return [{ type: 'PapersHandedOver', at, by, step, sheet, number, from, to, papers, due, isInTime }]
}

/** By when papers that are to go must be there: the earliest of them; null where the rule set says nothing. */
export function earliestDue(
  dossier: Dossier,
  lots: readonly Lot[],
  { counting, transfer }: Pick<Law, 'counting' | 'transfer'>,
): Outcome<Moment | null> {
  const [first] = lots.map((lot) => toGoSince(dossier, lot)).toSorted()
  if (first === undefined || transfer === null) return null
  const due = bringBy(counting, transfer, fromMoment(first))
  return isRefusal(due) ? due : toMoment(due)
}

/** The receiver, never the giver, confirms what came; what is missing is named. */
export function acceptPapers(dossier: Dossier, command: AcceptPapers): Outcome<DossierEvent[]> {
  const on = onSheet(dossier, command)
  if (isRefusal(on)) return on
  if (on.lot.sheet?.givenBy === command.by.staff) return refuse('second-person-needed')
  // What a dossier sent back has no more, a result, cannot be missing either.
  const missing = on.lot.papers.filter((paper) => command.missing.includes(paper))
  return [{ type: 'PapersAccepted', ...on.common, missing, note: command.note }]
}

/** The receiver does not take them. */
export function refusePapers(dossier: Dossier, command: RefusePapers): Outcome<DossierEvent[]> {
  const on = onSheet(dossier, command)
  if (isRefusal(on)) return on
  if (on.lot.sheet?.givenBy === command.by.staff) return refuse('second-person-needed')
  return [{ type: 'PapersRefused', ...on.common, reason: command.reason }]
}

/** The giver takes back what nobody has confirmed yet. */
export function takeBackPapers(dossier: Dossier, command: TakeBackPapers): Outcome<DossierEvent[]> {
  const on = onSheet(dossier, command)
  return isRefusal(on) ? on : [{ type: 'PapersTakenBack', ...on.common, reason: command.reason }]
}

/** A paper that was missed has been found, or another took its place. */
export function findPaper(dossier: Dossier, command: FindPaper, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, paper, how, note } = command
  const missed = dossier.missing?.find((one) => one.paper === paper)
  if (!missed) return refuse('no-paper-missing')
  return [{ type: 'PaperFound', at, by, step, paper, how, unit: missed.unit, note }]
}

function onSheet(dossier: Dossier, command: Exclude<SheetCommand, HandOverPapers>) {
  const backward = runsBackward(dossier, command)
  if (backward) return backward
  const { at, by } = command
  const lot = lotsOf(dossier).find((one) => one.sheet?.id === command.sheet)
  if (!lot?.sheet) return refuse('no-open-sheet', { code: dossier.code })
  const { id: sheet, number, to } = lot.sheet
  const { step } = dossier
  return { lot, common: { at, by, step, sheet, number, from: lot.unit, to, papers: lot.papers } }
}

function runsBackward({ lastEventAt }: Dossier, { at }: SheetCommand) {
  return at < lastEventAt ? refuse('before-last-event', { at, last: lastEventAt }) : null
}
