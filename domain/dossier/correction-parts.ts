/** Whose data: of who handed it in, of whose dossier it is. */
export const PARTIES = ['applicant', 'owner'] as const
export type PartyKey = (typeof PARTIES)[number]
