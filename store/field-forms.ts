import type { Answers } from '#domain/procedure/answer.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { Centre } from './database.ts'

/** A form that was filled in on a device of the mobile team. */
export interface FieldFormKept {
  readonly key: string
  readonly version: number
  /** Of form and answers together, hexadecimal. */
  readonly sha256: string
  /** As it was typed, right or wrong. */
  readonly typed: TypedAnswers
  readonly answers: Answers
}

/** Keeps the form of a dossier with its receipt. */
export async function keepFieldForm(
  { db }: Pick<Centre, 'db'>,
  dossier: string,
  { key, version, sha256, typed, answers }: FieldFormKept,
): Promise<void> {
  await db
    .insertInto('field_form')
    .values({
      dossier_id: dossier,
      form_key: key,
      form_version: version,
      sha256,
      typed: JSON.stringify(typed),
      answers: JSON.stringify(answers),
    })
    .execute()
}

/** The form that was filled in with a dossier outside, by the dossier's code. */
export async function fieldFormOf({ db }: Centre, code: string): Promise<FieldFormKept | undefined> {
  return db
    .selectFrom('field_form as f')
    .innerJoin('dossier as d', 'd.id', 'f.dossier_id')
    .select(['f.form_key as key', 'f.form_version as version', 'f.sha256', 'f.typed', 'f.answers'])
    .where('d.code', '=', code)
    .executeTakeFirst()
}
