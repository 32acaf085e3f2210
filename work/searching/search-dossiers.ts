import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { type Asked, type Needle, rankOf, readAsked } from '#domain/dossier/asked.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, sightOf, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import type { Centre } from '#store/database.ts'
import { ageSearch, findDossiers } from '#store/search.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { minutesLeft } from '../reading/see-dossier.ts'

export interface FoundDossier {
  readonly code: string
  readonly procedureName: string
  readonly owner: FoundPerson
  /** Null when the applicant is the owner. */
  readonly applicant: FoundPerson | null
  readonly stage: Dossier['stage']
  readonly waitsFor: WaitsFor | null
  readonly holderUnitName: string | null
  readonly receivedAt: Moment
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
  readonly minutesLeft: number | null
  readonly timeliness: Timeliness | null
}

export interface FoundPerson {
  readonly name: string
  readonly idNumber: string | null
  readonly phone: string | null
}

export interface FoundDossiers {
  readonly asked: Asked
  readonly lines: readonly FoundDossier[]
  /** More answer than are shown: what was typed should be narrowed. */
  readonly hasMore: boolean
}

export interface SearchAsked {
  readonly typed: string
  /** Settled dossiers of more than 90 days ago too. */
  readonly withOlder: boolean
  readonly most: number
}

export const MOST_FOUND = 50
const RECENT_HOURS = 90 * 24

/** What is settled and old is put behind what is searched first; done every night. */
export async function ageSearched(centre: Centre, now: Temporal.Instant): Promise<void> {
  await ageSearch(centre, toMoment(now.subtract({ hours: RECENT_HOURS })))
}

/**
 * Searches by code, name, phone or identity number among the dossiers the person may see: those in progress and those
 * of the last 90 days, open ones first. Every search is recorded.
 */
export async function searchDossiers(
  desk: Desk,
  { typed, withOlder, most }: SearchAsked,
): Promise<Outcome<FoundDossiers>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'search-dossiers' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'search-dossiers' })
  const asked = readAsked(typed)
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'search-dossiers', code: asked.code })
  const since = withOlder ? null : toMoment(now.subtract({ hours: RECENT_HOURS }))
  const found = await find(desk, actor, asked, since, most + 1)
  const book = await bookOf(centre)
  return {
    asked,
    lines: inOrder(asked, found.slice(0, most)).map((dossier) => lineOf(desk, dossier, book)),
    hasMore: found.length > most,
  }
}

/** The store narrows by the same rule; each dossier is asked for all the same before it is shown. */
async function find(desk: Desk, actor: Staff, asked: Asked, since: Moment | null, size: number) {
  const { centre } = desk
  const on = today(desk)
  const { code, needles } = asked
  const held = await heldByCode(desk, code === null ? codesEnding(await bookOf(centre), needles) : [code])
  const found =
    held.length > 0
      ? held
      : needles.length === 0
        ? []
        : await findDossiers(centre, { needles, sight: sightOf(actor, on), since, size })
  return found.filter((dossier) => may(actor, { kind: 'see-dossier', dossier }, on) === true)
}

async function heldByCode({ centre }: Desk, codes: readonly string[]): Promise<readonly Dossier[]> {
  const held = await Promise.all(codes.map((code) => holdDossier(centre, code)))
  return held.flatMap((one) => (one ? [one.dossier] : []))
}

/** The whole codes that end with what was typed: what they begin with is known from the rule sets. */
function codesEnding({ ruleSets }: CentreBook, needles: readonly Needle[]): string[] {
  const [only, ...more] = needles
  if (only?.kind !== 'code-end' || more.length > 0) return []
  const end = only.text.replace(' ', '-')
  return [...new Set(ruleSets.map(({ codeIdentifier }) => `${codeIdentifier}-${end}`))]
}

/** What answers best first, open before settled; otherwise the latest first, as they came. */
function inOrder(asked: Asked, found: readonly Dossier[]): readonly Dossier[] {
  const ranked = found.map((dossier) => {
    const { code, owner, applicant } = dossier
    const numbers = [owner.idNumber, owner.phone, applicant.idNumber, applicant.phone]
    return { dossier, rank: rankOf(asked, { code, numbers }), isSettled: Number(dossier.holder === null) }
  })
  return ranked.toSorted((a, b) => a.rank - b.rank || a.isSettled - b.isSettled).map(({ dossier }) => dossier)
}

function lineOf(desk: Desk, dossier: Dossier, book: CentreBook): FoundDossier {
  const { code, owner, applicant, stage, holder, receivedAt, lawfulDue, isDueProvisional } = dossier
  const person = ({ name, idNumber, phone }: FoundPerson) => ({ name, idNumber, phone })
  const isSame = owner.name === applicant.name && owner.idNumber === applicant.idNumber
  return {
    code,
    procedureName: lawFor(dossier, book).procedure.name,
    owner: person(owner),
    applicant: isSame ? null : person(applicant),
    stage,
    waitsFor: waitsFor(dossier),
    holderUnitName: holder && (book.units.get(holder.unit)?.name ?? holder.unit),
    receivedAt,
    lawfulDue,
    isDueProvisional,
    minutesLeft: minutesLeft(desk, dossier, book),
    timeliness: 'timeliness' in dossier ? dossier.timeliness : null,
  }
}
