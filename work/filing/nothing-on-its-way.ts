import { toMoment } from '#domain/calendar/moment.ts'
import type { FilingPaper } from '#domain/filing/events.ts'
import { type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { filesBesides } from '#store/filing-files.ts'
import type { CentreInOne } from '#store/in-one.ts'
import { unfinishedOf } from '#store/uploads.ts'
import type { Desk } from '../desk.ts'

/** An upload that has not moved for so long is not waited for: the person gave it up, or the telephone is off. */
const MOVES_WITHIN = { minutes: 2 }

/** Nothing is filed while a file of it is on its way: who sends it takes it to be part of what is filed. */
export async function nothingOnItsWay({ centre, now }: Desk, draft: string): Promise<Outcome<true>> {
  const [first] = await unfinishedOf(centre, draft, toMoment(now.subtract(MOVES_WITHIN)))
  if (!first) return true
  const { name, received, size } = first
  return refuse('upload-under-way', { name, percent: Math.floor((received / size) * 100) })
}

/** A file came between the look at the draft and its filing: nothing is filed. */
export class CameMeanwhile extends Error {
  override readonly name = 'CameMeanwhile'
  readonly refusal: Refusal = refuse('upload-under-way', { name: null, percent: 100 })
}

/** Holds, inside the transaction in which a draft is filed, that it has no file that is not filed with it. */
export async function nothingBesides(
  inside: CentreInOne,
  draft: string,
  filed: readonly Pick<FilingPaper, 'files'>[],
): Promise<void> {
  const named = filed.flatMap(({ files }) => files.map(({ id }) => id))
  if ((await filesBesides(inside, draft, named)) > 0) throw new CameMeanwhile()
}
