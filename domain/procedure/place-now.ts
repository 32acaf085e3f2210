import type { Day } from '#domain/calendar/moment.ts'
import { searched } from '#domain/people/searched.ts'
import { type Address, addressText, type Place, placesOn } from './address.ts'
import type { Confidence } from './procedure.ts'

/** What an address given in units that stand no more is called today. */
export interface AddressNow {
  /** Commune and province, as far as they are known. */
  readonly text: string
  /** Since when it is called so. */
  readonly since: Day
  /** How sure the change is known; the least of several. */
  readonly confidence: Confidence
}

/** The units of an address as they are on a day; null where they are still so, or nobody knows what became of them. */
export function addressNow(places: readonly Place[], address: Address, on: Day): AddressNow | null {
  const commune = communeOf(places, address, on)
  const found = commune ? followed(places, commune, on) : followed(places, provinceOf(places, address), on)
  if (!found || found.since === null) return null
  const above = standing(places, found.place.parent, on)
  const province = found.place.kind === 'province' ? found.place : provinceAbove(places, above, on)
  const text = [found.place.name, ...(province && province !== found.place ? [province.name] : [])].join(', ')
  const was = commune ? [address.ward, address.province].join(', ') : address.province
  const isSame = text === was && address.district === null
  return isSame ? null : { text, since: found.since, confidence: found.confidence }
}

/**
 * An address to find one's way by on a day: as it was given, and what its units are called now, in Vietnamese. What is not
 * known for sure is said to be so.
 */
export function addressToFind(places: readonly Place[], address: Address, on: Day): string {
  const now = addressNow(places, address, on)
  const unsure = now?.confidence === 'high' ? '' : ', chưa xác minh'
  return addressText(address) + (now ? ` (nay là ${now.text}${unsure})` : '')
}

interface Followed {
  readonly place: Place
  /** Null where it is the place itself. */
  readonly since: Day | null
  readonly confidence: Confidence
}

const ORDER: readonly Confidence[] = ['high', 'medium', 'low']

/** What a place has become by a day, step by step; undefined where a step is not known. */
function followed(places: readonly Place[], from: Place | undefined, on: Day): Followed | undefined {
  let at: Followed | undefined = from && { place: from, since: null, confidence: 'high' }
  while (at && at.place.until !== null && at.place.until <= on) {
    const { until, became, code, kind } = at.place
    const next = standing(places, became?.code ?? code, until)
    const isKnown = next !== undefined && next.kind === kind
    const rank = Math.max(ORDER.indexOf(at.confidence), ORDER.indexOf(became?.confidence ?? 'high'))
    at = isKnown ? { place: next, since: until, confidence: ORDER[rank] ?? 'low' } : undefined
  }
  return at
}

/** What the commune that first bore a code is on a day; undefined before it was one, or where nobody knows what became of it. */
export function communeNow(places: readonly Place[], code: string, on: Day): Place | undefined {
  const [first] = places
    .filter((one) => one.kind === 'commune' && one.code === code && one.from <= on)
    .toSorted((a, b) => a.from.localeCompare(b.from))
  return followed(places, first, on)?.place
}

function standing(places: readonly Place[], code: string | null, on: Day): Place | undefined {
  return places.find((one) => one.code === code && one.from <= on && (one.until === null || on < one.until))
}

function provinceAbove(places: readonly Place[], place: Place | undefined, on: Day): Place | undefined {
  return place?.kind === 'district' ? standing(places, place.parent, on) : place
}

/** The commune an address means: by its codes and name, or by the names that were typed, where only one can be meant. */
function communeOf(places: readonly Place[], address: Address, on: Day): Place | undefined {
  const { ward, wardCode, districtCode, provinceCode } = address
  if (wardCode !== null)
    return places.find(
      (one) => one.code === wardCode && one.name === ward && one.parent === (districtCode ?? provinceCode),
    )
  const named = places.filter((one) => one.kind === 'commune' && searched(one.name) === searched(ward))
  const isOfProvince = (one: Place) =>
    provinceAbove(places, standing(places, one.parent, one.from), one.from)?.code === provinceCode
  const meant = named.filter(isOfProvince)
  if (meant.some((one) => one.until === null || on < one.until)) return undefined
  return new Set(meant.map(({ code }) => code)).size === 1 ? meant.at(-1) : undefined
}

function provinceOf(places: readonly Place[], { province, provinceCode }: Address): Place | undefined {
  return places.find((one) => one.kind === 'province' && one.code === provinceCode && one.name === province)
}

/** A place of a day, with the units that became it and are called otherwise. */
export interface PlaceWithBefore {
  readonly place: Place
  readonly before: readonly string[]
  /** How sure that is known; high where nothing changed. */
  readonly confidence: Confidence
}

/** The places of a kind that stand on a day, each with what it was before. */
export function placesWithBefore(places: readonly Place[], kind: Place['kind'], on: Day): PlaceWithBefore[] {
  return placesOn(places, kind, on).map((place) => {
    const became = places.filter(
      ({ until, became: to, kind: own }) =>
        own === kind && until !== null && until <= on && to?.code === place.code && place.from <= until,
    )
    const names = became.map(({ name }) => name).filter((name) => name !== place.name)
    const ranks = became.map(({ became: to }) => ORDER.indexOf(to?.confidence ?? 'high'))
    return {
      place,
      before: [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'vi')),
      confidence: ORDER[Math.max(0, ...ranks)] ?? 'low',
    }
  })
}
