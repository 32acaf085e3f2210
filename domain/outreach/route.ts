/** A visit of a day, as far as its place on the way is concerned. */
export interface Stop {
  readonly code: string
  readonly commune: string
  readonly hamlet: string
  /** The place somebody gave it, from 1; null leaves it with its neighbours. */
  readonly place: number | null
}

/** A day's way: neighbours together, by commune and hamlet; what was given a place stands there, or last. */
export function routeOf<One extends Stop>(stops: readonly One[]): readonly One[] {
  const byPlace = (one: Stop) => one.place ?? 0
  const route = stops
    .filter(({ place }) => place === null)
    .toSorted(
      (a, b) => compare(a.commune, b.commune) || compare(a.hamlet, b.hamlet) || compare(a.code, b.code),
    )
  const placed = stops.filter(({ place }) => place !== null)
  for (const one of placed.toSorted((a, b) => byPlace(a) - byPlace(b) || compare(a.code, b.code)))
    route.splice(byPlace(one) - 1, 0, one)
  return route
}

const compare = (a: string, b: string) => a.localeCompare(b, 'vi')
