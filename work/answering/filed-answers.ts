import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import type { FilingPaper } from '#domain/filing/events.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import type { Form } from '#domain/procedure/form.ts'
import { historyOf } from '#store/dossier-events.ts'
import { fieldFormOf } from '#store/field-forms.ts'
import { holdFiling } from '#store/filings.ts'
import type { Desk } from '../desk.ts'
import { formOfVersion } from '../filing/filing-law.ts'

/** What stands in the form of a dossier that was filed online, with what was put right since. */
export interface FiledAnswers {
  readonly form: Form
  /** Hexadecimal. */
  readonly sha256: string
  readonly answers: Answers
  readonly papers: readonly FilingPaper[]
}

/** The form as it was filed, or filled in outside, and last answered; null where the dossier came on paper. */
export async function filedAnswers(
  desk: Desk,
  { code, filing, supplementsAsked = 0 }: Pick<Dossier, 'code' | 'filing' | 'supplementsAsked'>,
  history?: readonly DossierEvent[],
): Promise<FiledAnswers | null> {
  const held = filing && (await holdFiling(desk.centre, filing.id))
  const filed = held ? held.filing : await filledOutside(desk, code)
  if (!filed) return null
  const { form, content } = filed
  const happened =
    history ?? (supplementsAsked === 0 ? [] : (await historyOf(desk.centre, code)).map(({ event }) => event))
  const put = happened.flatMap((event) =>
    event.type === 'SupplementReceived' && event.answer?.form ? [event.answer.form] : [],
  )
  return {
    form: await formOfVersion(desk, form),
    sha256: form.sha256,
    answers: put.at(-1)?.after ?? content.answers,
    papers: content.papers,
  }
}

/** A form of the mobile team: the papers came with it by hand. */
async function filledOutside({ centre }: Desk, code: string) {
  const kept = await fieldFormOf(centre, code)
  if (!kept) return null
  const { key, version, sha256, answers } = kept
  return { form: { key, version, sha256 }, content: { answers, papers: [] } }
}
