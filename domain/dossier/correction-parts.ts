/** Whose data: of who handed it in, of whose dossier it is. */
export const PARTIES = ['applicant', 'owner'] as const
export type PartyKey = (typeof PARTIES)[number]

/** Why a hand-back was none: the result was given to the wrong person, or another dossier's was, or nothing was. */
export const HAND_BACK_MISTAKES = ['wrong-person', 'wrong-dossier', 'not-taken'] as const
export type HandBackMistake = (typeof HAND_BACK_MISTAKES)[number]
