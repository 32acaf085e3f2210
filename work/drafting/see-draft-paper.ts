import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { draftPrinted } from '#papers/print-apart.ts'
import { NOBODY } from '#papers/result.ts'
import type { Desk } from '../desk.ts'
import { draftPrint } from './draft-print.ts'
import { draftsAt } from './see-drafts.ts'

/** A version as a page to look at, marked as a draft; it is not kept, and nothing can be signed by it. */
export async function seeDraftPaper(desk: Desk, code: string, version: number): Promise<Outcome<Uint8Array>> {
  const at = await draftsAt(desk, code, 'see-paper')
  if (isRefusal(at)) return at
  const draft = at.drafts.find(({ number }) => number === version)
  return draft ? draftPrinted(draftPrint(at.book, draft, NOBODY)) : refuse('no-such-draft', { version })
}
