import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { broughtIfBefore, lastOpening } from '#domain/calendar/paper-transfer.ts'
import { isRefusal } from '#domain/outcome.ts'
import { appointmentsOn, type Staff } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import type { PapersFilter } from '#store/papers-where.ts'
import { today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'

type OfPapers = 'papers-late' | 'sheet-open' | 'papers-missing'

export function isOfPapers(only: DossiersAsked['only']): only is OfPapers {
  return only === 'papers-late' || only === 'sheet-open' || only === 'papers-missing'
}

/** What a reminder of papers means at this moment. */
export function papersOf(
  desk: Desk & { readonly actor: Staff },
  book: CentreBook,
  { only, isMine }: { readonly only: DossiersAsked['only']; readonly isMine: boolean },
): PapersFilter | undefined {
  return papersAt(desk.now, book, { only, units: isMine ? unitsOf(desk) : null })
}

/** The same, whoever asks. */
export function papersAt(
  now: Temporal.Instant,
  book: CentreBook,
  { only, units }: { readonly only: DossiersAsked['only']; readonly units: readonly string[] | null },
): PapersFilter | undefined {
  switch (only) {
    case 'papers-late':
      return { kind: 'to-go', units, since: lateSince(book, now) }
    case 'sheet-open':
      return { kind: 'on-sheet', units, before: openingBefore(book, now) }
    case 'papers-missing':
      return { kind: 'missing', units }
    default:
      return undefined
  }
}

/** The units whose papers a person gives and takes. */
export function unitsOf(desk: Desk & { readonly actor: Staff }): string[] {
  const posts = appointmentsOn(desk.actor, today(desk))
  return [...new Set(posts.filter(({ post }) => post !== 'administrator').map(({ unit }) => unit))]
}

/** Since when papers are late, by the rule of each rule set; none is late where no rule or no calendar says so. */
function lateSince({ ruleSets, counting }: CentreBook, now: Temporal.Instant) {
  return ruleSets.flatMap(({ key, transfer }) => {
    const before = transfer && broughtIfBefore(counting, transfer, now)
    return before === null || isRefusal(before) ? [] : [{ ruleSets: [key], before: toMoment(before) }]
  })
}

function openingBefore({ counting }: CentreBook, now: Temporal.Instant): Moment {
  const opening = lastOpening(counting, now)
  return toMoment(isRefusal(opening) ? now.subtract({ hours: 24 }) : opening)
}
