/** How far a notice has come. What is behind `waiting` needs nothing more done by itself. */
export const NOTICE_STATES = [
  'waiting',
  /** Taken on by who delivers it; whether it arrived is not known. */
  'sent',
  'delivered',
  /** Who delivers it says that it did not arrive. */
  'not-delivered',
  /** The address takes nothing. */
  'bounced',
  /** Nobody took it on in all that time. */
  'given-up',
  /** Tried and repeated, and never answered: it may have arrived. */
  'in-doubt',
  /** No longer so when it could go. */
  'overtaken',
  /** The receiver no longer wants it, or has no such address any more. */
  'unwanted',
] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** What ended without having reached anybody for sure, so that somebody of the centre has to see to it. */
export const UNREACHED: readonly NoticeState[] = ['not-delivered', 'bounced', 'given-up', 'in-doubt']

/** What came of an attempt to hand a notice to who delivers it. */
export type SendOutcome =
  | {
      readonly kind: 'accepted'
      /** By which its delivery is reported, where that is not the notice's own id. */
      readonly reference: string | null
    }
  /** Surely not sent: nobody there, too much at once, a fault on the other side. */
  | { readonly kind: 'not-now'; readonly why: string }
  /** The address is none, or takes nothing from us. */
  | { readonly kind: 'refused'; readonly why: string }
  /** No answer: it may have gone, or not. */
  | { readonly kind: 'unknown' }

/** A notice on its way. */
export interface Going {
  readonly state: NoticeState
  /** Attempts that ended without it being taken on. */
  readonly attempts: number
  /** Attempts of which nobody knows how they ended. */
  readonly doubts: number
  /** When it is tried next; null when it is not. */
  readonly next: Temporal.Instant | null
}

/**
 * Minutes from one attempt to the next: growing to an hour, so that what waited goes soon after a gateway is back, for
 * a day and a half, so that a day's fault of it loses nothing.
 */
const PAUSES = [1, 5, 15, 30, ...Array.from({ length: 36 }, () => 60)]

/** Tried once more after one attempt in doubt, with the same id; after the second it is left to a person. */
const MOST_DOUBTS = 2

/** What an attempt comes to. */
export function afterAttempt(going: Going, outcome: SendOutcome, at: Temporal.Instant): Going {
  switch (outcome.kind) {
    case 'accepted':
      return ended(going, 'sent')
    case 'refused':
      return ended(going, 'bounced')
    case 'not-now':
      return again(going, at)
    case 'unknown':
      return doubted(going, at)
  }
}

/** The program ended in the middle of an attempt: nobody knows how that ended. */
export function afterCut(going: Going, at: Temporal.Instant): Going {
  return doubted(going, at)
}

function doubted(going: Going, at: Temporal.Instant): Going {
  const doubts = going.doubts + 1
  return doubts < MOST_DOUBTS ? again({ ...going, doubts }, at) : ended({ ...going, doubts }, 'in-doubt')
}

function again(going: Going, at: Temporal.Instant): Going {
  const pause = PAUSES[going.attempts]
  const attempts = going.attempts + 1
  if (pause === undefined) return ended({ ...going, attempts }, 'given-up')
  return { ...going, state: 'waiting', attempts, next: at.add({ minutes: pause }) }
}

export function ended(going: Going, state: Exclude<NoticeState, 'waiting'>): Going {
  return { ...going, state, next: null }
}

/** What who delivers says became of it. */
export const DELIVERY_REPORTS = ['delivered', 'not-delivered', 'bounced'] as const
export type DeliveryReport = (typeof DELIVERY_REPORTS)[number]

/**
 * The state after a report. Reports come late, twice and in any order, and some are false: what was delivered stays so,
 * what was never tried is not believed to have arrived, and what is still being tried goes on being tried.
 */
export function afterReport(
  { state, wasTried }: { readonly state: NoticeState; readonly wasTried: boolean },
  report: DeliveryReport,
): NoticeState {
  if (!wasTried || state === 'delivered' || state === 'overtaken' || state === 'unwanted') return state
  return state === 'waiting' && report === 'not-delivered' ? state : report
}
