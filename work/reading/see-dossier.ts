import { type Day, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isNumberedHere } from '#domain/dossier/document-number.ts'
import { type Dossier, lawfulDueOf } from '#domain/dossier/dossier.ts'
import type { ComponentGiven, FromData } from '#domain/dossier/events.ts'
import { slipIsDue } from '#domain/dossier/at-once.ts'
import type { NextCall } from '#domain/dossier/collection.ts'
import { currentStep, stepsBack } from '#domain/dossier/guards.ts'
import type { NoticeWish } from '#domain/dossier/notice-wish.ts'
import { type FeeLine, owedDong, owedNowDong } from '#domain/dossier/owed.ts'
import type { Law } from '#domain/dossier/law.ts'
import type { Part } from '#domain/dossier/parts.ts'
import { lapsesOn } from '#domain/dossier/prompts.ts'
import { stepAfter } from '#domain/dossier/steps.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { type Mandate, mandateOn, may, type Post } from '#domain/people/may.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import type { Step } from '#domain/procedure/process.ts'
import { linesDue } from '#domain/procedure/fee-lines.ts'
import { forChannel, type Procedure } from '#domain/procedure/procedure.ts'
import { recordAccess } from '#store/access-records.ts'
import { historyOf } from '#store/dossier-events.ts'
import { notesOf } from '#store/dossier-notes.ts'
import { holdDossier } from '#store/dossiers.ts'
import { remindersOf } from '#store/reminders.ts'
import { markRead } from '#store/reading.ts'
import { hasSlip } from '#store/slips.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { dataForSupplement, type PaperWithData } from './data-for-supplement.ts'
import { callsFor, type SeenCall } from '../returning/calls-for.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { answersFiled } from '../drafting/answers-filed.ts'
import type { AnswerLine } from '../filing/answer-lines.ts'
import { type PapersOfDossier, papersOfDossier } from '../transferring/papers-of-dossier.ts'
import { resultFormOf } from '../signing/result-data.ts'
import { type SeenTold, seeTold } from '../telling/see-told.ts'
import { type ToReview, toReview } from '../signing/see-result.ts'
import { possibilities, type Possibility } from './dossier-possibilities.ts'
import { type HappenedLine, type NamedDoer, nameDoer, takenMinutes, toldHistory } from './told-history.ts'

export interface SeenNote {
  readonly id: string
  readonly at: Moment
  readonly by: NamedDoer
  readonly text: string
}

export interface SeenReminder {
  readonly kind: string
  readonly at: Moment
  readonly unitName: string
  readonly post: string
  readonly staffName: string | null
}

/** A paper with its name; where data stand in for it, with the name of their source. */
type SeenComponent = Omit<ComponentGiven, 'fromData'> & {
  readonly name: string
  readonly fromData?: (FromData & { readonly sourceName: string }) | undefined
}

type Shown = Omit<
  Dossier,
  | 'stage'
  | 'lookupKey'
  | 'holder'
  | 'doneBy'
  | 'step'
  | 'components'
  | 'unitSince'
  | 'lots'
  | 'missing'
  | 'parts'
  | 'prompts'
  | 'notices'
  | 'filedBy'
>

/** What another agency does or did, with how long it still has for it. */
export interface SeenPart extends Part {
  readonly unitName: string
  /** Working minutes to its own due moment; null unless it is open and has one. */
  readonly minutesLeft: number | null
}

/** How far what is not answered is from being stopped. */
interface SeenLapse {
  /** The days on which the applicant was reminded, as far as it went out. */
  readonly made: readonly Day[]
  readonly needed: number
  /** Null until the applicant was reminded as often as it takes, or where no last day was set. */
  readonly from: Day | null
}

export interface SeenDossier extends Shown {
  readonly stage: Dossier['stage']
  readonly waitsFor: WaitsFor | null
  readonly parts: readonly SeenPart[]
  readonly procedureName: string
  readonly caseName: string
  readonly unitName: string
  readonly placeOfReceiptName: string
  readonly placeOfSupportName: string | null
  readonly components: readonly SeenComponent[]
  readonly step: { readonly key: string; readonly name: string; readonly kind: string }
  /** Where it goes when the present step is done; null at the last. */
  readonly next: { readonly name: string; readonly unitName: string; readonly post: Post } | null
  /** Working minutes at the present step so far, and what the process allots it; null where none are counted. */
  readonly stepMinutes: { readonly taken: number | null; readonly allotted: number | null }
  readonly holder: {
    readonly kind: string
    readonly unit: string
    readonly unitName: string
    readonly post: Post
    readonly staff: string | null
    readonly staffName: string | null
  } | null
  /** Working minutes to the lawful due moment, negative when late; null without a limit or when settled. */
  readonly minutesLeft: number | null
  /** Working minutes there were in all, from receipt to the lawful due moment; null without a limit. */
  readonly minutesInAll: number | null
  readonly readyAt: Moment | null
  readonly timeliness: Timeliness | null
  readonly returnedAt: Moment | null
  /** The last day on which the citizen's answer is waited for; null when none is. */
  readonly answerBy: Day | null
  /** When the applicant was reminded of it and how often it takes, and from when it may be stopped; null when nothing is awaited. */
  readonly lapse: SeenLapse | null
  /** Still to be paid, in đồng; null while undetermined. */
  readonly owedDong: number | null
  /** The part of it that is due by now. */
  readonly owedNowDong: number | null
  /** What the rules ask for this case, to be put down; empty where they name no lines. */
  readonly linesAsked: readonly FeeLine[]
  readonly history: readonly HappenedLine[]
  /** Where its papers lie, how they came there and what is missing of them. */
  readonly papers: PapersOfDossier
  /** To be done within its day it went without a receipt slip, has run over, and none was given since. */
  readonly isSlipDue: boolean
  /** Internal notes, latest first. */
  readonly notes: readonly SeenNote[]
  /** What whoever held it was reminded of by itself, the latest first. */
  readonly reminded: readonly SeenReminder[]
  /** Papers the citizen was asked to supplement for which data can stand in today; empty while nothing is awaited. */
  readonly dataForSupplement: readonly PaperWithData[]
  /** The answers of the form it was filed by, by path and label: a supplement can be asked about each. */
  readonly fieldsFiled: readonly { readonly name: string; readonly label: string }[]
  /** How the citizen was called to fetch the result, latest first, and when the next call is due. */
  readonly calls: readonly SeenCall[]
  readonly nextCall: NextCall | null
  readonly mayCall: boolean
  /** How the applicant wants to be told. */
  readonly noticeWish: NoticeWish | null
  /** What the citizen was told, when, by which way and whether it arrived. */
  readonly notices: SeenTold
  readonly may: readonly Possibility[]
  readonly mayNote: boolean
  /** Payments whose receipt the caller may cancel: of the own till, or of any for who leads the counter. */
  readonly mayCancel: readonly string[]
  /** By what the caller may approve for the competent unit today. */
  readonly mandate: Mandate | null
  /** SHA-256 of the document the caller would sign now; null where there is none to sign. */
  readonly toSign: string | null
  /** The book gives its result the number; otherwise another body does, and it is typed. */
  readonly isNumberedHere: boolean
  /**
   * The drafted version the caller would approve now, null for the page made of the dossier alone, and the hash of its
   * print to be signed by hand; null where there is nothing to look at.
   */
  readonly toApprove: { readonly draft: number | null; readonly onPaper: string } | null
  /** Why the page the caller would approve cannot be printed. */
  readonly unprintable: Refusal | null
  /** Whether its result is written by a form of its own. */
  readonly hasResultForm: boolean
  /** Steps the caller could send it back to. */
  readonly backTo: readonly { readonly key: string; readonly name: string }[]
}

/** Nobody reads more of them on one screen. */
const MOST_NOTES = 200

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
  await markRead(centre, { staff: actor.id, dossier: held.id, version: dossier.version })

  const book = await bookOf(centre)
  const law = lawFor(dossier, book)
  const { procedure } = law
  const [history, notes, reminded, calls, notices, isSlipDue] = await Promise.all([
    historyOf(centre, code),
    notesOf(centre, held.id, MOST_NOTES),
    remindersOf(centre, held.id),
    callsFor(desk, held, book),
    seeTold(desk, held, book),
    slipIsDue(dossier, desk.now) && hasSlip(centre, held.id).then((isGiven) => !isGiven),
  ])
  const { lookupKey: _, doneBy: __, unitSince: ___, lots: ____, missing: _____, ...told } = dossier
  const { prompts: ______, notices: noticeWish = null, filedBy: _______, holder, ...shown } = told
  const names = await staffNames(centre, [
    ...history.flatMap(({ event }) => [
      event.by.staff,
      ...(event.by.insteadOf === undefined ? [] : [event.by.insteadOf]),
      ...('holder' in event && event.holder.staff ? [event.holder.staff] : []),
    ]),
    ...notes.map((note) => note.staff),
    ...reminded.flatMap(({ staff }) => staff ?? []),
    ...(holder?.staff ? [holder.staff] : []),
  ])
  const unitName = (unit: string) => book.units.get(unit)?.name ?? unit
  const step = currentStep(dossier, procedure.steps)
  return {
    ...shown,
    ...inNames(dossier, procedure, { unitName, dataSources: book.dataSources }),
    waitsFor: waitsFor(dossier),
    parts: (dossier.parts ?? []).map((part) => ({
      ...part,
      unitName: unitName(part.unit),
      minutesLeft: partMinutesLeft(desk, part, book),
    })),
    step: { key: step.key, name: step.name, kind: step.kind },
    next: nextStep(dossier, step, procedure, unitName),
    stepMinutes: {
      taken: dossier.stage === 'in-process' ? takenMinutes(book, dossier.stepSince, at) : null,
      allotted: step.minutesAllotted,
    },
    holder: holder && {
      ...holder,
      unitName: unitName(holder.unit),
      staffName: holder.staff && (names.get(holder.staff) ?? null),
    },
    minutesLeft: minutesLeft(desk, dossier, book),
    minutesInAll:
      dossier.lawfulDue === null ? null : takenMinutes(book, dossier.receivedAt, dossier.lawfulDue),
    readyAt: 'readyAt' in dossier ? dossier.readyAt : null,
    timeliness: 'timeliness' in dossier ? dossier.timeliness : null,
    owedDong: owedDong(dossier),
    owedNowDong: owedNowDong(dossier),
    linesAsked: linesAsked(dossier, procedure),
    lapse: lapseOf(dossier, law),
    answerBy: dossier.stage === 'awaiting-citizen' ? (dossier.answerBy ?? null) : null,
    returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null,
    history: toldHistory(history, { steps: procedure.steps, book, names }),
    isSlipDue,
    papers: papersOfDossier(dossier, history, { book, names }),
    notes: notes.map((note) => ({
      id: note.id,
      at: note.at,
      by: nameDoer(note, { book, names }),
      text: note.text,
    })),
    reminded: reminded.map(({ kind, at: remindedAt, unit, post, staff }) => ({
      kind,
      at: remindedAt,
      unitName: unitName(unit),
      post,
      staffName: staff && (names.get(staff) ?? null),
    })),
    ...calls,
    noticeWish,
    notices,
    dataForSupplement: dataForSupplement(history, { dossier, book, procedure, on: today(desk) }),
    fieldsFiled: (await answersFiled(desk, dossier)).map(({ name, field, within }) => ({
      name,
      label: [...within.map((one) => rowLabel(one)), field.label].join(' – '),
    })),
    may: possibilities(desk, actor, dossier, procedure),
    mayNote: !isRefusal(may(actor, { kind: 'write-note', dossier }, today(desk))),
    mayCancel: (dossier.payments ?? []).flatMap(({ key: payment, state, through }) => {
      const cancelling = actionFor('CancelPayment', dossier, procedure.steps, { payment })
      return state === 'taken' && !through && may(actor, cancelling, today(desk)) === true ? [payment] : []
    }),
    mandate: mandateOn(actor, dossier.unit, today(desk)) ?? null,
    isNumberedHere: isNumberedHere(procedure, dossier),
    ...reviewed(await toReview(desk, actor, held)),
    hasResultForm: resultFormOf(book, { dossier, procedure }) !== undefined,
    backTo: stepsBack(dossier, procedure.steps).map(({ key, name }) => ({ key, name })),
  }
}

function rowLabel({ field, row }: AnswerLine['within'][number]): string {
  return row === null ? field.label : `${field.label} ${row + 1}`
}

function lapseOf(dossier: Dossier, { lapse }: Law): SeenLapse | null {
  if (waitsFor(dossier) === null) return null
  const from = lapsesOn(dossier, lapse)
  return { made: dossier.prompts ?? [], needed: lapse.prompts, from: isRefusal(from) ? null : from }
}

function reviewed(
  review: Outcome<ToReview> | null,
): Pick<SeenDossier, 'toSign' | 'toApprove' | 'unprintable'> {
  const nothing = { toSign: null, toApprove: null, unprintable: null }
  if (review === null) return nothing
  if (isRefusal(review)) return { ...nothing, unprintable: review }
  const { draft, onPaper, toSign } = review
  return {
    toSign: toSign?.sha256 ?? null,
    toApprove: { draft, onPaper: onPaper.sha256 },
    unprintable: null,
  }
}

function nextStep(
  { refusal }: Dossier,
  { key, kind }: Step,
  { steps }: Procedure,
  unitName: (unit: string) => string,
): SeenDossier['next'] {
  if (kind === 'return') return null
  const next = stepAfter(steps, key, refusal !== undefined)
  return { name: next.name, unitName: unitName(next.unit), post: next.post }
}

/** The lines of the dossier's case and channel, where all of them are determined. */
function linesAsked({ case: key, channel, copiesWanted }: Dossier, { cases }: Procedure): readonly FeeLine[] {
  const rules = cases.find((one) => one.key === key)?.feeLines
  return (rules && linesDue(forChannel(rules, channel), copiesWanted)) ?? []
}

/** What the dossier has as keys and codes, by the names people know. */
function inNames(
  dossier: Dossier,
  procedure: Procedure,
  { unitName, dataSources }: Pick<CentreBook, 'dataSources'> & { unitName: (unit: string) => string },
) {
  const sourceName = (source: string) => dataSources.find(({ key }) => key === source)?.name ?? source
  const found = procedure.cases.find((one) => one.key === dossier.case)
  const component = (key: string) => found?.components.find((one) => one.key === key)?.name ?? key
  return {
    procedureName: procedure.name,
    caseName: found?.name ?? dossier.case,
    unitName: unitName(dossier.unit),
    placeOfReceiptName: unitName(dossier.placeOfReceipt),
    placeOfSupportName: dossier.placeOfSupport && unitName(dossier.placeOfSupport),
    components: dossier.components.map(({ fromData, ...one }) => ({
      ...one,
      name: component(one.component),
      ...(fromData && { fromData: { ...fromData, sourceName: sourceName(fromData.source) } }),
    })),
  }
}

/** Working minutes an agency still has for its part; null unless it lies there and has a due moment. */
export function partMinutesLeft(desk: Desk, { state, due }: Part, book: CentreBook): number | null {
  if (state !== 'open' || due === null) return null
  const minutes = workingMinutesBetween(book.counting, desk.now, fromMoment(due))
  return isRefusal(minutes) ? null : minutes
}

/** Working minutes left, for dossiers whose clock runs. */
export function minutesLeft(desk: Desk, dossier: Dossier, book: CentreBook): number | null {
  const due = lawfulDueOf(dossier)
  if (due === null || 'readyAt' in dossier) return null
  if (dossier.stage === 'awaiting-citizen') return dossier.minutesLeft
  const minutes = workingMinutesBetween(book.counting, desk.now, due)
  return isRefusal(minutes) ? null : minutes
}
