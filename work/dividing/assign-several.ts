import { refuse } from '#domain/outcome.ts'
import type { Post } from '#domain/people/may.ts'
import { spread } from '#domain/people/spread.ts'
import type { Chosen } from '#shapes/chosen-dossiers.ts'
import { type Changed, changeDossier, today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { oneByOne, type OneDone } from '../one-by-one.ts'
import { takersOf } from './takers-of.ts'

export interface WorkForSomebody {
  /** Of the form; the id of each command stems from it. */
  readonly id: string
  readonly work: readonly (Chosen & { readonly unit: string; readonly post: Post })[]
  /** A person, or evenly to all of the post who are not away. */
  readonly to: string
  readonly note: string | null
  /** Whose work it was: nothing of it is given back to the person when it is spread. */
  readonly from?: string | null
}

/** Gives several steps to a person, or spreads them evenly; each for itself. */
export async function assignSeveral(
  desk: Desk,
  { id, work, to, note, from = null }: WorkForSomebody,
  onFault: (fault: unknown) => void,
): Promise<readonly OneDone<Chosen, Changed>[]> {
  const given =
    to === 'spread' ? await spreadInUnits(desk, work, from) : work.map((one) => ({ given: one, to }))
  const done = await oneByOne(
    given,
    async ({ given: { code, version, step, post, unit }, to: taker }) =>
      taker === null
        ? refuse('not-in-post', { unit, post, on: today(desk) })
        : changeDossier(desk, code, {
            type: 'AssignDossier',
            id: derivedId(id, code, version, step),
            version,
            step,
            to: taker,
            note,
          }),
    onFault,
  )
  return done.map(({ given: { given: one }, outcome }) => ({ given: one, outcome }))
}

async function spreadInUnits(desk: Desk, work: WorkForSomebody['work'], from: string | null) {
  const units = await Promise.all(
    [...Map.groupBy(work, ({ unit }) => unit)].map(async ([unit, same]) => {
      const takers = await takersOf(desk, unit)
      return spread(
        same,
        takers.filter((one) => one.id !== from && !one.isAway),
      )
    }),
  )
  return units.flat()
}
