import { expect, test } from 'vitest'
import type { EverydayWords } from './everyday-words.ts'
import { type Findable, finder } from './finder.ts'

const thing = (key: string, name: string, changed: Partial<Findable> = {}): Findable => ({
  key,
  names: [name],
  around: [],
  weight: 1,
  ...changed,
})

const words = (said: string, changed: Partial<EverydayWords>): EverydayWords => ({
  said: [said],
  means: [],
  procedures: [],
  elsewhere: null,
  ground: '',
  ...changed,
})

const THINGS = [
  thing('birth', 'Đăng ký khai sinh có yếu tố nước ngoài', { around: ['Hộ tịch', '2.000528'] }),
  thing('copy', 'Cấp bản sao trích lục hộ tịch', { around: ['Hộ tịch'], weight: 25 }),
  thing('mortgage', 'Đăng ký thế chấp quyền sử dụng đất', { around: ['Đất đai'] }),
  thing('clear', 'Xóa đăng ký thế chấp', { around: ['Đất đai'] }),
  thing('shop', 'Đăng ký thành lập hộ kinh doanh', { around: ['Kinh doanh'] }),
  thing('permit', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', { around: ['Xây dựng'] }),
]
const EVERYDAY = [
  words('mở quán', { procedures: ['shop', 'permit'] }),
  words('cầm sổ', { means: ['thế chấp'] }),
  words('làm ở đâu', {}),
]
const find = finder(THINGS, EVERYDAY)
const keys = (typed: string) => [...find(typed).found, ...find(typed).near]

test('nothing answers a search without words', () => {
  expect([keys(''), keys(' ,. ')]).toEqual([[], []])
})

test.each([
  'khai sinh',
  'KHAI SINH',
  'khai sính',
  'khai-sinh',
  'khaisinh',
  'khai s inh',
  'khaai sinh',
  'khainsinh',
  'khai si h',
])('“%s” finds births first', (typed) => {
  expect(keys(typed)[0]).toBe('birth')
})

test('what is begun is found while one types', () => {
  expect(keys('thế ch').toSorted()).toEqual(['clear', 'mortgage'])
  expect(find('thế ch').isGuessed).toBe(false)
})

test('a whole word goes before one that only begins so', () => {
  const two = [thing('view', 'Xem quy hoạch'), thing('cars', 'Trước bạ xe')]
  expect(finder(two, [])('xe').found).toEqual(['cars', 'view'])
})

test('a slip of the hand is forgiven and told', () => {
  expect(find('khai sihn')).toMatchObject({ found: ['birth'], isGuessed: true })
})

test('a name that begins with what was typed goes before one that has it later', () => {
  expect(keys('đăng ký thế chấp').slice(0, 2)).toEqual(['mortgage', 'clear'])
})

test('everyday words ask for procedures, the likeliest first', () => {
  expect(keys('mở quán').slice(0, 2)).toEqual(['shop', 'permit'])
  expect(find('tôi mở quán bún ngon nhất').near.toSorted()).toEqual(['permit', 'shop'])
})

test('words of the law stand in for everyday ones, and words that say nothing are left out', () => {
  expect(find('cầm sổ')).toMatchObject({ isGuessed: false })
  expect(find('cầm sổ').found.toSorted()).toEqual(['clear', 'mortgage'])
  expect(keys('khai sinh làm ở đâu')[0]).toBe('birth')
  expect(find('khai sinh làm ở đâu').isGuessed).toBe(false)
})

test('field and code find too, but less than a name', () => {
  expect(keys('hộ tịch')).toEqual(['copy', 'birth'])
  expect(keys('2.000528')).toEqual(['birth'])
})

test('of equals the more used goes first', () => {
  const equals = [
    thing('seldom', 'Cấp giấy phép', { weight: 1 }),
    thing('often', 'Cấp giấy phép', { weight: 9 }),
  ]
  expect(finder(equals, [])('giấy phép').found).toEqual(['often', 'seldom'])
})

test('a search of which little is found has answers to some of it only', () => {
  expect(find('trích lục phi thuyền')).toMatchObject({ found: [], near: ['copy'] })
})

test('a very long search is read to its eightieth word', () => {
  expect(() => find('cấp '.repeat(5000))).not.toThrow()
  expect(keys(`${'cấp '.repeat(80)}khai sinh`)[0]).not.toBe('birth')
})
