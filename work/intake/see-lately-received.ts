import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { latelyReceivedBy } from '#store/known-people.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { allEntriesOn } from '../reading/catalogue-index.ts'
import { placesOfReceipt } from './places-of-receipt.ts'

/** A procedure to choose. */
export interface ProcedureToChoose {
  readonly key: string
  readonly name: string
  readonly field: string
  readonly unitName: string
}

const MOST = 5

/** The procedures in force that the person at a desk received last, the latest first, each once. */
export async function seeLatelyReceived(desk: Desk): Promise<Outcome<readonly ProcedureToChoose[]>> {
  const places = placesOfReceipt(desk)
  if (isRefusal(places)) return places
  const [book, keys] = await Promise.all([
    bookOf(desk.centre),
    latelyReceivedBy(desk.centre, places.actor.id),
  ])
  const entries = allEntriesOn(book, today(desk))
  const inForce = new Map(entries.map((one) => [one.procedure.key, one]))
  return [...new Set(keys)]
    .flatMap((key) => inForce.get(key) ?? [])
    .slice(0, MOST)
    .map(({ procedure: { key, name, field }, unitName }) => ({ key, name, field, unitName }))
}
