import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Post } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { recordAccess } from '#store/access-records.ts'
import { type DossierFilter, listDossiersBy } from '#store/dossier-lists.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { filterFor, mineOf } from './asked-dossiers.ts'
import { type DossierLine, lineOf } from './dossier-line.ts'
import { cursorAt, readCursor } from './list-cursor.ts'

export interface Worklist {
  readonly lines: readonly DossierLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

export interface WorklistAsked extends DossiersAsked {
  readonly post?: Post | undefined
  readonly after?: string | undefined
}

const PAGE = 50

/** What lies with the caller and in the lists of the caller's posts, soonest due first. */
export async function seeWorklist(desk: Desk, asked: WorklistAsked): Promise<Outcome<Worklist>> {
  const { actor } = desk
  const allowed = may(actor, { kind: 'see-own-worklist' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-own-worklist' })
  const book = await bookOf(desk.centre)
  const { unit, after, ...others } = asked
  const mine = mineOf(actor, today(desk))
  const filter = {
    ...filterFor({ ...desk, actor }, book, others),
    mine: unit === undefined ? mine : { ...mine, lists: mine.lists.filter((one) => one.unit === unit) },
  }
  return listPage(desk, actor.id, book, filter, { after, what: 'see-worklist' })
}

/** A page of any list: what is read is recorded before it is given out. */
export async function listPage(
  desk: Desk,
  reader: string,
  book: CentreBook,
  filter: DossierFilter,
  { after, what }: { readonly after?: string | undefined; readonly what: string },
): Promise<Worklist> {
  const { centre } = desk
  await recordAccess(centre, { id: newId(), at: toMoment(desk.now), staff: reader, what, code: null })
  const rows = await listDossiersBy(centre, filter, {
    reader,
    after: after === undefined ? null : readCursor(after),
    size: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    lines: page.map((row) => lineOf(desk, reader, book, row)),
    next: rows.length > PAGE && last ? cursorAt(last) : null,
  }
}
