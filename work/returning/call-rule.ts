import type { Day } from '#domain/calendar/moment.ts'
import { type CallRule, HOUSE_CALLS } from '#domain/dossier/collection.ts'
import type { CentreBook } from '../desk.ts'

/** How often citizens are called on a day: by the rule set in force on it, not the one of receipt. */
export function callRuleOn({ ruleSets }: Pick<CentreBook, 'ruleSets'>, on: Day): CallRule {
  return ruleSets.findLast(({ from }) => from <= on)?.calls ?? HOUSE_CALLS
}
