import type { ApproveResult } from '#domain/dossier/commands.ts'
import { draftToApprove } from '#domain/dossier/result-draft.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { resultFieldsMissing } from '#domain/procedure/result-form.ts'
import { lettersMissing } from '#papers/letters.ts'
import type { ResultToPrint } from '#papers/result.ts'
import { draftOf, newestDraft } from '#store/result-drafts.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { draftPrint } from '../drafting/draft-print.ts'
import { newerDraft } from '../drafting/newer-draft.ts'
import { houseResult, type OfProcedure, resultFormOf, signerOf } from './result-data.ts'

interface Asked extends OfProcedure {
  readonly dossierId: string
  /** The newest draft when the dossier was read; null while there is none. */
  readonly drafted: number | null
  readonly command: Pick<ApproveResult, 'draft' | 'reviewed'>
}

/** What is approved, ready to be printed, or why it cannot be; null where it is approved on paper without anything to print. */
export async function approvedBy(
  desk: Desk,
  approver: Staff,
  { dossierId, drafted, dossier, procedure, command }: Asked,
): Promise<Outcome<ResultToPrint | null>> {
  const book = await bookOf(desk.centre)
  const form = resultFormOf(book, { dossier, procedure })
  const signer = signerOf(desk, dossier, approver)
  const { draft: named = null, reviewed = null } = command
  const newest = form && drafted !== null && (await newestDraft(desk.centre, dossierId))
  const version = draftToApprove({
    hasForm: form !== undefined,
    newest: newest ? newest.number : null,
    named,
    reviewed,
  })
  if (isRefusal(version) && version.refused === 'newer-draft' && form && newest && named !== null) {
    const values = (await draftOf(desk.centre, dossierId, named))?.values ?? {}
    return newerDraft(form.fields, newest, { named, values })
  }
  if (isRefusal(version)) return version
  if (version === null || !newest)
    return reviewed === null ? null : printable(houseResult(desk, book, { dossier, procedure }, signer))
  const missing = resultFieldsMissing(form.fields, newest.values).map(({ label }) => label)
  if (missing.length > 0) return refuse('draft-incomplete', { missing })
  return printable(draftPrint(book, newest, signer))
}

/** A letter the font lacks would be an empty box on a signed paper: in a name of the dossier, or of who signs. */
function printable(result: ResultToPrint): Outcome<ResultToPrint> {
  const { data, signer } = result
  const letters = lettersMissing(JSON.stringify([data, signer]))
  return letters.length === 0 ? result : refuse('letters-missing', { letters: letters.join(' ') })
}
