import type { Day } from '#domain/calendar/moment.ts'
import { communeNow, placesWithBefore } from '#domain/procedure/place-now.ts'
import type { CentreLaw } from '../centre-book.ts'
import type { CentreBook, Unit } from '../desk.ts'

const KINDS: readonly string[] = ['ward', 'commune']

/** A commune or ward as it stands on a day. */
export interface CommuneOn {
  /** Of the unit that stands for it. */
  readonly code: string
  readonly name: string
  /** What it took in, by the names of then. */
  readonly before: readonly string[]
  /** Of every unit whose place it is now, the own one among them. */
  readonly codes: readonly string[]
}

type Known = Pick<CentreLaw, 'places'> & { readonly book: Pick<CentreBook, 'units'> }

/**
 * The communes and wards of a centre as they stand on a day, by name: the units are those of the year they were entered,
 * the places know what has become of each since.
 */
export function communesOn({ book, places }: Known, on: Day): readonly CommuneOn[] {
  const units = [...book.units.values()].filter(({ kind }) => KINDS.includes(kind))
  const placeOf = ({ gsoCode }: Unit) => (gsoCode === null ? undefined : communeNow(places, gsoCode, on))
  const before = new Map(placesWithBefore(places, 'commune', on).map((one) => [one.place.code, one.before]))
  return [...Map.groupBy(units, (unit) => placeOf(unit)?.code ?? unit.code)]
    .flatMap(([code, members]): readonly CommuneOn[] => {
      const own = members.find(({ gsoCode }) => gsoCode === code) ?? members[0]
      if (!own) return []
      const name = placeOf(own)?.name ?? own.name
      return [{ code: own.code, name, before: before.get(code) ?? [], codes: members.map((one) => one.code) }]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** The commune that a unit is part of on a day; its own code where there is no such unit. */
export function communeOn(law: Known, code: string, on: Day): CommuneOn {
  const found = communesOn(law, on).find(({ codes }) => codes.includes(code))
  return found ?? { code, name: law.book.units.get(code)?.name ?? code, before: [], codes: [code] }
}

/** A commune or ward by its code. */
export function communeOf({ units }: CentreBook, code: string): Unit | undefined {
  const unit = units.get(code)
  return unit && KINDS.includes(unit.kind) ? unit : undefined
}
