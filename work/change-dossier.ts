import { dayOf, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { ApproveResult, ChangeCommand, NumberResult, SealResult } from '#domain/dossier/commands.ts'
import { under } from '#domain/dossier/decide.ts'
import type { DocumentNumber } from '#domain/dossier/document-number.ts'
import { doerOf } from '#domain/dossier/doer.ts'
import { type Dossier, evolve, fold, type Stage } from '#domain/dossier/dossier.ts'
import type { DossierEvent, Holder } from '#domain/dossier/events.ts'
import { currentStep, isPossible } from '#domain/dossier/guards.ts'
import type { Law } from '#domain/dossier/law.ts'
import { voidedBy } from '#domain/dossier/numbering.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { partsOpen } from '#domain/dossier/parts.ts'
import { HOUSE_LAPSE } from '#domain/dossier/prompts.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { mayBeTold } from '#domain/notices/receiver.ts'
import { toldOf } from '#domain/notices/told.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { type Action, mandateOn, may, type Staff } from '#domain/people/may.ts'
import { placed } from '#domain/procedure/placing.ts'
import type { Step } from '#domain/procedure/process.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'
import { isTillClosed } from '#store/cash-sheets.ts'
import type { Centre } from '#store/database.ts'
import { historyOf, usedCommand } from '#store/dossier-events.ts'
import { type HeldDossier, holdDossier, writeChange, writeChangeIn, type Writing } from '#store/dossiers.ts'
import { type CentreInOne, inOne } from '#store/in-one.ts'
import type { DocumentToKeep } from '#store/result-documents.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { TELL, type ToTell } from '#store/outbox.ts'
import { announceChange } from './announce-change.ts'
import { bookOf, freshBookOf } from './centre-book.ts'
import { type Certified, enterCertification } from './certifying/enter-certification.ts'
import { numberOfLetter, numberOfResult } from './numbering/number-of-result.ts'
import { seal } from './chance.ts'
import { mayBeGiven } from './handling/may-be-given.ts'
import type { CentreBook, Desk } from './desk.ts'
import { nextReceiptNumber, receiptFormOn } from './money/receipt-number.ts'
import { sealEvents } from './sealing.ts'
import { approvedBy } from './signing/draft-approved.ts'
import { signApproval, signSeal } from './signing/sign-result.ts'

/** What the sender of a command gives: the rest (moment, person, mandate) is the desk's. */
export type ChangeGiven = Given<ChangeCommand>
type Given<Command> = Command extends unknown
  ? Omit<
      Command,
      | 'at'
      | 'by'
      | 'mandate'
      | 'capacity'
      | 'receiptNumber'
      | 'receiptForm'
      | 'document'
      // Of the book; a notice of another body bears a number that is typed.
      | (Command extends { readonly number?: DocumentNumber } ? 'number' : never)
    >
  : never

/** A command in full but for the number of its document. */
type Unnumbered = WithoutNumber<ChangeCommand>
type WithoutNumber<Command> = Command extends NumberResult ? Omit<Command, 'number'> : Command

/** How a dossier stands after a command. */
export interface Changed {
  readonly code: string
  readonly version: number
  readonly stage: Stage
  readonly waitsFor: WaitsFor | null
  readonly step: string
  readonly holder: Holder | null
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
  readonly timeliness: Timeliness | null
  /** Still to be paid, in đồng; null while undetermined. */
  readonly owedDong: number | null
}

/**
 * The only way a dossier changes: read it, may he, decide, write what happened; all of it or none. Nothing is
 * locked: the one statement that writes names the versions of dossier and law the decision was made on, so of two
 * people at once one wins and the other is told what happened meanwhile.
 */
export async function changeDossier(
  desk: Desk,
  code: string,
  given: ChangeGiven,
  alongWith?: AlongWith,
): Promise<Outcome<Changed>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: given.type })
  const hash = commandHash(actor, { code, ...given })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const book = attempt === 0 ? await bookOf(centre) : await freshBookOf(centre)
    const held = await holdDossier(centre, code)
    if (!held) return refuse('no-such-dossier')
    const seeing = may(actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
    if (isRefusal(seeing)) return seeing
    if (held.dossier.version !== given.version) {
      const answer = await answerAgain(centre, code, given, hash)
      if (!isOnlyCarried(answer, given)) return answer
    }
    const law = lawFor(held.dossier, book)
    const asked = await commandOf(desk, actor, held.dossier, law, given)
    if (isRefusal(asked)) return asked
    const certified = { dossierId: held.id, procedure: law.procedure }
    const numbered = await underItsNumber(desk, { ...certified, dossier: held.dossier }, { law, asked })
    if (isRefusal(numbered)) return numbered
    const inFull = await signedInFull(desk, numbered, { actor, held, law })
    if (isRefusal(inFull)) return inFull
    const { command, document } = inFull
    const events = under(law).decide(held.dossier, command)
    if (isRefusal(events)) return events
    const change = writingOf(held, events, { id: given.id, hash }, { law: book.version, tells: tells(desk) })
    const writing = document ? { ...change, document } : change
    try {
      if (await (alongWith ? writeTogetherWith(centre, writing, alongWith) : writeChange(centre, writing))) {
        const signed = events.find((event) => event.type === 'ResultApproved')
        if (signed && isCertified(writing.dossier, law))
          await enterCertification(centre, { ...certified, dossier: writing.dossier, signed })
        announceChange(centre, code, [...concerned(held.dossier), ...concerned(writing.dossier)])
        return changed(writing.dossier)
      }
    } catch (error) {
      if (isUniqueViolation(error)) return answerAgain(centre, code, given, hash)
      throw error
    }
  }
  throw new Error(`${code} could not be written: dossier or law changed at every attempt`)
}

/** What is written with a change or not at all, beside the dossier of that row. */
type AlongWith = (inside: CentreInOne, dossierId: string) => Promise<void>

/** Dossier or law changed meanwhile: the transaction is given up. */
class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

async function writeTogetherWith(centre: Centre, writing: Writing, alongWith: AlongWith): Promise<boolean> {
  try {
    await inOne(centre, async (inside) => {
      if (!(await writeChangeIn(inside, writing))) throw new Overtaken()
      await alongWith(inside, writing.id)
    })
    return true
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  }
}

/** In whose lists it lies: with its holder, and with the agencies that have a part to do. */
function concerned(dossier: Dossier) {
  return [dossier.holder, ...partsOpen(dossier).map(({ unit, post }) => ({ unit, post, staff: null }))]
}

/** What a dossier comes to with its new events, sealed and ready to be written. */
export function writingOf(
  held: HeldDossier,
  events: readonly DossierEvent[],
  command: Writing['command'],
  { law, tells = false }: { readonly law: number; readonly tells?: boolean },
): Writing {
  const dossier = events.reduce(evolve, held.dossier)
  const voided = events.map((event) => voidedBy(held.dossier, event)).find((one) => one !== null)
  return {
    id: held.id,
    dossier,
    ...(voided && { voided }),
    events: sealEvents(dossier.code, { seal: held.lastSeal, sequence: held.dossier.version }, events),
    command,
    tasks: tasksOf(held.dossier, events, tells),
    lawVersion: law,
  }
}

/**
 * What follows from events and is done later: figures to count, a closed dossier's trail to check, the citizen to tell
 * where the centre tells anybody.
 */
export function tasksOf(
  before: Dossier | null,
  events: readonly DossierEvent[],
  isTold: boolean,
): Writing['tasks'] {
  const counted = factsOfHistory(before, events)
  const isClosed = events.some(({ type }) => type === 'ResultHandedBack' || type === 'DossierStopped')
  return [
    ...(counted.length > 0 ? [{ task: 'count', payload: counted }] : []),
    ...(before && isClosed ? [{ task: 'check-trail', payload: { code: before.code } }] : []),
    ...(isTold ? tellings(before, events) : []),
  ]
}

/** Whether anybody is told anything here. */
export function tells({ notices }: Pick<Desk, 'notices'>): boolean {
  return notices !== undefined && notices.ways.size > 0
}

/** What the citizen is to be told of these events, each by its number in the history. */
function tellings(before: Dossier | null, events: readonly DossierEvent[]): Writing['tasks'] {
  const after = events.reduce(evolve, before)
  if (after === null || !mayBeTold(after)) return []
  return events.flatMap((event, place) => {
    const told = toldOf(event, after)
    if (told === null) return []
    const payload: ToTell = {
      code: after.code,
      cause: `event ${(before?.version ?? 0) + place + 1}`,
      ...told,
    }
    return [{ task: TELL, payload }]
  })
}

/** The law a dossier is bound to: the procedure version it was received under, and today's calendar. */
export function lawFor(dossier: Dossier, book: CentreBook): Law {
  const published = book.procedures
    .get(dossier.procedure)
    ?.find((version) => version.version === dossier.procedureVersion)
  if (!published)
    throw new Error(`${dossier.code}: no version ${dossier.procedureVersion} of ${dossier.procedure}`)
  const { ruleSet } = dossier
  const bound = book.ruleSets.find(({ key }) => key === ruleSet)
  const { transfer = null, elsewhere = null } = bound ?? {}
  const { counting, dataSources, desks } = book
  const lapse = bound?.lapse ?? HOUSE_LAPSE
  const procedure = placed(published, dossier)
  return { procedure, counting, dataSources, ruleSet, transfer, lapse, desks, elsewhere }
}

/** What is done with the citizen before one, at the place that received. */
const AT_THE_COUNTER: readonly ChangeCommand['type'][] = [
  'TakeSupplement',
  'StopDossier',
  'SendApology',
  'CorrectContact',
  'ChangeReturnWish',
  'ProposeCorrection',
]

const MONEY: readonly ChangeCommand['type'][] = [
  'TakePayment',
  'CancelPayment',
  'AskRefund',
  'AgreeToRefund',
  'RefundPayment',
]

/** What came or goes back through a provider lies in nobody's till. */
function isThroughProvider(given: ChangeGiven): boolean {
  return given.type === 'RefundPayment' || (given.type === 'TakePayment' && given.through !== undefined)
}

const OF_THE_AGENCY: readonly ChangeCommand['type'][] = ['CompletePart', 'SendPartBack']
const OF_NOTICES: readonly ChangeCommand['type'][] = ['NotifyObligation', 'WithdrawObligation']

/** Of what there may be several of, the one a command is about. */
interface Meant {
  readonly part?: string
  readonly payment?: string
}

/** What a command on a step asks of the permission table; of parts and payments, the one that is meant or any. */
export function actionFor(
  command: ChangeCommand['type'],
  dossier: Dossier,
  steps: readonly Step[],
  { part, payment }: Meant = {},
): Action {
  const { unit, post } = currentStep(dossier, steps)
  const open = partsOpen(dossier)
  if (OF_THE_AGENCY.includes(command)) {
    const meant = open.filter(({ key }) => key === part)
    return { kind: 'act-for-lists', lists: meant.length > 0 ? meant : open }
  }
  if (OF_NOTICES.includes(command)) return { kind: 'act-for-lists', lists: [{ unit, post }, ...open] }
  if (command === 'MeetObligation' || command === 'PromptApplicant')
    return {
      kind: 'act-for-lists',
      lists: [
        { unit: dossier.placeOfReceipt, post: 'clerk' },
        { unit, post },
      ],
    }
  if (AT_THE_COUNTER.includes(command)) return { kind: 'receive-dossier', unit: dossier.placeOfReceipt }
  if (command === 'AssignDossier') return { kind: 'assign-dossier', unit }
  if (command === 'ReleaseDossier')
    return { kind: 'release-dossier', unit, post, holder: dossier.holder?.staff ?? null }
  if (command === 'ConfirmCorrection' || command === 'DropCorrection')
    return { kind: 'confirm-correction', unit: dossier.unit }
  if (command === 'AssessFee' || command === 'ChargePostage')
    return { kind: 'assess-fee', unit: dossier.placeOfReceipt }
  if (command === 'CancelPayment') {
    const taken = (dossier.payments ?? []).filter(({ state }) => state === 'taken')
    const meant = taken.filter(({ key }) => key === payment)
    const tills = (meant.length > 0 ? meant : taken).map(({ till }) => till ?? null)
    return { kind: 'cancel-payment', unit: dossier.placeOfReceipt, post: 'cashier', tills }
  }
  if (command === 'AgreeToRefund' || command === 'DropRefund')
    return { kind: 'agree-to-refund', unit: dossier.placeOfReceipt, post: 'cashier' }
  if (MONEY.includes(command)) return { kind: 'take-money', unit: dossier.placeOfReceipt, post: 'cashier' }
  if (command === 'FindPaper')
    return { kind: 'handle-papers', units: (dossier.missing ?? []).map((one) => one.unit) }
  if (command === 'ConsentToApology' || command === 'DropApology')
    return { kind: 'consent-to-apology', unit: dossier.unit }
  if (command === 'SignApology') {
    const approval = steps.find(({ kind }) => kind === 'approve')
    return { kind: 'approve', unit: approval?.unit ?? unit, post: 'approver', competentUnit: dossier.unit }
  }
  return command === 'ApproveResult'
    ? { kind: 'approve', unit, post, competentUnit: dossier.unit }
    : { kind: 'act-on-step', unit, post }
}

/** Which of several a command is about. */
function meantBy(given: ChangeGiven): Meant {
  if ('part' in given) return { part: given.part }
  return given.type === 'CancelPayment' ? { payment: given.payment } : {}
}

/** Whose till money comes out of again: the one it went into, or of who asked to give it back. */
function tillFor({ payments, refund }: Dossier, given: ChangeGiven): string | undefined {
  if (given.type === 'AgreeToRefund') return refund?.askedBy
  return given.type === 'CancelPayment' ? payments?.find(({ key }) => key === given.payment)?.till : undefined
}

/** The command in full, or why this person may not give it here: with the number of a receipt where money is taken. */
export async function commandOf(
  desk: Desk,
  actor: Staff,
  dossier: Dossier,
  law: Law,
  given: ChangeGiven,
): Promise<Outcome<Unnumbered>> {
  const possible = isPossible(dossier, law.procedure.steps, given.type)
  if (isRefusal(possible)) return possible
  const step = currentStep(dossier, law.procedure.steps)
  const action = actionFor(given.type, dossier, law.procedure.steps, meantBy(given))
  const allowed = may(actor, action, today(desk))
  if (isRefusal(allowed)) return allowed
  const at = toMoment(desk.now)
  const by = doerOf(actor, action, { dossier, step, on: today(desk) })
  if (given.type === 'AssignDossier') {
    const isGiven = await mayBeGiven(desk, given.to, step)
    if (isRefusal(isGiven)) return isGiven
  }
  const isOfTill = MONEY.includes(given.type) && !isThroughProvider(given)
  const staff = tillFor(dossier, given) ?? actor.id
  if (isOfTill && (await isTillClosed(desk.centre, { staff, on: today(desk) })))
    return refuse('day-closed', { on: today(desk), isOwn: staff === actor.id })
  if (given.type === 'TakePayment') {
    // A number is taken for what will be carried out, not for a wrong amount.
    const decided = under(law).decide(dossier, { ...given, at, by, receiptNumber: '' })
    if (isRefusal(decided)) return decided
    const isOnline = isThroughProvider(given)
    const taken = { id: given.id, takenFor: dossier.code, isOnline }
    const form = isOnline ? null : await receiptFormOn(desk)
    const receiptNumber = await nextReceiptNumber(desk, actor, taken)
    return { ...given, at, by, receiptNumber, ...(form && { receiptForm: form }) }
  }
  if (given.type !== 'ApproveResult' && given.type !== 'SignApology') return { ...given, at, by }
  const mandate = mandateOn(actor, dossier.unit, today(desk))
  if (!mandate) return refuse('no-mandate', { unit: dossier.unit, on: today(desk) })
  const { key, capacity } = mandate
  return { ...given, at, by, mandate: key, ...(capacity && { capacity }) }
}

/** The command with the number of its document. None is taken for what would be refused. */
async function underItsNumber(
  desk: Desk,
  certified: Certified,
  { law, asked }: { readonly law: Law; readonly asked: Unnumbered },
): Promise<Outcome<ChangeCommand>> {
  if (!isNumbered(asked)) return asked
  const possible = under(law).decide(certified.dossier, { ...asked, number: NO_NUMBER })
  if (isRefusal(possible)) return possible
  const number = await numberFor(desk, certified, asked)
  if (isRefusal(number)) return number
  if (number) return { ...asked, number }
  return asked.type === 'NumberResult' ? refuse('numbered-outside') : asked
}

type ToBeNumbered = Extract<Unnumbered, { type: (typeof NUMBERED)[number] }>
const NUMBERED = ['NumberResult', 'SealResult', 'SignApology', 'StopDossier'] as const
const isNumbered = (asked: Unnumbered): asked is ToBeNumbered => NUMBERED.some((type) => type === asked.type)

function numberFor(
  desk: Desk,
  certified: Certified,
  asked: ToBeNumbered,
): Promise<Outcome<DocumentNumber | null>> {
  if (asked.type === 'SignApology') return numberOfLetter(desk, certified, { ...asked, letter: 'apology' })
  if (asked.type === 'StopDossier') return numberOfLetter(desk, certified, { ...asked, letter: 'stop' })
  return numberOfResult(desk, certified, asked)
}

/** Stands for the number while it is asked whether one would be taken. */
const NO_NUMBER: DocumentNumber = { id: '', book: 'document:', year: 0, number: 0, on: '', written: '' }

const isCertified = ({ refusal }: Dossier, { procedure }: Law) =>
  procedure.certification !== undefined && refusal === undefined

/** A command, and the result that was signed or sealed for it. */
interface InFull {
  readonly command: ChangeCommand
  readonly document?: DocumentToKeep
}

interface About {
  readonly actor: Staff
  readonly held: HeldDossier
  readonly law: Law
}

/** Signs or seals what is to be signed; any other command goes on as it is. */
async function signedInFull(desk: Desk, command: ChangeCommand, about: About): Promise<Outcome<InFull>> {
  if (command.type === 'ApproveResult') return approvalInFull(desk, command, about)
  return command.type === 'SealResult' ? sealInFull(desk, command, about) : { command }
}

/** An approval of what was looked at is its signature; nothing is signed that would be refused. */
async function approvalInFull(
  desk: Desk,
  command: ApproveResult,
  { actor, held: { id: dossierId, dossier, draft: drafted }, law }: About,
): Promise<Outcome<InFull>> {
  const decided = under(law).decide(dossier, command)
  if (isRefusal(decided)) return decided
  const { procedure } = law
  const result = await approvedBy(desk, actor, { dossierId, drafted, dossier, procedure, command })
  if (isRefusal(result)) return result
  const { reviewed = null } = command
  if (result === null || reviewed === null) return { command }
  const document = await signApproval(desk, actor, { result, reviewed })
  if (isRefusal(document)) return document
  if (document.stage === 'on-paper') return { command, document }
  return { command: { ...command, document: { reviewed, sha256: document.sha256 } }, document }
}

/** What was signed as a document is sealed as one. */
async function sealInFull(
  desk: Desk,
  command: SealResult,
  { held: { id: dossierId, dossier }, law }: About,
): Promise<Outcome<InFull>> {
  if (dossier.document === undefined) return { command }
  const decided = under(law).decide(dossier, command)
  if (isRefusal(decided)) return decided
  const { number, documentNumber = '' } = command
  const numbered = { written: number?.written ?? documentNumber, on: number?.on ?? today(desk) }
  const document = await signSeal(desk, { dossierId, dossier, procedure: law.procedure, ...numbered })
  if (isRefusal(document)) return document
  return { command: { ...command, document: { sha256: document.sha256 } }, document }
}

/**
 * The dossier is no longer at the version the command was made on: either this very command was carried out before,
 * then its first answer is given again, or somebody else was faster.
 */
async function answerAgain(
  centre: Centre,
  code: string,
  given: ChangeGiven,
  hash: string,
): Promise<Outcome<Changed>> {
  const first = await firstAnswer(centre, given.id, hash)
  if (first) return isRefusal(first) ? first : changed(first)
  const history = await historyOf(centre, code)
  return refuse('changed-meanwhile', {
    version: history.length,
    since: history
      .filter((one) => one.sequence > given.version)
      .map(({ event: { type, at, by } }) => ({ type, at, by: { ...by } })),
  })
}

/** Papers are carried beside the electronic work: what was begun before a hand-over is not stale by it. */
function isOnlyCarried(answer: Outcome<Changed>, { version }: ChangeGiven): boolean {
  if (!isRefusal(answer) || answer.refused !== 'changed-meanwhile') return false
  const { since, version: now } = answer.facts
  const types = Array.isArray(since) ? since.map((one) => one?.type) : []
  return typeof now === 'number' && version < now && types.every((type) => CARRIED.includes(type))
}

const CARRIED: readonly unknown[] = [
  'PapersHandedOver',
  'PapersAccepted',
  'PapersRefused',
  'PapersTakenBack',
  'PaperFound',
] satisfies DossierEvent['type'][]

/** The dossier as a command left it when it was first carried out; undefined when its id is new. */
export async function firstAnswer(
  centre: Centre,
  id: string,
  hash: string,
): Promise<Dossier | Refusal | undefined> {
  const used = await usedCommand(centre, id)
  if (!used) return undefined
  if (used.hash !== hash) return refuse('command-id-reused', { id })
  const history = await historyOf(centre, used.code)
  return fold(history.slice(0, used.version).map((one) => one.event))
}

/** A command is the same when the same person sends the same content; its shape has put the content in order. */
export function commandHash(actor: Staff, given: object): string {
  return seal(JSON.stringify([actor.id, given]))
}

function changed(dossier: Dossier): Changed {
  const { code, version, stage, step, holder, lawfulDue, isDueProvisional } = dossier
  const timeliness = 'timeliness' in dossier ? dossier.timeliness : null
  return {
    code,
    version,
    stage,
    waitsFor: waitsFor(dossier),
    step,
    holder,
    lawfulDue,
    isDueProvisional,
    timeliness,
    owedDong: owedDong(dossier),
  }
}

/** The day in Vietnam at a desk. */
export function today(desk: Desk): string {
  return dayOf(desk.now).toString()
}
