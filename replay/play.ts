import { dayOf, fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { addWorkingMinutes, workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome, type Refusal } from '#domain/outcome.ts'
import { hasPost, mandateOn, type Post, type Staff } from '#domain/people/may.ts'
import type { ResultHandedBack } from '#domain/dossier/events.ts'
import type { HandOverProof } from '#domain/dossier/hand-over.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Step, StepPart } from '#domain/procedure/process.ts'
import type { CentreBook, Desk } from '#work/desk.ts'
import { type ChangeGiven, type Changed, changeDossier } from '#work/change-dossier.ts'
import type { DeliveryToEnter } from '#work/post/enter-deliveries.ts'
import { receiveDossier } from '#work/intake/receive-dossier.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Arrival, Course } from './draw-months.ts'
import { takeTurns, type Turn } from './turns.ts'

/** What came of it: commands carried out, and whatever was refused, which must be nothing. */
export interface Played {
  readonly received: number
  readonly commands: number
  readonly returned: number
  readonly timeliness: { readonly [one in Timeliness]: number }
  /** What the post carried home, to be entered as its records have it. */
  readonly deliveries: readonly DeliveryToEnter[]
  readonly refused: readonly { readonly code: string; readonly refusal: Refusal }[]
}

export interface Stage {
  readonly centre: Desk['centre']
  readonly book: CentreBook
  readonly staff: readonly Staff[]
  /** Every dossier draws from a seed of its own, so that what happens to one does not depend on the others. */
  readonly seed: string
  readonly progress: (done: number, all: number) => void
}

/** So many turns of about the same time go on side by side, as they do in the hall. */
const SIDE_BY_SIDE = 512

/** Working minutes a dossier without a limit is given. */
const UNHURRIED = 5 * 480

/**
 * Plays what arrives: every dossier is received at its moment and goes through its process in working time, by people in
 * their posts, to the hand-out; all of it through the use cases, in the order of time.
 */
export async function play(arrivals: readonly Arrival[], stage: Stage): Promise<Played> {
  const refused: { code: string; refusal: Refusal }[] = []
  const deliveries: DeliveryToEnter[] = []
  const count = { received: 0, commands: 0, returned: 0 }
  const timeliness = { early: 0, 'on-time': 0, late: 0, 'no-limit': 0 }
  let finished = 0
  const turns: Turn[] = arrivals.map((arrival) => ({ at: arrival.at, take: () => receive(arrival) }))

  await takeTurns(turns, SIDE_BY_SIDE)
  return { ...count, timeliness, deliveries, refused }

  async function receive({ at, procedure, given, course }: Arrival): Promise<Turn | null> {
    const chance = chanceFrom(`${stage.seed} ${given.id}`)
    const clerk = someone(stage, chance, 'clerk', given.placeOfReceipt, at)
    const receipt = await receiveDossier({ centre: stage.centre, now: at, actor: clerk }, given)
    if (isRefusal(receipt)) return ended(procedure.key, receipt)
    count.received += 1
    count.commands += 1
    const { code, version, step, due, feeDong } = receipt
    const receiver = { name: given.applicant.name, idNumber: given.applicant.idNumber, isAuthorised: false }
    return ahead(
      {
        ...course,
        procedure,
        chance,
        partsDone: new Set(),
        receiver,
        placeOfReceipt: given.placeOfReceipt,
        way: given.returnWish.way,
        phone: given.applicant.phone ?? '',
        readyAt: null,
      },
      { code, version, step, stage: 'in-process', lawfulDue: due, owedDong: feeDong },
      at,
    )
  }

  /** The next step of a dossier, at a moment within the time it still has. */
  function ahead(going: Going, dossier: Lying, from: Temporal.Instant): Turn {
    const step = stepOf(going.procedure, dossier.step)
    const isLate = going.isLate && step.kind === 'return' && dossier.stage === 'in-process'
    const begin = isLate && dossier.lawfulDue ? later(from, fromMoment(dossier.lawfulDue)) : from
    const minutes = isLate
      ? going.chance.between(30, 480)
      : dossier.stage === 'awaiting-citizen'
        ? going.chance.between(240, 2400)
        : minutesOfWork(going, dossier, from)
    const { at } = must(addWorkingMinutes(stage.book.counting, begin, minutes))
    return { at, take: () => handle(going, dossier, step, at) }
  }

  async function handle(going: Going, dossier: Lying, step: Step, at: Temporal.Instant) {
    const part = openPart(step, going, dossier)
    const given = part ? partDone(going, dossier, part, at) : commandFor(going, step, dossier, at)
    const actor = part
      ? someone(stage, going.chance, part.post, part.unit, at)
      : given.type === 'TakeSupplement' || given.type === 'StopDossier'
        ? someone(stage, going.chance, 'clerk', going.placeOfReceipt, at)
        : given.type === 'TakePayment'
          ? someone(stage, going.chance, 'cashier', going.placeOfReceipt, at)
          : someone(stage, going.chance, step.post, step.unit, at, approvesFor(given, going))
    const changed = await changeDossier({ centre: stage.centre, now: at, actor }, dossier.code, given)
    if (isRefusal(changed)) return ended(dossier.code, changed)
    count.commands += 1
    if (part) going.partsDone.add(part.key)
    if (changed.stage === 'ready' && changed.timeliness) {
      timeliness[changed.timeliness] += 1
      going.readyAt = at
    }
    if (changed.stage === 'stopped') return ended()
    if (changed.stage === 'returned') {
      count.returned += 1
      if (going.way === 'post') deliveries.push(delivery(going, dossier.code, at))
      return ended()
    }
    return ahead(going, changed, at)
  }

  /** A share of the time left, so that every step is done before the due moment; a result waits a while to be fetched. */
  function minutesOfWork({ procedure, chance }: Going, dossier: Lying, from: Temporal.Instant): number {
    if (dossier.stage === 'ready') return chance.between(10, 960)
    const left = dossier.lawfulDue
      ? must(workingMinutesBetween(stage.book.counting, from, fromMoment(dossier.lawfulDue)))
      : UNHURRIED
    const stepsLeft = procedure.steps.length - procedure.steps.findIndex((one) => one.key === dossier.step)
    return Math.max(1, Math.floor((left * (0.2 + 1.2 * chance.next())) / (stepsLeft + 1)))
  }

  function ended(code?: string, refusal?: Refusal): null {
    if (code !== undefined && refusal) refused.push({ code, refusal })
    stage.progress(++finished, arrivals.length)
    return null
  }
}

const REFUSED = { reason: 'Không đủ điều kiện giải quyết', ground: 'Luật chuyên ngành của thủ tục' }
const WITHDRAWN = {
  reason: 'Người nộp xin rút hồ sơ',
  ground: 'Đơn đề nghị của người nộp',
  papersReturned: 'Toàn bộ giấy tờ đã nộp',
}

type Mutable<One> = { -readonly [name in keyof One]: One[name] }

/** The process a dossier goes through, what it meets there, and the chance that decides how. */
interface Going extends Mutable<Course> {
  readonly procedure: Procedure
  readonly chance: Chance
  /** The parts of linked procedures that were done. */
  readonly partsDone: Set<string>
  readonly placeOfReceipt: string
  readonly way: ResultHandedBack['way']
  readonly phone: string
  /** When its result lay ready. */
  readyAt: Temporal.Instant | null
  /** Who handed it in fetches the result. */
  readonly receiver: ResultHandedBack['receiver']
}

/** Where a dossier lies, as far as the play needs to know. */
type Lying = Pick<Changed, 'code' | 'version' | 'step' | 'stage' | 'lawfulDue' | 'owedDong'>

/** The next part of the present step that its agency has to do. */
function openPart({ parts = [] }: Step, { partsDone }: Going, { stage }: Lying): StepPart | undefined {
  return stage === 'ready' ? undefined : parts.find(({ key }) => !partsDone.has(key))
}

function partDone(
  { chance }: Going,
  { version, step, code }: Lying,
  { key: part, output }: StepPart,
  at: Temporal.Instant,
): ChangeGiven {
  const documentNumber = `${code.slice(-4)}/LT`
  return { id: chance.id(at), version, step, type: 'CompletePart', part, documentNumber, result: output }
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

function approvesFor(given: ChangeGiven, { procedure }: Going): string | null {
  return given.type === 'ApproveResult' ? procedure.unit : null
}

function commandFor(going: Going, step: Step, dossier: Lying, at: Temporal.Instant): ChangeGiven {
  const { chance } = going
  const on = { id: chance.id(at), version: dossier.version, step: dossier.step }
  if (dossier.stage === 'ready')
    return owes(dossier) ? { ...on, ...paying(dossier) } : { ...on, ...handingOver(going, dossier.code) }
  const met = onTheWay(going, step, dossier)
  if (met) return { ...on, ...met }
  switch (step.kind) {
    case 'collect-fee':
      return owes(dossier) ? { ...on, ...paying(dossier) } : { ...on, type: 'CompleteStep', note: null }
    case 'approve':
      return { ...on, type: 'ApproveResult', note: null }
    case 'seal':
      return { ...on, type: 'SealResult' }
    case 'return':
      return { ...on, type: 'MarkReady' }
    default:
      return { ...on, type: 'CompleteStep', note: null }
  }
}

/** The post took the result when it lay ready, and brought it when it was handed back. */
function delivery(
  { chance, receiver, phone, procedure, readyAt }: Going,
  code: string,
  at: Temporal.Instant,
): DeliveryToEnter {
  return {
    id: chance.id(at),
    code,
    name: receiver.name,
    phone,
    line: `Khu ${chance.between(1, 9)}`,
    ward: null,
    contents: procedure.result,
    handedOverAt: toMoment(readyAt ?? at),
    deliveredAt: toMoment(at),
  }
}

/** The card was seen and the slip signed; what goes by post or home has the number of its slip. */
function handingOver({ way, receiver, procedure }: Going, code: string) {
  const isFaceToFace = way === 'counter' || way === 'home'
  const keys = procedure.cases.flatMap(({ components }) =>
    components.flatMap(({ key, isWithdrawn }) => (isWithdrawn === true ? [key] : [])),
  )
  const withdrawn = [...new Set(keys)].map((component) => ({ component, isTaken: true, whyNot: null }))
  const proof: HandOverProof = {
    identity: isFaceToFace
      ? { paper: 'identity-card', number: receiver.idNumber ?? '0', how: 'seen', whyDiffers: null }
      : null,
    acknowledged: isFaceToFace ? { how: 'signed-slip', reference: null } : null,
    sent: null,
    slip: way === 'counter' ? null : code,
    withdrawn,
    papersBack: null,
    together: null,
  }
  return { type: 'HandBack', way, receiver, proof } as const
}

const owes = ({ owedDong }: Lying) => owedDong !== null && owedDong > 0

const paying = ({ owedDong }: Lying) => ({ type: 'TakePayment', way: 'cash', dong: owedDong ?? 0 }) as const

type Met =
  | Omit<Extract<ChangeGiven, { type: 'ProposeRefusal' }>, 'id' | 'version' | 'step'>
  | Omit<Extract<ChangeGiven, { type: 'StopDossier' }>, 'id' | 'version' | 'step'>
  | Omit<Extract<ChangeGiven, { type: 'RequestSupplement' }>, 'id' | 'version' | 'step'>
  | Omit<Extract<ChangeGiven, { type: 'TakeSupplement' }>, 'id' | 'version' | 'step'>
  | Omit<Extract<ChangeGiven, { type: 'SendBack' }>, 'id' | 'version' | 'step'>

/** What a dossier meets once each: a supplement at its first work step, being sent back by the approver. */
function onTheWay(going: Going, step: Step, { stage }: Lying): Met | null {
  if (stage === 'awaiting-citizen' && step.kind !== 'citizen')
    return { type: 'TakeSupplement', components: [] }
  if (going.isSupplemented && step.kind === 'work') {
    going.isSupplemented = false
    return { type: 'RequestSupplement', items: [SUPPLEMENT], whyAgain: null }
  }
  if (going.isRefused && step.kind === 'work') {
    going.isRefused = false
    return { type: 'ProposeRefusal', ...REFUSED, instead: null }
  }
  if (going.isWithdrawn && step.kind === 'work')
    return { type: 'StopDossier', ...WITHDRAWN, why: 'asked-by-citizen', money: 'kept' }
  if (going.isSentBack && step.kind === 'approve') {
    going.isSentBack = false
    const to = going.procedure.steps.find(({ kind }) => kind === 'work')?.key ?? ''
    return { type: 'SendBack', to, comment: 'Ghi rõ căn cứ pháp lý trong dự thảo' }
  }
  return null
}

const SUPPLEMENT = {
  component: null,
  wrong: 'Bản sao giấy tờ tùy thân bị mờ, không đọc được số',
  todo: 'Nộp lại bản sao rõ nét, hoặc mang bản chính đến đối chiếu',
  ground: 'Nghị định 61/2018/NĐ-CP, Điều 17',
}

function stepOf(procedure: Procedure, key: string): Step {
  const step = procedure.steps.find((one) => one.key === key)
  if (!step) throw new Error(`${procedure.key} has no step ${key}`)
  return step
}

/** Somebody who stands in a post on a day, and may approve for a unit where that is asked. */
function someone(
  stage: Stage,
  chance: Chance,
  post: Post,
  unit: string,
  at: Temporal.Instant,
  approvesFor: string | null = null,
): Staff {
  const on = dayOf(at).toString()
  return chance.of(
    stage.staff.filter(
      (one) =>
        hasPost(one, post, unit, on) &&
        (approvesFor === null || mandateOn(one, approvesFor, on) !== undefined),
    ),
  )
}

function must<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`the calendar refuses: ${outcome.refused}`)
  return outcome
}
