import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { addWorkingMinutes, workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome, type Refusal } from '#domain/outcome.ts'
import { hasPost, mandateOn, type Post, type Staff } from '#domain/people/may.ts'
import type { ResultHandedBack } from '#domain/dossier/events.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { CentreBook, Desk } from '#work/desk.ts'
import { type ChangeGiven, type Changed, changeDossier } from '#work/change-dossier.ts'
import { receiveDossier } from '#work/intake/receive-dossier.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Arrival } from './draw-day.ts'

/** What came of a day: commands carried out, and whatever was refused, which must be nothing. */
export interface Played {
  readonly received: number
  readonly commands: number
  readonly returned: number
  readonly timeliness: { readonly [one in Timeliness]: number }
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

/** One thing to be done at its moment; doing it tells when the next is due, or nothing more. */
interface Turn {
  readonly at: Temporal.Instant
  readonly take: () => Promise<Turn | null>
}

/** Turns of about the same time go to the counters side by side, as they do in the hall. */
const SIDE_BY_SIDE = 16

/** Working minutes a dossier without a limit is given. */
const UNHURRIED = 5 * 480

/**
 * Plays a day: every dossier is received at its moment and goes through its process in working time, by people in
 * their posts, to the hand-out; all of it through the use cases, in the order of time.
 */
export async function playDay(arrivals: readonly Arrival[], stage: Stage): Promise<Played> {
  const refused: { code: string; refusal: Refusal }[] = []
  const count = { received: 0, commands: 0, returned: 0 }
  const timeliness = { early: 0, 'on-time': 0, late: 0, 'no-limit': 0 }
  let finished = 0
  const turns: Turn[] = arrivals.map((arrival) => ({ at: arrival.at, take: () => receive(arrival) }))

  for (let turn = earliest(turns); turn.length > 0; turn = earliest(turns)) {
    for (const next of await Promise.all(turn.map((one) => one.take()))) {
      if (next) turns.push(next)
      else stage.progress(++finished, arrivals.length)
    }
  }
  return { ...count, timeliness, refused }

  async function receive({ at, procedure, given }: Arrival): Promise<Turn | null> {
    const chance = chanceFrom(`${stage.seed} ${given.id}`)
    const clerk = someone(stage, chance, 'clerk', given.placeOfReceipt, at)
    const receipt = await receiveDossier({ centre: stage.centre, now: at, actor: clerk }, given)
    if (isRefusal(receipt)) return refuse(procedure.key, receipt)
    count.received += 1
    count.commands += 1
    const { code, version, step, due } = receipt
    const receiver = { name: given.applicant.name, idNumber: given.applicant.idNumber, isAuthorised: false }
    return ahead(
      { procedure, chance, receiver },
      { code, version, step, stage: 'in-process', lawfulDue: due },
      at,
    )
  }

  /** The next step of a dossier, at a moment within the time it still has. */
  function ahead(course: Course, dossier: Lying, from: Temporal.Instant): Turn {
    const step = stepOf(course.procedure, dossier.step)
    const minutes =
      step.kind === 'citizen' ? course.chance.between(240, 2400) : minutesOfWork(course, dossier, from)
    const { at } = must(addWorkingMinutes(stage.book.counting, from, minutes))
    return { at, take: () => handle(course, dossier, step, at) }
  }

  async function handle(course: Course, dossier: Lying, step: Step, at: Temporal.Instant) {
    const approvesFor = step.kind === 'approve' ? course.procedure.unit : null
    const actor = someone(stage, course.chance, step.post, step.unit, at, approvesFor)
    const given = commandFor(step, dossier, course.receiver, course.chance.id(at))
    const changed = await changeDossier({ centre: stage.centre, now: at, actor }, dossier.code, given)
    if (isRefusal(changed)) return refuse(dossier.code, changed)
    count.commands += 1
    if (changed.stage === 'ready' && changed.timeliness) timeliness[changed.timeliness] += 1
    if (changed.stage === 'returned') {
      count.returned += 1
      return null
    }
    return ahead(course, changed, at)
  }

  /** A share of the time left, so that every step is done before the due moment; a result waits a while to be fetched. */
  function minutesOfWork({ procedure, chance }: Course, dossier: Lying, from: Temporal.Instant): number {
    if (dossier.stage === 'ready') return chance.between(10, 960)
    const left = dossier.lawfulDue
      ? must(workingMinutesBetween(stage.book.counting, from, fromMoment(dossier.lawfulDue)))
      : UNHURRIED
    const stepsLeft = procedure.steps.length - procedure.steps.findIndex((one) => one.key === dossier.step)
    return Math.max(1, Math.floor((left * (0.2 + 1.2 * chance.next())) / (stepsLeft + 1)))
  }

  function refuse(code: string, refusal: Refusal): null {
    refused.push({ code, refusal })
    return null
  }
}

/** The process a dossier goes through, and the chance that decides how. */
interface Course {
  readonly procedure: Procedure
  readonly chance: Chance
  /** Who handed it in fetches the result. */
  readonly receiver: ResultHandedBack['receiver']
}

/** Where a dossier lies, as far as the play needs to know. */
type Lying = Pick<Changed, 'code' | 'version' | 'step' | 'stage' | 'lawfulDue'>

function earliest(turns: Turn[]): Turn[] {
  turns.sort((a, b) => Temporal.Instant.compare(b.at, a.at))
  return turns.splice(-SIDE_BY_SIDE).reverse()
}

function commandFor(step: Step, dossier: Lying, receiver: Course['receiver'], id: string): ChangeGiven {
  const on = { id, version: dossier.version, step: dossier.step }
  if (dossier.stage === 'ready') return { ...on, type: 'HandBack', way: 'counter', receiver }
  switch (step.kind) {
    case 'approve':
      return { ...on, type: 'ApproveResult', note: null }
    case 'seal':
      return { ...on, type: 'SealResult', documentNumber: `${dossier.code.slice(-4)}/HCC` }
    case 'return':
      return { ...on, type: 'MarkReady' }
    default:
      return { ...on, type: 'CompleteStep', note: null }
  }
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
