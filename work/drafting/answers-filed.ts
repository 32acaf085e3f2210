import type { Dossier } from '#domain/dossier/dossier.ts'
import { addressText } from '#domain/procedure/address.ts'
import { isAddress } from '#domain/procedure/answer.ts'
import type { ResultField } from '#domain/procedure/result-form.ts'
import { filedAnswers } from '../answering/filed-answers.ts'
import type { Desk } from '../desk.ts'
import { type AnswerLine, answersInLines } from '../filing/answer-lines.ts'

/** What the citizen answered online, field by field, as it was last put right; nothing where the dossier came on paper. */
export async function answersFiled(desk: Desk, dossier: Dossier): Promise<readonly AnswerLine[]> {
  const filed = await filedAnswers(desk, dossier)
  return filed ? answersInLines(filed.form.fields, filed.answers, null) : []
}

/** The answer to the one field of the form that is called like a field of the result, as that is written; otherwise none. */
export function answerFor(field: ResultField, lines: readonly AnswerLine[]): string | null {
  const named = lines.filter(
    (one) => one.field.name === field.name && one.within.every(({ row }) => row === null),
  )
  const [only, ...more] = named
  return only && more.length === 0 ? written(field, only) : null
}

function written({ kind, choices }: ResultField, { field, answer }: AnswerLine): string | null {
  if (isAddress(answer)) return kind === 'address' || kind === 'text' ? addressText(answer) : null
  if (Array.isArray(answer) || typeof answer === 'object') return null
  const text = String(answer)
  switch (kind) {
    case 'day':
      return field.type === 'date' ? text : null
    case 'number':
    case 'money':
      return typeof answer === 'number' ? text.replace('.', ',') : null
    case 'choice':
      return choices.some(({ value }) => value === text) ? text : null
    case 'text':
    case 'lines':
    case 'person':
    case 'address':
      if (field.type === 'choice') return field.choices.find(({ value }) => value === text)?.label ?? null
      if (field.type === 'date' || field.type === 'partial-date')
        return text.split('-').toReversed().join('/')
      return typeof answer === 'boolean' ? null : text.replace(/^(\d+)\.(\d+)$/, '$1,$2')
    case 'rows':
      return null
  }
}
