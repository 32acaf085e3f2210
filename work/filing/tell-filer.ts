import type { FilingEvent } from '#domain/filing/events.ts'
import type { Filing } from '#domain/filing/filing.ts'
import { toldOfFiling } from '#domain/notices/told-otherwise.ts'
import type { CentreInOne } from '#store/in-one.ts'
import { addTelling } from '#store/outbox.ts'
import { tells } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Puts down what whoever filed is told of an event, in its transaction, where the centre tells anybody anything. */
export async function tellFiler(
  desk: Pick<Desk, 'notices'>,
  inside: Pick<CentreInOne, 'db'>,
  { event, filing }: { readonly event: FilingEvent; readonly filing: Filing },
): Promise<void> {
  const told = tells(desk) ? toldOfFiling(event, filing) : null
  if (told)
    await addTelling(inside, {
      about: 'filing',
      code: filing.code,
      cause: `event ${filing.version}`,
      ...told,
    })
}
