/**
 * Whether work waits while a fee that is due is unpaid, by rule set. Known from memory: under the rule sets of before it
 * does not, and only the return is held up; a rule set that says otherwise gets its own line.
 */
const HOLDS_UP: { readonly [ruleSet: string]: boolean } = {}

export function unpaidHoldsUp(ruleSet: string): boolean {
  return HOLDS_UP[ruleSet] ?? false
}
