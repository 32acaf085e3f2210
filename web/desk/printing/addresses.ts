import type { ListForm } from '#papers/list.ts'
import type { DossierPaper } from '#work/papers/dossier-papers.ts'

/** A paper of a dossier; with the event it is of. */
export function paperAddress(code: string, { form, sequence }: DossierPaper): string {
  return `/ban/ho-so/${code}/in/${form}${sequence === null ? '' : `?lan=${sequence}`}`
}

/** The slip of the counter that received nothing. */
export const turnedAwayPdf = (id: string) => `/ban/tiep-nhan/phieu/${id}/in`

/** What a person must bring for a procedure. */
export const guidanceAddress = (procedure: string) => `/ban/tiep-nhan/huong-dan/${procedure}`

/** What was handed over on a day. */
export const listAddress = (form: ListForm, on: string) => `${HAND_OVERS}/${form}?ngay=${on}`
export const HAND_OVERS = '/ban/ban-giao-trong-ngay' as const

export const REGISTER = '/ban/so-theo-doi' as const

/** What was printed of a dossier, on a day, and one of it once more. */
export const KEPT_PAPERS = '/ban/ho-so/:code/giay-da-in' as const
export const keptAddress = (code: string) => `/ban/ho-so/${code}/giay-da-in` as const
export const GIVEN_OUT = '/ban/giay-da-in' as const
export const paperAgain = (id: string) => `${GIVEN_OUT}/${id}`
