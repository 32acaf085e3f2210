import type { DraftRow } from '#store/result-drafts.ts'
import type { ResultHead, ResultSigner, ResultToPrint } from '#papers/result.ts'
import type { CentreBook } from '../desk.ts'

/** A version as it is printed, to be signed by this person: the version and its moment alone decide the bytes. */
export function draftPrint(
  { resultForms }: CentreBook,
  draft: DraftRow,
  signer: ResultSigner,
): ResultToPrint {
  const template = resultForms.find(({ hash }) => hash === draft.form)
  if (!template) throw new Error(`no result form ${draft.form}`)
  const { main, files } = template
  return { data: draft.data as ResultHead, template: { main, files }, signer, madeAt: draft.at }
}
