import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { ComponentToDigitise, CopyToCertify } from '#shapes/scans.ts'
import { certifyCopy } from '#work/digitising/certify-copy.ts'
import { digitise } from '#work/digitising/digitise.ts'
import { MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import type { Page } from '../../page.tsx'
import { codeOf, DOSSIER, dossierAddress } from '../dossier/address.ts'
import { showDossier } from '../dossier/dossier-page.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, refusalText } from '../form.ts'
import { SCANS_AT, shownAddress } from './addresses.ts'
import type { ScansAnswered } from './scans.tsx'

/** The form's own overhead beside the files. */
const FORM_BYTES = 256 * 1024

/** Pages of a paper become one copy. */
const digitisePage: DeskPage = {
  path: `${DOSSIER}/${SCANS_AT}/so-hoa`,
  action: 'digitise',
  mostBytes: MOST_UPLOAD_BYTES + FORM_BYTES,
  get: async (visit) => seeOther(dossierAddress(codeOf(visit))),
  async post(visit, typed) {
    const { 'digitise-component': component = [], ...fields } = typed.fields
    const again = {
      form: 'digitise',
      component: component[0] ?? '',
      pages: first(typed, 'declaredPages'),
    } as const
    if (typed.files.length === 0) {
      const faults = [{ field: 'digitise-files', text: visit.words.desk.digitising.noFile }]
      return showDossier(visit, undefined, 422, { ...again, faults })
    }
    const given = readForm({ fields: { ...fields, component }, files: [] }, ComponentToDigitise, visit.words)
    if (given.faults) return showDossier(visit, undefined, 422, { ...again, faults: given.faults })
    const files = await Promise.all(
      typed.files.map(async ({ file }) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    )
    const outcome = await digitise(visit.desk, codeOf(visit), given.value, files)
    return answer(visit, outcome, given.value.id, again)
  },
}

/** A copy is compared with the original and certified. */
const certifyPage: DeskPage = {
  path: `${DOSSIER}/${SCANS_AT}/chung-nhan`,
  action: 'digitise',
  get: async (visit) => seeOther(dossierAddress(codeOf(visit))),
  async post(visit, typed) {
    const again = { form: 'certify', scan: first(typed, 'scan') } as const
    const { isCompared, ...fields } = typed.fields
    if (isCompared?.[0] !== 'true') {
      const faults = [{ field: 'isCompared', text: visit.words.desk.digitising.notCompared }]
      return showDossier(visit, undefined, 422, { ...again, faults })
    }
    const given = readForm({ fields, files: [] }, CopyToCertify, visit.words)
    if (given.faults) return showDossier(visit, undefined, 422, { ...again, faults: given.faults })
    const outcome = await certifyCopy(visit.desk, codeOf(visit), given.value)
    return answer(visit, outcome, given.value.scan, again)
  },
}

async function answer(
  visit: DeskVisit,
  outcome: Outcome<true>,
  scan: string,
  again: ScansAnswered,
): Promise<Page | Response> {
  if (!isRefusal(outcome)) return seeOther(shownAddress(codeOf(visit), scan))
  const refused = refusalText(visit.words, outcome)
  return showDossier(visit, undefined, 409, { ...again, refused })
}

export const COPY_PAGES: readonly DeskPage[] = [digitisePage, certifyPage]
