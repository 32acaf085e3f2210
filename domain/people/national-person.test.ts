import { describe, expect, test } from 'vitest'
import { CLAIM_NAMES, readNationalPerson } from './national-person.ts'

const HUONG = { sub: 'a1', HoVaTen: 'NGUYỄN THỊ HƯƠNG', SoDinhDanh: '022185001234' }

test.each([
  ['NGUYỄN THỊ HƯƠNG', 'Nguyễn Thị Hương'],
  ['ĐẶNG ÁI  ÂU', 'Đặng Ái Âu'],
  ["H'HEN NIÊ", "H'Hen Niê"],
  ['Nguyễn Thị Hương', 'Nguyễn Thị Hương'],
  ['NGUYỄN THỊ HƯƠNG'.normalize('NFD'), 'Nguyễn Thị Hương'],
])('the name %s is written %s', (HoVaTen, name) => {
  expect(readNationalPerson({ ...HUONG, HoVaTen })).toMatchObject({ name })
})

test.each([
  [{ NgayThangNamSinh: '19850203' }, '1985-02-03'],
  [{ NgayThangNamSinh: '1985-02-03' }, '1985-02-03'],
  [{ NgayThangNamSinh: '03/02/1985' }, '1985-02-03'],
  [{ NgayThangNamSinh: '19850230' }, null],
  [{ NgayThangNamSinh: '1985' }, null],
  [{}, null],
])('a day of birth as %j is %s', (claims, bornOn) => {
  expect(readNationalPerson({ ...HUONG, ...claims })).toMatchObject({ bornOn })
})

test.each([
  [{ IAL: '2' }, 'national-2'],
  [{ IAL: 2 }, 'national-2'],
  [{ loAs: 'LoA2' }, 'national-2'],
  [{ loAs: ['LoA1', 'LoA2'] }, 'national-2'],
  [{ IAL: '1', loAs: '2' }, 'national-1'],
  [{ loAs: 'LoA1' }, 'national-1'],
  [{ loAs: 'LoA21' }, 'national-1'],
  [{}, 'national-1'],
])('what says %j of the level is %s', (claims, assurance) => {
  expect(readNationalPerson({ ...HUONG, ...claims })).toMatchObject({ assurance })
})

describe('what is missing is named', () => {
  test.each([
    [{ ...HUONG, SoDinhDanh: '' }, ['idNumber']],
    [{ ...HUONG, SoDinhDanh: '100123456' }, ['idNumber']],
    [{ ...HUONG, HoVaTen: ' ' }, ['name']],
    [{ HoVaTen: null, SoDinhDanh: {} }, ['subject', 'idNumber', 'name']],
    [{ ...HUONG, LoaiTaiKhoan: '2' }, ['taxCode']],
  ])('%j', (claims, missing) => {
    expect(readNationalPerson(claims)).toEqual({ refused: 'identity-incomplete', facts: { missing } })
  })
})

test('an organisation stands beside the person; a person’s own tax code makes none', () => {
  const firm = { MaSoDoanhNghiep: '5700123456', TenDoanhNghiep: 'Công ty TNHH Gốm Đất Việt' }
  expect(readNationalPerson({ ...HUONG, ...firm, LoaiTaiKhoan: 2 })).toMatchObject({
    organisation: { taxCode: '5700123456', name: 'Công ty TNHH Gốm Đất Việt' },
  })
  expect(readNationalPerson({ ...HUONG, ...firm, LoaiTaiKhoan: '1' })).toMatchObject({ organisation: null })
})

test('a centre can be told that a provider names things otherwise', () => {
  const names = { ...CLAIM_NAMES, name: ['name'], idNumber: ['citizen_id', 'SoDinhDanh'] }
  expect(
    readNationalPerson({ sub: 'x', name: 'Lê Văn Tám', SoDinhDanh: '022079000001' }, names),
  ).toMatchObject({
    name: 'Lê Văn Tám',
    idNumber: '022079000001',
  })
})
