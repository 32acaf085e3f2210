/**
 * How often somebody may try: `most` at once, and again one every `per / most`. Kept as one moment a subject
 * (the generic cell rate algorithm), for so many subjects and no more; the one not seen for longest is forgotten.
 */
export interface RateLimit {
  /** Counts an attempt; answers null when it may go on, otherwise from when one more may. */
  take(subject: string, now: Temporal.Instant): Temporal.Instant | null
  /** The same without counting. */
  look(subject: string, now: Temporal.Instant): Temporal.Instant | null
  /** An attempt that was counted was none of those the limit is against. */
  giveBack(subject: string): void
}

interface Allowance {
  readonly most: number
  readonly perSeconds: number
  /** How many subjects are remembered. */
  readonly subjects?: number
}

/** A limit of its own; pure but for what it remembers, the clock is the caller's. */
export function rateLimit({ most, perSeconds, subjects = 20_000 }: Allowance): RateLimit {
  const interval = (perSeconds * 1000) / most
  const fullAt = new Map<string, number>()

  const waitUntil = (subject: string, now: number) => {
    const again = (fullAt.get(subject) ?? now) - interval * (most - 1)
    return again > now ? Temporal.Instant.fromEpochMilliseconds(Math.ceil(again)) : null
  }
  return {
    giveBack(subject) {
      const full = fullAt.get(subject)
      if (full !== undefined) fullAt.set(subject, full - interval)
    },
    look: (subject, { epochMilliseconds: now }) => waitUntil(subject, now),
    take(subject, { epochMilliseconds: now }) {
      const again = waitUntil(subject, now)
      const filled = Math.max(fullAt.get(subject) ?? now, now) + (again ? 0 : interval)
      fullAt.delete(subject)
      fullAt.set(subject, filled)
      const oldest = fullAt.keys().next()
      if (fullAt.size > subjects && !oldest.done) fullAt.delete(oldest.value)
      return again
    },
  }
}

/** The limits of one centre's doors; API and pages share them. */
export interface Limits {
  readonly signIns: RateLimit
  readonly lookUps: RateLimit
  /** Documents handed in to be checked: each costs the machine some work. */
  readonly checks: RateLimit
  /** Filings begun: each keeps room in the database before anybody has said who he is. */
  readonly filings: RateLimit
  /** Files handed in for filings: each is opened and looked into. */
  readonly uploads: RateLimit
  /** What one person, or one address, writes to the centre. */
  readonly feedback: RateLimit
  /** Times registered at sessions and visits asked for, by one person or from one address. */
  readonly askings: RateLimit
  /** Wrong keys for one dossier, wherever they come from. */
  readonly wrongKeys: RateLimit
  /** How often the page of one dossier's payment is looked at: each time a provider may be asked. */
  readonly payments: RateLimit
  /** Notices of payment whose signature was false; genuine ones are not counted. */
  readonly falseNotices: RateLimit
  /** Reports of delivery with a false signature; genuine ones are not counted. */
  readonly falseReports: RateLimit
  /** Unknown devices and wrong device codes; those that are known are not counted. */
  readonly strangeDevices: RateLimit
  /** What one device sends: pieces of a day's packets come one upon the other. */
  readonly devices: RateLimit
}

/** Limits as the house keeps them. */
export function limits(): Limits {
  return {
    signIns: rateLimit({ most: 10, perSeconds: 60 }),
    lookUps: rateLimit({ most: 10, perSeconds: 60 }),
    checks: rateLimit({ most: 10, perSeconds: 60 }),
    filings: rateLimit({ most: 30, perSeconds: 3600 }),
    uploads: rateLimit({ most: 300, perSeconds: 3600 }),
    feedback: rateLimit({ most: 6, perSeconds: 3600 }),
    askings: rateLimit({ most: 12, perSeconds: 3600 }),
    wrongKeys: rateLimit({ most: 30, perSeconds: 3600 }),
    payments: rateLimit({ most: 30, perSeconds: 60 }),
    falseNotices: rateLimit({ most: 30, perSeconds: 60 }),
    falseReports: rateLimit({ most: 30, perSeconds: 60 }),
    strangeDevices: rateLimit({ most: 20, perSeconds: 60 }),
    devices: rateLimit({ most: 12_000, perSeconds: 60 }),
  }
}

/**
 * Whom an address stands for: an IPv4 address itself, however it is written, and of an IPv6 address the network
 * (/64), because one household or attacker has all the addresses in it.
 */
export function subjectOf(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const groups = (part: string) => part.split(':').filter((group) => group !== '')
  const left = groups(head)
  const right = tail === undefined ? [] : groups(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
