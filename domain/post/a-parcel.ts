import type { Address } from '#domain/procedure/address.ts'
import { evolveParcel, type Ordered, type Parcel, type ParcelEvent } from './parcel.ts'
import type { PostRule } from './post-rule.ts'

/** What holds of the post, given for tests, with anything changed. */
export function aPostRule(over: Partial<PostRule> = {}): PostRule {
  return {
    from: '2019-01-01',
    zones: {
      town: { days: 1, daysWithSlip: 2, postageDong: 20_000 },
      province: { days: 2, daysWithSlip: 4, postageDong: 26_000 },
      major: { days: 3, daysWithSlip: 6, postageDong: 30_000 },
      far: { days: 4, daysWithSlip: 8, postageDong: 35_000 },
    },
    majorProvinces: ['01', '79'],
    attempts: 2,
    attemptsApartDays: 2,
    codPerMille: 10,
    codLeastDong: 5000,
    complaintMonths: 6,
    complaintAnswerDays: 7,
    ground: 'Thông tư 17/2017/TT-BTTTT',
    confidence: 'low',
    ...over,
  }
}

export function anAddress(over: Partial<Address> = {}): Address {
  return {
    line: 'Khu 3',
    ward: 'Phường Mạo Khê',
    wardCode: '07093',
    district: 'Thị xã Đông Triều',
    districtCode: '205',
    province: 'Tỉnh Quảng Ninh',
    provinceCode: '22',
    ...over,
  }
}

export const ORDERED_AT = '2019-03-05T01:00:00.000Z'
export const HANDED_AT = '2019-03-05T03:00:00.000Z'
const CODE = '000.00.12.H49-190304-0001'

export function anOrder(over: Partial<Ordered> = {}): Extract<ParcelEvent, { type: 'ParcelOrdered' }> {
  return {
    type: 'ParcelOrdered',
    at: ORDERED_AT,
    by: 'lan',
    direction: 'out',
    code: CODE,
    orderNumber: CODE,
    person: { name: 'Nguyễn Thị Hương', phone: '0912345678', address: anAddress() },
    zone: 'town',
    hasSlip: false,
    contents: 'Giấy chứng nhận',
    postageDong: 20_000,
    isAtPostsCost: false,
    codDong: 0,
    codFeeDong: 0,
    rule: '2019-01-01',
    ...over,
  }
}

export const TAKEN: ParcelEvent = { type: 'OrderTaken', at: ORDERED_AT, by: null, item: 'EK123456789VN' }
export const HANDED_OVER: ParcelEvent = {
  type: 'ParcelHandedOver',
  at: HANDED_AT,
  by: 'lan',
  list: 'L1',
  due: '2019-03-06T10:00:00.000Z',
  isDueProvisional: false,
}

/** A parcel after its order and whatever happened to it. */
export function aParcel(events: readonly ParcelEvent[] = [], over: Partial<Ordered> = {}): Parcel {
  return events.reduce<Parcel>(evolveParcel, evolveParcel(null, anOrder(over)))
}
