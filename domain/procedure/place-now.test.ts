import { expect, test } from 'vitest'
import { type Address, addressIn, type Place } from './address.ts'
import { addressNow, addressToFind, communeNow, placesWithBefore } from './place-now.ts'

const place = (code: string, name: string, kind: Place['kind'], over: Partial<Place> = {}): Place => ({
  code,
  name,
  kind,
  parent: null,
  from: '2004-01-01',
  until: null,
  became: null,
  ...over,
})
const ended = { until: '2025-07-01' } as const
const MEDIUM = { confidence: 'medium' } as const
const PLACES: readonly Place[] = [
  place('22', 'Tỉnh Quảng Ninh', 'province'),
  place('35', 'Tỉnh Hà Nam', 'province', { ...ended, became: { code: '37', confidence: 'high' } }),
  place('37', 'Tỉnh Ninh Bình', 'province'),
  place('10', 'Tỉnh Lào Cai', 'province', { ...ended, became: { code: '15', confidence: 'high' } }),
  place('15', 'Tỉnh Yên Bái', 'province', { ...ended, became: { code: '15', confidence: 'high' } }),
  place('15', 'Tỉnh Lào Cai', 'province', { from: '2025-07-01' }),
  place('99', 'Tỉnh Không Rõ', 'province', { ...ended, became: null }),
  place('205', 'Thị xã Đông Triều', 'district', { parent: '22', ...ended }),
  place('07069', 'Phường Mạo Khê', 'commune', {
    parent: '205',
    ...ended,
    became: { code: '07069', ...MEDIUM },
  }),
  place('07105', 'Phường Xuân Sơn', 'commune', {
    parent: '205',
    ...ended,
    became: { code: '07069', ...MEDIUM },
  }),
  place('07096', 'Xã Tràng An', 'commune', { parent: '205', until: '2020-02-01' }),
  place('07096', 'Phường Tràng An', 'commune', {
    parent: '205',
    from: '2020-02-01',
    ...ended,
    became: { code: '07081', ...MEDIUM },
  }),
  place('07069', 'Phường Mạo Khê', 'commune', { parent: '22', from: '2025-07-01' }),
  place('07081', 'Phường Bình Khê', 'commune', { parent: '22', from: '2025-07-01' }),
]
const chosen = (ward: string, on: string) => addressIn(PLACES, { ward, line: 'Khu 3', on })
const written = (over: Partial<Address>): Address => ({
  line: null,
  ward: 'Xã Kim Bình',
  wardCode: null,
  district: null,
  districtCode: null,
  province: 'Tỉnh Hà Nam',
  provinceCode: '35',
  ...over,
})

test.each([
  ['a ward that joined another', '07105', '2019-03-05', '2025-07-01', 'Phường Mạo Khê, Tỉnh Quảng Ninh'],
  ['a ward that lost its district', '07069', '2019-03-05', '2025-07-01', 'Phường Mạo Khê, Tỉnh Quảng Ninh'],
  [
    'a commune that became a ward and joined',
    '07096',
    '2019-03-05',
    '2026-01-01',
    'Phường Bình Khê, Tỉnh Quảng Ninh',
  ],
  ['a commune that is a ward now', '07096', '2019-03-05', '2020-02-01', 'Phường Tràng An, Tỉnh Quảng Ninh'],
])('%s is told as it is called on the day', (_, ward, given, on, text) => {
  const address = chosen(ward, given)
  expect(address && addressNow(PLACES, address, on)?.text).toBe(text)
})

test('how sure the change is goes with it, the least sure step for all', () => {
  const address = chosen('07096', '2019-03-05')
  expect(address && addressNow(PLACES, address, '2026-01-01')).toMatchObject({
    since: '2025-07-01',
    confidence: 'medium',
  })
  expect(address && addressNow(PLACES, address, '2020-02-01')?.confidence).toBe('high')
})

test.each([
  ['an address of today', chosen('07069', '2025-07-02'), '2025-07-02'],
  ['an address while its units stand', chosen('07105', '2019-03-05'), '2025-06-30'],
  [
    'a province that goes on under its name',
    written({ province: 'Tỉnh Lào Cai', provinceCode: '10' }),
    '2025-07-01',
  ],
  [
    'a province nobody knows the end of',
    written({ province: 'Tỉnh Không Rõ', provinceCode: '99' }),
    '2025-07-01',
  ],
  [
    'a ward written today by the name it still has',
    written({ ward: 'phường Mạo Khê', province: 'Tỉnh Quảng Ninh', provinceCode: '22' }),
    '2025-07-01',
  ],
])('%s needs no other name', (_, address, on) => {
  expect(address && addressNow(PLACES, address, on)).toBeNull()
})

test('what was written by hand is known by its names where one place alone can be meant, otherwise by its province', () => {
  const here = { province: 'Tỉnh Quảng Ninh', provinceCode: '22' }
  expect(addressNow(PLACES, written({ ...here, ward: 'Phường Xuân Sơn' }), '2025-07-01')?.text).toBe(
    'Phường Mạo Khê, Tỉnh Quảng Ninh',
  )
  expect(addressNow(PLACES, written({}), '2025-07-01')).toEqual({
    text: 'Tỉnh Ninh Bình',
    since: '2025-07-01',
    confidence: 'high',
  })
})

test('what is offered on a day says what it was before', () => {
  const offered = (on: string) =>
    placesWithBefore(PLACES, 'commune', on).map(({ place: { name }, before }) => [name, ...before])
  expect(offered('2019-03-05')).toEqual([['Phường Mạo Khê'], ['Phường Xuân Sơn'], ['Xã Tràng An']])
  expect(offered('2025-07-01')).toEqual([
    ['Phường Bình Khê', 'Phường Tràng An'],
    ['Phường Mạo Khê', 'Phường Xuân Sơn'],
  ])
})

test('what finds its way by an address has it as given and as its units are now, and is told what is not sure', () => {
  const ofWard = chosen('07105', '2019-03-05')
  if (!ofWard) throw new Error('no such ward')
  expect(addressToFind(PLACES, ofWard, '2019-03-05')).toBe(
    'Khu 3, Phường Xuân Sơn, Thị xã Đông Triều, Tỉnh Quảng Ninh',
  )
  expect(addressToFind(PLACES, ofWard, '2025-07-01')).toBe(
    'Khu 3, Phường Xuân Sơn, Thị xã Đông Triều, Tỉnh Quảng Ninh (nay là Phường Mạo Khê, Tỉnh Quảng Ninh, chưa xác minh)',
  )
  expect(addressToFind(PLACES, written({}), '2025-07-01')).toBe(
    'Xã Kim Bình, Tỉnh Hà Nam (nay là Tỉnh Ninh Bình)',
  )
})

test.each([
  ['07105', '2019-03-05', 'Phường Xuân Sơn'],
  ['07105', '2025-07-01', 'Phường Mạo Khê'],
  ['07096', '2020-01-31', 'Xã Tràng An'],
  ['07096', '2025-06-30', 'Phường Tràng An'],
  ['07096', '2026-11-27', 'Phường Bình Khê'],
  ['07105', '2003-12-31', undefined],
  ['00000', '2019-03-05', undefined],
  ['22', '2019-03-05', undefined],
])('what once had the code %s is on %s %s', (code, on, name) => {
  expect(communeNow(PLACES, code, on)?.name).toBe(name)
})
