import { isRefusal } from '#domain/outcome.ts'
import { ScanToAttach, ScanToStrike } from '#shapes/scans.ts'
import { derivedId } from '#work/derived-id.ts'
import { attachScan } from '#work/scanning/attach-scan.ts'
import { MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import { seeScan } from '#work/scanning/see-scans.ts'
import { strikeScan } from '#work/scanning/strike-scan.ts'
import type { Page } from '../../page.tsx'
import { codeOf, DOSSIER, dossierAddress } from '../dossier/address.ts'
import { showDossier } from '../dossier/dossier-page.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { SCANS_AT } from './addresses.ts'
import { contentAnswer } from './content-answer.ts'

/** Scans are put beside a dossier, several at once, and struck out again. */
const formsPage: DeskPage = {
  path: `${DOSSIER}/${SCANS_AT}`,
  action: 'write-note',
  mostBytes: MOST_UPLOAD_BYTES,
  get: async (visit) => seeOther(dossierAddress(codeOf(visit))),
  post: (visit, typed) => (first(typed, 'lam') === 'bo' ? strike(visit, typed) : attach(visit, typed)),
}

async function attach(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const code = codeOf(visit)
  if (typed.files.length === 0) {
    const faults = [{ field: 'files', text: visit.words.desk.scans.noFile }]
    return showDossier(visit, undefined, 422, { faults })
  }
  const refusals: string[] = []
  for (const [place, { file }] of typed.files.entries()) {
    const given = ScanToAttach.safeParse({
      id: derivedId(first(typed, 'id'), code, place, file.name),
      name: file.name,
      component: first(typed, 'component') || null,
    })
    const outcome = given.success
      ? await attachScan(visit.desk, code, given.data, new Uint8Array(await file.arrayBuffer()))
      : ({ refused: 'scan-of-no-kind', facts: { name: '' } } as const)
    if (isRefusal(outcome)) refusals.push(refusalText(visit.words, outcome))
  }
  if (refusals.length === 0) return seeOther(`${dossierAddress(code)}#${SCANS_AT}`)
  return showDossier(visit, undefined, 409, { refused: refusals.join(' ') })
}

async function strike(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const code = codeOf(visit)
  const given = ScanToStrike.safeParse({ scan: first(typed, 'scan'), reason: first(typed, 'strike.reason') })
  if (!given.success) {
    const faults = [{ field: 'strike.reason', text: visit.words.desk.scans.noReason }]
    return showDossier(visit, undefined, 422, { faults, scan: first(typed, 'scan') })
  }
  const outcome = await strikeScan(visit.desk, code, given.data)
  if (isRefusal(outcome)) return refusedPage(visit, outcome)
  return seeOther(`${dossierAddress(code)}#${SCANS_AT}`)
}

/** The content of a scan, as the safe type it was sniffed to be; it may do nothing in the browser. */
const contentPage: DeskPage = {
  path: `${DOSSIER}/${SCANS_AT}/:scan`,
  action: 'see-dossier',
  async get(visit) {
    const id = visit.c.req.param('scan') ?? ''
    const isId = ScanToStrike.shape.scan.safeParse(id).success
    const found = isId
      ? await seeScan(visit.desk, codeOf(visit), id)
      : ({ refused: 'no-such-scan', facts: {} } as const)
    if (isRefusal(found)) return refusedPage(visit, found)
    return contentAnswer(found)
  },
}

export const SCAN_PAGES: readonly DeskPage[] = [formsPage, contentPage]
