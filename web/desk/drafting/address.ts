import { DOSSIER, dossierAddress } from '../dossier/address.ts'

const DRAFTS_AT = 'du-thao'

/** The page of the drafts of a dossier, and what hangs on it. */
export const DRAFTS = `${DOSSIER}/${DRAFTS_AT}` as const
export const COMMENTS = `${DRAFTS}/gop-y` as const
export const COMPARED = `${DRAFTS}/so-sanh` as const
export const DRAFT_PDF = `${DRAFTS}/:version/xem.pdf` as const

export const draftsAddress = (code: string) => `${dossierAddress(code)}/${DRAFTS_AT}` as const
