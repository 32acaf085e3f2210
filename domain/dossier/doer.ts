import type { Day } from '#domain/calendar/moment.ts'
import {
  type Action,
  type Appointment,
  appointmentsOn,
  type Post,
  postWithPapers,
  type Staff,
} from '#domain/people/may.ts'
import { actsAs } from '#domain/people/substitution.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { Dossier } from './dossier.ts'
import type { Doer } from './events.ts'

/**
 * As whom a person does what was allowed: what comes in at the counter, as its clerk; else in the post of the step, or where work is divided as head of the unit before
 * director; and instead of whom where that post is held as a substitute.
 */
export function doerOf(
  actor: Staff,
  action: Action,
  { dossier, step, on }: { readonly dossier: Pick<Dossier, 'holder'>; readonly step: Step; readonly on: Day },
): Doer {
  const holder = dossier.holder?.staff ?? null
  if (action.kind === 'receive-dossier' || action.kind === 'assess-fee') {
    const { unit } = action
    const atCounter = AT_COUNTER[action.kind].flatMap(
      (post) => actsAs(actor, { post, unit, holder: null }, on) ?? [],
    )
    if (atCounter[0]) return doer(actor, atCounter[0])
  }
  if (action.kind === 'handle-papers') return papersDoer(actor, action.units, on)
  if (action.kind === 'act-for-lists') {
    const inList = action.lists.flatMap((list) => actsAs(actor, { ...list, holder: null }, on) ?? [])
    if (inList[0]) return doer(actor, inList[0])
  }
  const unit = ('unit' in action ? action.unit : null) ?? step.unit
  const inPost = (post: Post) => actsAs(actor, { post, unit, holder }, on)
  const asOne =
    (DIVIDES.includes(action.kind) ? undefined : inPost('post' in action ? action.post : step.post)) ??
    inPost('head') ??
    appointmentsOn(actor, on).find((one) => one.post === 'director')
  if (!asOne) throw new Error(`${actor.id} has no post in which ${action.kind} is done at ${step.key}`)
  return doer(actor, asOne)
}

/** As whom a person gives or takes papers for a unit. */
export function papersDoer(actor: Staff, units: readonly string[], on: Day): Doer {
  const post = postWithPapers(actor, units, on)
  if (!post) throw new Error(`${actor.id} has no post in ${units.join()}`)
  return doer(actor, post)
}

/** The posts of the counter in which something is done, the first before the others. */
const AT_COUNTER = { 'receive-dossier': ['clerk'], 'assess-fee': ['clerk', 'cashier'] } as const

/** What is done as head of a unit or as director, whatever other post the person has there. */
const DIVIDES: readonly Action['kind'][] = ['assign-dossier', 'consent-to-apology', 'confirm-correction']

function doer({ id }: Staff, { unit, post, insteadOf }: Appointment): Doer {
  return { staff: id, unit, post, ...(insteadOf !== undefined && { insteadOf }) }
}
