import type { Day } from '#domain/calendar/moment.ts'
import { type Address, addressIn, type Place, placesOn } from '#domain/procedure/address.ts'
import type { PostRule, Zone } from './post-rule.ts'

/** Where a centre lies: its province, as the catalogue of places has it. */
export interface Seat {
  readonly province: string
}

/** Where a centre lies on a day, by the communes of its catalogue; undefined where it names none. */
export function seatOn(places: readonly Place[], on: Day): Seat | undefined {
  const [commune] = placesOn(places, 'commune', on)
  const code = commune && addressIn(places, { ward: commune.code, line: null, on })?.provinceCode
  return code ? { province: code } : undefined
}

/**
 * How far it is from the centre to an address. A commune of the centre's own catalogue is of the town; between big
 * cities it is faster than anywhere else only where both lie in provinces that have one.
 */
export function zoneOf(
  { wardCode, provinceCode }: Pick<Address, 'wardCode' | 'provinceCode'>,
  { majorProvinces }: Pick<PostRule, 'majorProvinces'>,
  { province }: Seat,
): Zone {
  if (wardCode !== null && provinceCode === province) return 'town'
  if (provinceCode === province) return 'province'
  const isMajor = [province, provinceCode ?? ''].every((code) => majorProvinces.includes(code))
  return isMajor ? 'major' : 'far'
}
