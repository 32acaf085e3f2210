import type { Moment } from '#domain/calendar/moment.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { IntakeDraft, SignedHow } from '../intake/intake-draft.ts'

/** What is written down on one screen, a result handed out or a visit, as it was typed; left and gone on with like an intake. */
export interface Written {
  /** Of the packet it becomes, and of the command in it: finished twice, it has one effect. */
  readonly id: string
  readonly begunAt: Moment
  readonly kind: 'hand-back' | 'contact'
  /** Of the result, the code of its dossier; of a visit, the id of the request. */
  readonly about: string
  readonly typed: TypedAnswers
  readonly signed: SignedHow | null
}

/** Whether a draft is of something written down on one screen. */
export function isWritten(draft: IntakeDraft | Written): draft is Written {
  return 'about' in draft
}

/** Whether a draft is of a dossier that is being taken in. */
export function isIntake(draft: IntakeDraft | Written): draft is IntakeDraft {
  return !isWritten(draft)
}
