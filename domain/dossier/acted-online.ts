/** Who did something with a dossier online. */
export interface ActedOnline {
  /** The own account, perhaps for somebody; null where code, key and identity number let the person in. */
  readonly account: string | null
  readonly representation: string | null
}
