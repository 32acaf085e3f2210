import type { DeskVisit } from '../desk-page.ts'

export const DOSSIER = '/ban/ho-so/:code'

/** The page of a dossier. */
export const dossierAddress = (code: string) => `/ban/ho-so/${code}` as const

/** The code in the address of a visit. */
export const codeOf = ({ c }: Pick<DeskVisit, 'c'>) => c.req.param('code') ?? ''
