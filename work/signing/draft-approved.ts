import type { ApproveResult } from '#domain/dossier/commands.ts'
import { draftToApprove } from '#domain/dossier/result-draft.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { resultFieldsMissing } from '#domain/procedure/result-form.ts'
import { lettersMissing } from '#papers/letters.ts'
import type { ResultToPrint } from '#papers/result.ts'
import { draftOf, type DraftRow } from '#store/result-drafts.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { draftPrint } from '../drafting/draft-print.ts'
import { newerDraft } from '../drafting/newer-draft.ts'
import { houseResult, type OfProcedure, resultFormOf, signerOf } from './result-data.ts'

/** What is approved, ready to be printed; with the version of the draft, where one was written. */
export interface ToApprove {
  readonly result: ResultToPrint
  readonly draft: DraftRow | null
}

interface Asked extends OfProcedure {
  readonly dossierId: string
  readonly command: Pick<ApproveResult, 'draft' | 'reviewed'>
}

/** What the command means, or why it cannot be approved; null where it is approved on paper without anything to print. */
export async function approvedBy(
  desk: Desk,
  approver: Staff,
  { dossierId, dossier, procedure, command }: Asked,
): Promise<Outcome<ToApprove | null>> {
  const book = await bookOf(desk.centre)
  const form = resultFormOf(book, { dossier, procedure })
  const signer = signerOf(desk, dossier, approver)
  const { draft: named = null, reviewed = null } = command
  const newest = form && (await draftOf(desk.centre, dossierId, 'newest'))
  const version = draftToApprove({
    hasForm: form !== undefined,
    newest: newest?.number ?? null,
    named,
    reviewed,
  })
  if (isRefusal(version) && version.refused === 'newer-draft' && form && newest && named !== null) {
    const values = (await draftOf(desk.centre, dossierId, named))?.values ?? {}
    return newerDraft(form.fields, newest, { named, values })
  }
  if (isRefusal(version)) return version
  if (version === null || !newest)
    return reviewed === null
      ? null
      : printable({ result: houseResult(desk, book, { dossier, procedure }, signer), draft: null })
  const missing = resultFieldsMissing(form.fields, newest.values).map(({ label }) => label)
  if (missing.length > 0) return refuse('draft-incomplete', { missing })
  return printable({ result: draftPrint(book, newest, signer), draft: newest })
}

/** A letter the font lacks would be an empty box on a signed paper: in a name of the dossier, or of who signs. */
function printable(toApprove: ToApprove): Outcome<ToApprove> {
  const { data, signer } = toApprove.result
  const letters = lettersMissing(JSON.stringify([data, signer]))
  return letters.length === 0 ? toApprove : refuse('letters-missing', { letters: letters.join(' ') })
}
