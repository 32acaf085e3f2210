import type { Fault } from '../../parts/field.tsx'
import type { Typed } from '../form.ts'
import type { PageCommand } from './verbs.ts'

/** A form that was sent and could not be done: it is shown again with what was typed. */
export interface Answered {
  readonly form: PageCommand | 'note' | 'call' | 'tell'
  readonly typed: Typed
  readonly faults?: readonly Fault[] | undefined
  /** The sentence of the refusal. */
  readonly refused?: string | undefined
  /** The version it was made on, when somebody else was faster. */
  readonly madeOn?: number | undefined
}
