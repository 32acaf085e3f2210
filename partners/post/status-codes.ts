import type { Day } from '#domain/calendar/moment.ts'
import type { TrackedStatus } from '#domain/post/carrier.ts'

/** What the post's own status codes mean, from a day on. */
export interface StatusCodes {
  readonly from: Day
  readonly codes: Readonly<Record<string, TrackedStatus>>
}

/**
 * The codes as far as they are known; the interface is documented without them, so a centre sets what it was given in its
 * settings. A code that stands nowhere changes nothing.
 */
export const STATUS_CODES: readonly StatusCodes[] = [
  {
    from: '1945-09-02',
    codes: {
      '100': 'taken',
      '200': 'on-the-way',
      '300': 'attempted',
      '400': 'delivered',
      '500': 'going-back',
      '600': 'given-back',
    },
  },
]

export function statusOn(all: readonly StatusCodes[], on: Day, code: string): TrackedStatus | null {
  return all.findLast(({ from }) => from <= on)?.codes[code] ?? null
}
