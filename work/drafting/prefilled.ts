import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Prefill, ResultField, ResultValues } from '#domain/procedure/result-form.ts'
import { momentInWords } from '#papers/vietnamese.ts'
import type { AnswerLine } from '../filing/answer-lines.ts'
import { answerFor } from './answers-filed.ts'
import type { OfProcedure } from '../signing/result-data.ts'

/** What the fields hold before anybody wrote: what the dossier knows, and what was answered online by the same name. */
export function prefilled(
  fields: readonly ResultField[],
  { dossier, procedure }: OfProcedure,
  answers: readonly AnswerLine[],
): ResultValues {
  const known = factsOf(dossier, procedure.name)
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name, kind, from } = field
      const value =
        from === null
          ? answerFor(field, answers)
          : from === 'dossier.received'
            ? received(dossier, kind)
            : known[from]
      return value === null || value === '' ? [] : [[name, value] as const]
    }),
  )
}

type Known = { readonly [from in Exclude<Prefill, 'dossier.received'>]: string | null }

function factsOf({ owner, applicant, code, subject, copiesWanted }: Dossier, procedure: string): Known {
  return {
    'owner.name': owner.name,
    'owner.number': owner.idNumber,
    'owner.phone': owner.phone,
    'owner.address': owner.address,
    'applicant.name': applicant.name,
    'applicant.number': applicant.idNumber,
    'applicant.phone': applicant.phone,
    'applicant.address': applicant.address,
    'procedure.name': procedure,
    'dossier.code': code,
    'dossier.subject': subject ?? null,
    'dossier.copies': String(copiesWanted),
  }
}

function received({ receivedAt }: Dossier, kind: ResultField['kind']): string {
  return kind === 'day' ? dayOf(fromMoment(receivedAt)).toString() : momentInWords(receivedAt)
}
