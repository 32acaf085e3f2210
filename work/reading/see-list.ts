import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { countDossiers } from '#store/dossier-lists.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { filterFor } from './asked-dossiers.ts'
import { listPage, type Worklist } from './see-worklist.ts'

/** Nobody goes through more; counting millions would keep the others waiting. */
const MOST_COUNTED = 10_000

export interface SeenList extends Worklist {
  /** All that the filter means, of what the caller may see; of very many only that there are more. */
  readonly count: number
  readonly isMore: boolean
}

/** Any dossiers the caller may see, by filter, soonest due first; the count goes by the same predicate. */
export async function seeList(
  desk: Desk,
  asked: DossiersAsked & { readonly after?: string | undefined },
): Promise<Outcome<SeenList>> {
  const { actor, centre } = desk
  const allowed = may(actor, { kind: 'search-dossiers' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'search-dossiers' })
  const book = await bookOf(centre)
  const filter = filterFor({ ...desk, actor }, book, asked)
  const [page, count] = await Promise.all([
    listPage(desk, actor.id, book, filter, { after: asked.after, what: 'see-list' }),
    countDossiers(centre, filter, MOST_COUNTED),
  ])
  return { ...page, count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED }
}
