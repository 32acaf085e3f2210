import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Part } from '#domain/dossier/parts.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { type AfterPart, countParts, listParts, type PartList, type PartRow } from '#store/dossier-parts.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { partMinutesLeft } from '../reading/see-dossier.ts'

/** A part of a dossier that lies with the caller's unit. */
export interface PartLine extends Pick<Part, 'key' | 'name' | 'body' | 'since' | 'due' | 'isDueProvisional'> {
  readonly code: string
  readonly procedureName: string
  /** The unit that leads the dossier. */
  readonly leaderName: string
  readonly ownerName: string
  /** Working minutes to the part's own due moment, negative when late; null without one. */
  readonly minutesLeft: number | null
}

export interface SeenParts {
  readonly lines: readonly PartLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const PAGE = 50

/** The lists of a person's posts; who heads a unit sees all that lies with it. */
function listsOf(staff: Staff, on: string): PartList[] {
  return appointmentsOn(staff, on).map(({ unit, post }) => ({ unit, post: post === 'head' ? null : post }))
}

/** What other agencies' dossiers ask of the caller's posts, soonest due first. */
export async function seeParts(
  desk: Desk,
  asked: { readonly after?: string | undefined },
): Promise<Outcome<SeenParts>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'see-own-worklist' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-own-worklist' })
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-parts', code: null })
  const book = await bookOf(centre)
  const after = asked.after === undefined ? null : readCursor(asked.after)
  const rows = await listParts(centre, listsOf(actor, today(desk)), { after, size: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    lines: page.flatMap((row) => lineOf(desk, book, row)),
    next: rows.length > PAGE && last ? cursorAt(last) : null,
  }
}

/** How many of them there are; a number alone. */
export async function countOwnParts(desk: Desk): Promise<number> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return 0
  const lists = listsOf(actor, today(desk))
  return lists.length === 0 ? 0 : countParts(centre, lists)
}

function lineOf(desk: Desk, book: CentreBook, { state: dossier, part: key }: PartRow): PartLine[] {
  const part = dossier.parts?.find((one) => one.key === key)
  if (!part) return []
  const { name, body, since, due, isDueProvisional } = part
  return [
    {
      key,
      name,
      body,
      since,
      due,
      isDueProvisional,
      code: dossier.code,
      procedureName: lawFor(dossier, book).procedure.name,
      leaderName: book.units.get(dossier.unit)?.name ?? dossier.unit,
      ownerName: dossier.owner.name,
      minutesLeft: partMinutesLeft(desk, part, book),
    },
  ]
}

/** Where a page ended: the due moment in milliseconds, the dossier, the part. */
export const PART_CURSOR =
  /^(infinity|\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([a-z0-9.-]{1,100})$/

function cursorAt({ due_order: due, dossier_id: id, part }: AfterPart): string {
  return `${due === 'infinity' ? due : fromMoment(due).epochMilliseconds}~${id}~${part}`
}

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string): AfterPart | null {
  const [, due, id, part] = PART_CURSOR.exec(cursor) ?? []
  if (due === undefined || id === undefined || part === undefined) return null
  const moment: Moment =
    due === 'infinity' ? due : toMoment(Temporal.Instant.fromEpochMilliseconds(Number(due)))
  return { due_order: moment, dossier_id: id, part }
}
