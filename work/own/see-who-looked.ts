import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, type Post } from '#domain/people/may.ts'
import { accessesToAny, type AccessRow } from '#store/access-records.ts'
import { feedbackOfCitizen } from '#store/feedback.ts'
import { filingsOfCitizen } from '#store/filings.ts'
import { homeRequestsOfCitizen } from '#store/home-requests.ts'
import { bookOf } from '../centre-book.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { seeOwnDossiers } from '../reading/follow-own.ts'
import { seeStaff } from '../reading/see-staff.ts'
import { ownDossier } from './own-dossier.ts'

/** One look at what is somebody's: when, of which dossier, what for, and who. */
export interface OwnAccess {
  readonly at: Moment
  readonly code: string
  /** Says what for. */
  readonly what: string
  readonly by:
    | {
        readonly kind: 'officer'
        readonly name: string
        /** The posts the officer had that day. */
        readonly posts: readonly { readonly post: Post; readonly unitName: string }[]
      }
    | { readonly kind: 'self' | 'other-account' }
}

export interface OwnAccesses {
  readonly lines: readonly OwnAccess[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const PAGE = 50
/** Of the newest dossiers; of an older one the looks are seen from its own page. */
const MOST_DOSSIERS = 100
const MOST_OTHERS = 50

/**
 * Who has looked at what is somebody's, the latest first: officers by name and post, as the law wants whoever handles a
 * matter to be known to whose it is (Decree 224/2026/NĐ-CP, art. 15), and other accounts that may act for him.
 */
export async function seeWhoLooked(
  desk: Desk,
  asked: { readonly code: string | null; readonly after: string | null },
): Promise<Outcome<OwnAccesses>> {
  const { centre, actor } = desk
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'see-own' })
  const codes = asked.code === null ? await ownCodes(desk) : await oneCode(desk, asked.code)
  if (isRefusal(codes)) return codes
  const rows = await accessesToAny(centre, codes, { after: readCursor(asked.after), size: PAGE + 1 })
  const [book, staff] = await Promise.all([bookOf(centre), seeStaff(centre)])
  const people = new Map(staff.map((one) => [one.id, one]))
  const lines = rows.slice(0, PAGE).map((row): OwnAccess => {
    const { at, code, what, staff: officer, citizen } = row
    if (officer === null)
      return { at, code, what, by: { kind: citizen === actor.id ? 'self' : 'other-account' } }
    const person = people.get(officer)
    const on = dayOf(fromMoment(at)).toString()
    const posts = person ? appointmentsOn(person, on) : []
    const name = person?.name ?? ''
    return { at, code, what, by: { kind: 'officer', name, posts: posts.map((one) => named(book, one)) } }
  })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { lines, next: last ? `${last.at}~${last.id}` : null }
}

const named = ({ units }: CentreBook, { post, unit }: { readonly post: Post; readonly unit: string }) => {
  return { post, unitName: units.get(unit)?.name ?? unit }
}

/** Dossiers, filings and what was written to the centre. */
async function ownCodes(desk: Desk): Promise<Outcome<readonly string[]>> {
  const { centre, actor } = desk
  if (actor.kind !== 'citizen') return []
  const [dossiers, filings, feedback, visits] = await Promise.all([
    seeOwnDossiers(desk, { after: null, size: MOST_DOSSIERS }),
    filingsOfCitizen(centre, actor.id, MOST_OTHERS),
    feedbackOfCitizen(centre, actor.id, MOST_OTHERS),
    homeRequestsOfCitizen(centre, actor.id, MOST_OTHERS),
  ])
  if (isRefusal(dossiers)) return dossiers
  const all = [
    ...dossiers.lines.map(({ code }) => code),
    ...filings.map(({ filing }) => filing.code),
    ...feedback.map(({ code }) => code),
    ...visits.map(({ code }) => code),
  ]
  return [...new Set(all)]
}

async function oneCode(desk: Desk, typed: string): Promise<Outcome<readonly string[]>> {
  const held = await ownDossier(desk, typed, 'see')
  return isRefusal(held) ? held : [held.dossier.code]
}

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string | null): Pick<AccessRow, 'at' | 'id'> | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return at && id ? { at, id } : null
}
