/** Something that must not be: which promise is broken, on which dossier, and what was found. */
export interface Finding {
  readonly promise:
    | 'trail-unbroken'
    | 'row-equals-events'
    | 'filing-equals-events'
    | 'parcel-equals-events'
    | 'one-holder'
    | 'due-equals-slow-calculation'
    | 'figures-equal-events'
    | 'scan-unchanged'
    | 'cash-balances'
    | 'online-money-balances'
    | 'registers-whole'
  /** Null where the finding is not about one dossier. */
  readonly code: string | null
  readonly found: string
}
