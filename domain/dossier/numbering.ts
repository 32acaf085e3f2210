import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { NumberResult, SealResult, VoidNumber } from './commands.ts'
import { isNumberedHere, type NumberedDocument } from './document-number.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { goOn, guard } from './handling.ts'
import type { Law } from './law.ts'

/** What has been approved gets the next number of its book and the day, before it is sealed. */
export function numberResult(dossier: Dossier, command: NumberResult, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  if (!isNumberedHere(law.procedure, dossier)) return refuse('numbered-outside')
  const { at, by, step, number } = command
  return [{ type: 'ResultNumbered', at, by, step, number }]
}

/**
 * The seal keeper seals what has been approved, under the number it has or takes now, and under no other (Decree
 * 30/2020/NĐ-CP, art. 15, 32). A number is typed only where another body gives it.
 */
export function sealResult(dossier: Dossier, command: SealResult, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, number, document, documentNumber: typed } = command
  const isOurs = isNumberedHere(law.procedure, dossier)
  if (isOurs && typed !== undefined) return refuse('number-from-the-book', { documentNumber: typed })
  const documentNumber = isOurs ? number?.written : typed
  if (documentNumber === undefined) return refuse('number-needed')
  const ahead = goOn(dossier, command, law)
  if (isRefusal(ahead)) return ahead
  const sealed = { type: 'ResultSealed', at, by, ...ahead.moved, documentNumber } as const
  return [
    ...(number && number.id !== dossier.number?.id
      ? [{ type: 'ResultNumbered', at, by, step, number } as const]
      : []),
    document ? { ...sealed, document } : sealed,
    ...ahead.besides,
  ]
}

/** A number whose paper is spoiled or not to go out stays in the book as void; the next one is another. */
export function voidNumber(dossier: Dossier, command: VoidNumber, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, reason } = command
  if (!dossier.number) return refuse('not-numbered')
  return [{ type: 'NumberVoided', at, by, step, number: dossier.number.id, reason }]
}

/** The line of a book that an event makes void; a null id is whatever number the result has. */
export interface Voided {
  readonly document: NumberedDocument
  readonly id: string | null
  readonly reason: string
}

/** What an event on a dossier makes void: the number of what is done anew, refused or not sent after all. */
export function voidedBy(before: Dossier, event: DossierEvent): Voided | null {
  const apology = before.apology?.number
  switch (event.type) {
    case 'StepSentBack':
      return { document: 'result', id: null, reason: event.comment }
    case 'RefusalProposed':
      return { document: 'result', id: null, reason: event.reason }
    case 'NumberVoided':
      return { document: 'result', id: event.number, reason: event.reason }
    case 'ApologyDropped':
      return apology ? { document: 'apology', id: apology.id, reason: event.comment } : null
    case 'DossierStopped':
      return apology ? { document: 'apology', id: apology.id, reason: event.reason } : null
    default:
      return null
  }
}
