import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { seeHomeVisit } from '#work/outreach/see-home-visits.ts'
import { seeSession } from '#work/outreach/see-sessions.ts'
import type { DeskVisit } from '../desk-page.ts'
import type { Typed } from '../form.ts'
import { withFields } from './typed-dossier.ts'

/** How an address names the session or the visit at home that is received in. */
const SESSION = 'dot'
const HOME_VISIT = 'tai-nha'
export type OutAsked = { readonly [name: string]: string }

export const TAKEN_OUT = ['takenOut.kind', 'takenOut.id', 'takenOut.consent', 'takenOut.witness'] as const

/** What of an address says where it is received, to be carried on; nothing at the counter. */
export function outIn({ searchParams }: URL): OutAsked {
  return Object.fromEntries(
    [SESSION, HOME_VISIT].flatMap((name) => {
      const value = searchParams.get(name)?.slice(0, 60)
      return value ? [[name, value]] : []
    }),
  )
}

export function receiveInSession(id: string): string {
  return `?${SESSION}=${id}`
}

export function receiveAtHome(code: string): string {
  return `?${HOME_VISIT}=${encodeURIComponent(code)}`
}

/** The form begun for a session or a visit at home: its channel, and who agreed how and before whom. */
export async function takenOutIn({ desk, url }: DeskVisit, begun: Typed): Promise<Outcome<Typed>> {
  const out = outIn(url)
  const session = out[SESSION]
  if (session !== undefined) {
    const seen = await seeSession(desk, session)
    if (isRefusal(seen)) return seen
    if (!seen.mayReceive) return refuse('not-held-now')
    return withFields(begun, { channel: 'mobile', 'takenOut.kind': 'session', 'takenOut.id': seen.id })
  }
  const code = out[HOME_VISIT]
  if (code === undefined) return begun
  const seen = await seeHomeVisit(desk, code)
  if (isRefusal(seen)) return seen
  const { visited } = seen.state
  if (!seen.mayReceive || !visited) return refuse('not-held-now')
  return withFields(begun, {
    channel: 'home',
    'applicant.name': seen.name,
    'applicant.phone': seen.phone ?? '',
    'applicant.address': [seen.address, seen.hamlet, seen.communeName].join(', '),
    'returnWish.way': 'home',
    'returnWish.address': [seen.address, seen.hamlet, seen.communeName].join(', '),
    'takenOut.kind': 'home-visit',
    'takenOut.id': seen.id,
    'takenOut.consent': visited.consent,
    'takenOut.witness': visited.witness ?? '',
  })
}
