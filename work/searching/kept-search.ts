import { isId } from '#shapes/id.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { keepSearch, keptSearch } from '#store/kept-searches.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** What is searched for are names and numbers, and none of them stands in an address: a search has an id instead. */
const KEPT_MINUTES = 60

/** Keeps what was typed and gives the id it is found by again: on reloading, going back, turning to the next page. */
export async function keepTyped(desk: Desk, typed: string): Promise<Outcome<string>> {
  if (desk.actor.kind !== 'staff') return refuse('not-permitted', { action: 'search-dossiers' })
  const id = newId()
  const kept = { id, staff: desk.actor.id, at: toMoment(desk.now), typed }
  await keepSearch(desk.centre, kept, oldest(desk))
  return id
}

/** What was typed by this same person within the hour; null when it is not known any more. */
export async function keptTyped({ centre, actor, now }: Desk, handle: string): Promise<string | null> {
  if (actor.kind !== 'staff' || !isId(handle)) return null
  const kept = await keptSearch(centre, { id: handle, staff: actor.id, after: oldest({ now }) })
  return kept ?? null
}

function oldest({ now }: Pick<Desk, 'now'>): string {
  return toMoment(now.subtract({ minutes: KEPT_MINUTES }))
}
