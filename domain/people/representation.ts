import type { Day } from '../calendar/moment.ts'

/** Whom a citizen acts for: an organisation, another person, or the own child. */
export const PRINCIPAL_KINDS = ['organisation', 'citizen', 'child'] as const
export interface Principal {
  readonly kind: (typeof PRINCIPAL_KINDS)[number]
  readonly name: string
  /** Tax code or personal identity number; null for a child that has none yet. */
  readonly number: string | null
}

/**
 * Who says that a citizen may act: the citizen alone, with a document the officer looks at; the national identity, which
 * names the person with the organisation; or the principal, or who manages the organisation, here in the house.
 */
export const GROUNDS = ['stated', 'national', 'granted'] as const
export type Ground = (typeof GROUNDS)[number]

/** What a representative may do, each including those before it: look, file and answer, let others in. */
export const RIGHTS = ['see', 'file', 'manage'] as const
export type Right = (typeof RIGHTS)[number]

/** A citizen acts for somebody, within a scope and for a time. */
export interface Representation {
  readonly id: string
  readonly principal: Principal
  readonly right: Right
  readonly ground: Ground
  /** Keys of the procedures it is for; null for all. */
  readonly procedures: readonly string[] | null
  readonly from: Day
  /** First day on which it no longer holds; null while open-ended. */
  readonly until: Day | null
}

type Dated = Pick<Representation, 'from' | 'until'>

export function holdsOn({ from, until }: Dated, on: Day): boolean {
  return from <= on && (until === null || on < until)
}

export function covers({ procedures }: Pick<Representation, 'procedures'>, procedure: string): boolean {
  return procedures === null || procedures.includes(procedure)
}

/** Whether a representation gives a right, which includes the lesser ones. */
export function gives({ right }: Pick<Representation, 'right'>, wanted: Right): boolean {
  return RIGHTS.indexOf(right) >= RIGHTS.indexOf(wanted)
}

/** What the citizen alone says opens nothing that others have filed. */
export function isBorneOut({ ground }: Pick<Representation, 'ground'>): boolean {
  return ground !== 'stated'
}
