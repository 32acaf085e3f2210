import { type PlaceWithBefore, placesWithBefore } from '#domain/procedure/place-now.ts'
import { centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The communes of the centre's catalogue as they stand today, each with what it was before. */
export async function seeTerritory(desk: Desk): Promise<readonly PlaceWithBefore[]> {
  const { places } = await centreLawOf(desk.centre)
  return placesWithBefore(places, 'commune', today(desk))
}
