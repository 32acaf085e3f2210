import type { Day } from '../calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '../outcome.ts'
import { ageOn, capacityOf } from './capacity.ts'
import { type Citizen, isVerified } from './citizen.ts'
import {
  gives,
  holdsOn,
  isBorneOut,
  type Principal,
  type Representation,
  type Right,
  RIGHTS,
} from './representation.ts'

/** Nobody acts for another for longer than this without being let in again. */
export const MOST_YEARS = 5
/** A firm that files for everybody has so many at a time, and no more. */
const MOST_AT_ONCE = 500

/** What a citizen says of whom he files for; the officer sees the document before anything is received. */
export interface Stated {
  readonly principal: Principal
  /** Of a child. */
  readonly bornOn: Day | null
  readonly document: string | null
  readonly procedures: readonly string[] | null
  /** The last day on which it holds. */
  readonly lastOn: Day | null
}

type Kept = Omit<Representation, 'id'>

/**
 * A citizen states for whom he files. An adult acts for others (Civil Code 2015, art. 138); a parent for a child until
 * it comes of age (art. 136); for anybody else by a document and for a time (art. 140). It gives filing and no sight of
 * what others have filed.
 */
export function stated(citizen: Citizen, said: Stated, on: Day): Outcome<Kept> {
  const { principal, bornOn, document, procedures, lastOn } = said
  if (citizen.bornOn === null || capacityOf(citizen.bornOn, on) !== 'full') return refuse('agent-not-of-age')
  if (principal.number !== null && principal.number === citizen.idNumber) return refuse('acts-for-oneself')
  if (citizen.actsFor.filter((one) => holdsOn(one, on)).length >= MOST_AT_ONCE)
    return refuse('too-many-principals', { most: MOST_AT_ONCE })
  const common = { principal, right: 'file', ground: 'stated', procedures, from: on } as const
  if (principal.kind === 'child') {
    if (bornOn === null || bornOn > on || ageOn(bornOn, on) >= 18) return refuse('not-a-child')
    return { ...common, until: yearsAfter(bornOn, 18) }
  }
  if (document === null) return refuse('authority-paper-needed')
  const until = untilOf(lastOn, on, null)
  return isRefusal(until) ? until : { ...common, until }
}

/** Whom a principal, or who manages an organisation, lets in. */
export interface LetIn {
  /** The representation by which the citizen manages; null for himself. */
  readonly under: string | null
  readonly agentNumber: string
  readonly right: Right
  readonly procedures: readonly string[] | null
  readonly lastOn: Day | null
}

/** A principal lets somebody in, with no more than he has himself: nobody ever needs to share a code. */
export function letIn(citizen: Citizen, given: LetIn, on: Day): Outcome<Kept> {
  const managed =
    given.under === null
      ? null
      : citizen.actsFor.find((one) => one.id === given.under && holdsOn(one, on) && isBorneOut(one))
  if (given.agentNumber === citizen.idNumber) return refuse('acts-for-oneself')
  const until = untilOf(given.lastOn, on, managed?.until ?? null)
  if (isRefusal(until)) return until
  const common = { ground: 'granted', from: on, until } as const
  if (managed === null) {
    if (!isVerified(citizen) || citizen.idNumber === null) return refuse('not-verified')
    // Over himself nobody gives the right to let others in.
    const right = RIGHTS.indexOf(given.right) > RIGHTS.indexOf('file') ? 'file' : given.right
    const principal = { kind: 'citizen', name: citizen.name, number: citizen.idNumber } as const
    return { ...common, principal, right, procedures: given.procedures }
  }
  if (managed === undefined || !gives(managed, 'manage')) return refuse('not-permitted', { action: 'let-in' })
  const procedures = within(given.procedures, managed.procedures)
  return { ...common, principal: managed.principal, right: given.right, procedures }
}

/** Who may see or end a representation: the agent, who gave it, and the principal or who manages it. */
export interface RepresentationOfSomebody {
  readonly agent: { readonly citizen: string | null; readonly number: string | null }
  readonly principal: Principal
  readonly givenBy: string | null
}

export function isConcerned(citizen: Citizen, of: RepresentationOfSomebody, on: Day): boolean {
  const isMine = (number: string | null) =>
    number !== null && isVerified(citizen) && number === citizen.idNumber
  return (
    of.agent.citizen === citizen.id ||
    isMine(of.agent.number) ||
    of.givenBy === citizen.id ||
    isMine(of.principal.number) ||
    managesOf(citizen, on).some(({ principal }) => principal.number === of.principal.number)
  )
}

/** The organisations a citizen manages on a day, as somebody other than himself says. */
export function managesOf(citizen: Citizen, on: Day): readonly Representation[] {
  return citizen.actsFor.filter(
    (one) =>
      one.principal.kind === 'organisation' && holdsOn(one, on) && isBorneOut(one) && gives(one, 'manage'),
  )
}

/** The day after the last one: in the future, not too far, and not beyond what the giver has. */
function untilOf(lastOn: Day | null, on: Day, most: Day | null): Outcome<Day> {
  const farthest = yearsAfter(on, MOST_YEARS)
  const latest = most !== null && most < farthest ? most : farthest
  if (lastOn === null || lastOn < on || lastOn >= latest)
    return refuse('authority-days', { from: on, latest: dayBefore(latest) })
  return dayAfter(lastOn)
}

function within(wanted: readonly string[] | null, whole: readonly string[] | null): readonly string[] | null {
  if (whole === null) return wanted
  return wanted === null ? whole : wanted.filter((one) => whole.includes(one))
}

const dayAfter = (day: Day) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
const dayBefore = (day: Day) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
const yearsAfter = (day: Day, years: number) => Temporal.PlainDate.from(day).add({ years }).toString()
