import type { Desk } from '#work/desk.ts'
import { takersOf, type UnitTaker } from '#work/dividing/takers-of.ts'
import type { ChosenLine } from '#work/many/chosen-line.ts'

/** Who can be given any of some dossiers: everybody of their units in a post of theirs. */
export async function takersFor(desk: Desk, lines: readonly ChosenLine[]): Promise<readonly UnitTaker[]> {
  const units = [...new Set(lines.map(({ unit }) => unit))]
  const all = (await Promise.all(units.map((unit) => takersOf(desk, unit)))).flat()
  const posts = new Set(lines.map(({ post }) => post))
  const fitting = all.filter((one) => one.posts.some((post) => posts.has(post)))
  return [...new Map(fitting.map((one) => [one.id, one])).values()]
}
