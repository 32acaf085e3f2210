import type { Chance } from './chance.ts'

/** Names as they are common in the Red River delta, so that every diacritic is met. Nobody real is meant. */
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
] as const
const MIDDLE = {
  male: ['Văn', 'Đức', 'Quốc', 'Hữu', 'Minh', 'Xuân'],
  female: ['Thị', 'Thu', 'Ngọc', 'Thị Bích', 'Thúy', 'Kim'],
} as const
const GIVEN = {
  male: ['Dũng', 'Hùng', 'Tuấn', 'Sơn', 'Thắng', 'Quỳnh', 'Ước', 'Thuỵ', 'Trường', 'Đạt', 'Khoẻ', 'Phước'],
  female: ['Hương', 'Lan', 'Mơ', 'Sáu', 'Huệ', 'Nhàn', 'Thuỷ', 'Tuyết', 'Yến', 'Ngà', 'Diễm', 'Xoan'],
} as const

/** A citizen with a name, a nine-digit identity number as of 2019, and a phone. */
export function drawCitizen(chance: Chance) {
  const sex = chance.of(['male', 'female'] as const)
  return {
    kind: 'citizen' as const,
    name: `${chance.of(FAMILY)} ${chance.of(MIDDLE[sex])} ${chance.of(GIVEN[sex])}`,
    idNumber: `1${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
    phone: `09${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
    address: null,
  }
}

/** A household business or company. */
export function drawOrganisation(chance: Chance) {
  return {
    kind: 'organisation' as const,
    name: `${chance.of(['Hộ kinh doanh', 'Công ty TNHH', 'Hợp tác xã'])} ${chance.of(GIVEN.female)} ${chance.of(GIVEN.male)}`,
    idNumber: `57${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
    phone: `02033${String(chance.between(0, 999_999)).padStart(6, '0')}`.slice(0, 11),
    address: null,
  }
}
