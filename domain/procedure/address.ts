import type { Day } from '#domain/calendar/moment.ts'
import type { Confidence } from './procedure.ts'
import { searched } from '#domain/people/searched.ts'

/** A place of the administrative map with the days it was one: a province, a district (to 30/06/2025), a commune. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly kind: 'province' | 'district' | 'commune'
  /** Code of the place it lies in; null for a province. */
  readonly parent: string | null
  readonly from: Day
  /** First day on which it is no longer one; null while open-ended. */
  readonly until: Day | null
  /** What it became on the day it ended, and how sure that is; null or left out while it stands, or nobody knows. */
  readonly became?: { readonly code: string; readonly confidence: Confidence } | null
}

/** An address as it is kept: names as they were on the day it was written, codes where the catalogue knew them. */
export interface Address {
  readonly line: string | null
  readonly ward: string
  readonly wardCode: string | null
  /** Null since there are no districts any more. */
  readonly district: string | null
  readonly districtCode: string | null
  readonly province: string
  readonly provinceCode: string | null
}

/** The places of a kind that stood on a day, by name as Vietnamese sorts it. */
export function placesOn(places: readonly Place[], kind: Place['kind'], on: Day): Place[] {
  return places
    .filter((one) => one.kind === kind && one.from <= on && (one.until === null || on < one.until))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** The address of a commune of the catalogue, with what it lay in on that day; undefined where it was none then. */
export function addressIn(
  places: readonly Place[],
  { ward, line, on }: { readonly ward: string; readonly line: string | null; readonly on: Day },
): Address | undefined {
  const at = (code: string | null) =>
    places.find((one) => one.code === code && one.from <= on && (one.until === null || on < one.until))
  const commune = at(ward)
  if (commune?.kind !== 'commune') return undefined
  const above = at(commune.parent)
  const district = above?.kind === 'district' ? above : undefined
  const province = district ? at(district.parent) : above
  if (province?.kind !== 'province') return undefined
  return {
    line,
    ward: commune.name,
    wardCode: commune.code,
    district: district?.name ?? null,
    districtCode: district?.code ?? null,
    province: province.name,
    provinceCode: province.code,
  }
}

/** The one commune that a name typed in full can mean; undefined where there is none, or more than one. */
export function communeNamed(places: readonly Place[], typed: string, on: Day): Place | undefined {
  const wanted = withoutKind(typed)
  const found = placesOn(places, 'commune', on).filter((one) => withoutKind(one.name) === wanted)
  return found.length === 1 ? found[0] : undefined
}

/**
 * The address that was written in one line, where its last names are those of one commune as it stands: the province
 * may be left out, and what else is said of where it lies must be true. Undefined where that is not sure, as with an
 * old address whose commune has become another.
 */
export function addressNamed(places: readonly Place[], text: string, on: Day): Address | undefined {
  const parts = text.split(',').map((part) => part.trim())
  for (let place = parts.length - 1; place >= 0; place -= 1) {
    const commune = communeNamed(places, parts[place] ?? '', on)
    if (!commune) continue
    const line = parts.slice(0, place).join(', ') || null
    const address = addressIn(places, { ward: commune.code, line, on })
    const above = [address?.district, address?.province].map((name) => withoutKindAbove(name ?? ''))
    const isTrue = parts.slice(place + 1).every((part) => above.includes(withoutKindAbove(part)))
    return isTrue ? address : undefined
  }
  return undefined
}

const withoutKindAbove = (name: string) =>
  searched(name).replace(/^(?:tinh|thanh pho|tp|thi xa|huyen|quan) /, '')

function withoutKind(name: string): string {
  return searched(name).replace(/^(?:phuong|xa|thi tran|dac khu) /, '')
}

/** An address in one line, as papers have it. */
export function addressText({ line, ward, district, province }: Address): string {
  return [line, ward, district, province].filter((part) => part !== null && part !== '').join(', ')
}
