import { RESULT_COMPONENT } from '#domain/digitising/copy-status.ts'
import { findingsOf } from '#domain/digitising/page-quality.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { caseOf } from '#domain/procedure/procedure.ts'
import { makeCopy } from '#papers/digitising/make-copy.ts'
import type { ComponentToDigitise } from '#shapes/scans.ts'
import type { Centre } from '#store/database.ts'
import { keepCopy, type Original, originalsOf } from '#store/copies.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { allUploaded, refusedFile, type SentFile } from '../scanning/readable-files.ts'
import { dossierToDigitise } from './dossier-to-digitise.ts'

/**
 * Makes one PDF/A of the pages of a paper and puts it beside the dossier, to be compared with the original and
 * certified. What was sent is known by its hashes afterwards. The same id with the same files again is the same copy.
 */
export async function digitise(
  desk: Desk,
  code: string,
  given: ComponentToDigitise,
  sent: readonly SentFile[],
): Promise<Outcome<true>> {
  const found = await dossierToDigitise(desk, code)
  if (isRefusal(found)) return found
  const { held, actor } = found
  const { centre } = desk
  const { id, component, declaredPages } = given
  const title = await nameOf(centre, held.dossier, component)
  if (isRefusal(title)) return title
  const files = allUploaded(sent, given.turns)
  if (isRefusal(files)) return files
  const originals = files.map(({ name, mediaType, bytes }) => {
    return { name, mediaType, size: bytes.length, sha256: seal(bytes) }
  })
  const before = await originalsOf(centre, id)
  if (before)
    return before.dossier === held.id && before.component === component && isSame(before.originals, originals)
      ? true
      : refuse('command-id-reused', { id })
  const at = toMoment(desk.now)
  const office = (await bookOf(centre)).units.get(held.dossier.placeOfReceipt)?.name ?? ''
  const made = await makeCopy(files, { title, office, madeAt: at })
  if (made.fault !== undefined) return refusedFile(made)
  const sha256 = seal(made.pdf)
  const scan = { id, dossier: held.id, component, name: `${title.slice(0, 190)}.pdf`, staff: actor.id, at }
  const stands = await keepCopy(
    centre,
    { ...scan, mediaType: 'application/pdf', size: made.pdf.length, sha256, bytes: made.pdf },
    {
      pages: made.pages.length,
      declaredPages,
      originals,
      findings: findingsOf(made.pages, declaredPages),
    },
  )
  if (!stands.isNew && (stands.dossier !== held.id || stands.sha256 !== sha256))
    return refuse('command-id-reused', { id })
  announceChange(centre, code, [])
  return true
}

/** What the paper is called: a paper of the case, or the result the dossier ends with. */
async function nameOf(centre: Centre, dossier: Dossier, component: string): Promise<Outcome<string>> {
  const { procedure } = lawFor(dossier, await bookOf(centre))
  if (component === RESULT_COMPONENT) return procedure.result
  const chosen = caseOf(procedure, dossier.case)
  if (isRefusal(chosen)) return chosen
  const paper = chosen.components.find(({ key }) => key === component)
  return paper?.name ?? refuse('no-such-component', { component })
}

function isSame(before: readonly Original[], now: readonly Original[]): boolean {
  return before.length === now.length && before.every(({ sha256 }, place) => sha256 === now[place]?.sha256)
}
