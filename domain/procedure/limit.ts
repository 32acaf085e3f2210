/**
 * The time the law gives. `civil-days` (pattern A): whole working days after the day of receipt, due at closing of
 * the last. `working-hours` (pattern B): opening minutes accumulated from the moment of receipt; half days are
 * hours too. `calendar-days` count every day and move on to the next working day's closing. `same-day` is due at
 * closing, or at closing of the next working day after the cut-off. `immediate` is finished at the counter.
 * `not-set` has no due moment and is never late.
 */
export type Limit =
  | { readonly kind: 'civil-days'; readonly days: number }
  | { readonly kind: 'working-hours'; readonly minutes: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
  | { readonly kind: 'same-day'; readonly cutOffMinute: number }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'not-set' }

export type LimitKind = Limit['kind']
