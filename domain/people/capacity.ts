import type { Day } from '../calendar/moment.ts'

/** Full years between a birth and a day; on the birthday one more. */
export function ageOn(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** What a person can do alone. */
export type Capacity =
  /** Of age: everything. */
  | 'full'
  /** Old enough for all but what concerns real estate, registered property, or the law keeps for adults. */
  | 'but-property'
  /** Younger: parent or guardian acts, or for a child over six consents. */
  | 'none'

/** From which age, in full years, a person can do what alone; by the day the law holds from, the latest first. */
const AGES_OF_CAPACITY = [
  { from: '2017-01-01', full: 18, butProperty: 15, ground: 'Bộ luật Dân sự 2015, Điều 20 và 21' },
  { from: '2006-01-01', full: 18, butProperty: 15, ground: 'Bộ luật Dân sự 2005, Điều 18 và 20' },
] as const

const agesOn = (on: Day) => AGES_OF_CAPACITY.find(({ from }) => from <= on)

/** Capacity on a day; on a day of which the table says nothing, nobody has any. */
export function capacityOf(bornOn: Day, on: Day): Capacity {
  const ages = agesOn(on)
  const age = ageOn(bornOn, on)
  if (!ages || age < ages.butProperty) return 'none'
  return age < ages.full ? 'but-property' : 'full'
}

/** From which age somebody does alone what no other law keeps for older people, and by what law; before the table by its oldest. */
export function leastAgeOn(on: Day): { readonly leastAge: number; readonly ground: string } {
  const { butProperty, ground } = agesOn(on) ?? AGES_OF_CAPACITY[1]
  return { leastAge: butProperty, ground }
}
