import type { Moment } from '#domain/calendar/moment.ts'
import { type TypedAnswers, typedText } from '#domain/procedure/read-answer.ts'
import type { IntakeStep } from './intake-steps.ts'

/** A picture of a paper, kept beside the draft under its id. */
export interface Photo {
  readonly id: string
  /** The paper of the case it shows; null where it shows none of them. */
  readonly component: string | null
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

/** How somebody agreed: the line drawn on the glass, or the picture of a fingerprint, kept beside the draft. */
export interface SignedHow {
  readonly what: 'signature' | 'fingerprint'
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** A dossier that is being taken in outside: everything as it was typed, right or wrong, so that it can be left and gone on with. */
export interface IntakeDraft {
  /** Of the packet it becomes, and of the command in it: finished twice, it has one effect. */
  readonly id: string
  readonly begunAt: Moment
  readonly step: IntakeStep
  /** The page of the form that is open; null at its first. */
  readonly page: string | null
  readonly typed: TypedAnswers
  readonly photos: readonly Photo[]
  readonly signed: SignedHow | null
}

/** What was typed into a box; empty where nothing was. */
export function typedAt({ typed }: Pick<IntakeDraft, 'typed'>, box: string): string {
  return typedText(typed, box)
}

/** The draft with some boxes filled in. */
export function withBoxes(draft: IntakeDraft, boxes: TypedAnswers): IntakeDraft {
  return { ...draft, typed: { ...draft.typed, ...boxes } }
}

/** What is known of somebody before they come to the table: they registered for a time. */
export interface Registered {
  readonly name: string
  readonly phone: string | null
  readonly procedure: string | null
}

/** A draft begun, with what is known of who stands at the table. */
export function begunDraft(
  { id, begunAt }: Pick<IntakeDraft, 'id' | 'begunAt'>,
  known: Partial<Registered> & { readonly address?: string | null } = {},
): IntakeDraft {
  const boxes = {
    'applicant.kind': 'citizen',
    'owner.kind': 'citizen',
    copiesWanted: '1',
    'returnWish.way': 'counter',
    ...(known.procedure && { procedure: known.procedure }),
    ...(known.name && { 'applicant.name': known.name }),
    ...(known.phone && { 'applicant.phone': known.phone }),
    ...(known.address && { 'applicant.address': known.address }),
  }
  const step = known.procedure ? 'person' : 'procedure'
  return { id, begunAt, step, page: null, typed: boxes, photos: [], signed: null }
}
