/**
 * How often a due moment may be promised anew, by rule set. Known from memory of Decree 61/2018/NĐ-CP and its
 * amendment: one; a rule set that says otherwise gets its own line.
 */
const MOST_APOLOGIES: { readonly [ruleSet: string]: number } = {}

export function mostApologies(ruleSet: string): number {
  return MOST_APOLOGIES[ruleSet] ?? 1
}
