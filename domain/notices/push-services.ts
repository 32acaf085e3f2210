import type { Day } from '#domain/calendar/moment.ts'

/** Somebody who takes on pushes for browsers, by the host of the addresses he gives out. */
export interface PushService {
  /** A host, with its port where that is not 443; `*.` stands for any name below. */
  readonly host: string
  readonly from: Day
  /** The first day on which it no longer holds. */
  readonly until: Day | null
}

/** Whose browsers people have: Chrome and its like, Firefox, Safari, Edge; none of them says since when. */
export const HOUSE_PUSH_SERVICES: readonly PushService[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
].map((host) => ({ host, from: '2019-01-01', until: null }))

/** No service gives out longer addresses. */
export const MOST_ENDPOINT = 1000

/**
 * Whether a push may be sent to an address. Addresses come from browsers, and nobody makes this program call another
 * than a service that is known: over TLS, with nothing before the host.
 */
export function isPushEndpoint(endpoint: string, services: readonly PushService[], on: Day): boolean {
  if (endpoint.length > MOST_ENDPOINT || !URL.canParse(endpoint)) return false
  const { protocol, host, username, password } = new URL(endpoint)
  if (protocol !== 'https:' || username !== '' || password !== '') return false
  return services.some(
    (one) => one.from <= on && (one.until === null || on < one.until) && isHost(host, one.host),
  )
}

function isHost(host: string, known: string): boolean {
  if (!known.startsWith('*.')) return host === known
  return host.endsWith(known.slice(1)) && host.length > known.length - 1
}
