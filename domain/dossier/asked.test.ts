import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dossierCode } from './dossier-code.ts'
import { rankOf, readAsked } from './asked.ts'

const CODE = '000.00.12.H49-190703-0042'

test.each([
  CODE,
  ' 000.00.12.h49-190703-0042 ',
  '0000012H491907030042',
  '000 00 12 H49 190703 0042',
  '000.00.12.H49/190703/0042',
  `https://mot-cua.example/tra-cuu?ma=${CODE}&khoa=K7MQ2W9XAB`,
])('%s is a whole code', (typed) => {
  expect(readAsked(typed)).toEqual({ code: CODE, needles: [] })
})

test('a code of the form in use since 2020 is read without its separators too', () => {
  expect(readAsked('h49.12-210703-0042').code).toBe('H49.12-210703-0042')
  expect(readAsked('H49122107030042').code).toBe('H49.12-210703-0042')
})

test.each([
  ['190703-0042', { kind: 'code-end', text: '190703 0042' }],
  ['190703 42', { kind: 'code-end', text: '190703 0042' }],
  ['1907030042', { kind: 'code-end', text: '190703 0042' }],
  ['0042', { kind: 'number', text: '0042' }],
  ['0912 345 678', { kind: 'number', text: '0912345678' }],
  ['+84 912 345 678', { kind: 'number', text: '0912345678' }],
  ['100123456', { kind: 'number', text: '100123456' }],
  ['022088001234', { kind: 'number', text: '022088001234' }],
  [
    '022188001234|100123456|Nguyễn Thị Hương|05021988|Nữ|Mạo Khê|01052021',
    { kind: 'number', text: '022188001234', or: '100123456' },
  ],
  ['022188001234|Nguyeenx Thij Huwowng|05021988|Nuwx|', { kind: 'number', text: '022188001234' }],
])('%s is looked for as %o', (typed, needle) => {
  expect(readAsked(typed)).toEqual({ code: null, needles: [needle] })
})

test('a name is looked for by its words, each once, without diacritics', () => {
  expect(readAsked('  Nguyễn thị HƯƠNG nguyen ').needles).toEqual(
    ['nguyen', 'thi', 'huong'].map((text) => ({ kind: 'word', text })),
  )
  expect(readAsked('Hương 0912').needles).toEqual([
    { kind: 'word', text: 'huong' },
    { kind: 'number', text: '0912' },
  ])
})

test.each(['', ' ', 'a', '12', '…', '|'])('%o is too little to look for', (typed) => {
  expect(readAsked(typed)).toEqual({ code: null, needles: [] })
})

test('whatever is typed is read, and every code of ours is found again in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void readAsked(typed)))
  const anyCode = fc
    .tuple(
      fc.constantFrom('000.00.12.H49', 'H49.12', 'H49'),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 99_999 }),
    )
    .map(([identifier, days, number]) =>
      dossierCode(identifier, Temporal.PlainDate.from('2010-01-01').add({ days }), number),
    )
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(readAsked(code).code).toBe(code)
      expect(readAsked(`Mã: ${code.toLowerCase()} (bản sao)`).code).toBe(code)
      expect(readAsked(code.replace(/[.-]/g, '')).code).toBe(code)
    }),
  )
})

test('the end of a code comes before a whole number, that before a name, and a part of a number last', () => {
  const found = { code: CODE, numbers: ['0912345678', null] }
  expect(rankOf(readAsked('190703-0042'), found)).toBe(0)
  expect(rankOf(readAsked('0042'), found)).toBe(0)
  expect(rankOf(readAsked('0912345678'), found)).toBe(1)
  expect(rankOf(readAsked('hương'), found)).toBe(2)
  expect(rankOf(readAsked('345678'), found)).toBe(3)
  expect(rankOf(readAsked('042'), found)).toBe(3)
})
