import { expect, test } from 'vitest'
import { aField } from './a-form.ts'
import type { Place } from './address.ts'
import { readAnswers } from './answers.ts'
import type { FormField } from './form.ts'
import { pagesOf } from './form-pages.ts'
import type { TypedAnswers } from './read-answer.ts'

const place = (
  code: string,
  name: string,
  kind: Place['kind'],
  parent: string | null,
  from = '2004-01-01',
  until: string | null = null,
): Place => {
  return { code, name, kind, parent, from, until }
}
const PLACES = [
  place('22', 'Tỉnh Quảng Ninh', 'province', null),
  place('30', 'Tỉnh Hải Dương', 'province', null, '2004-01-01', '2025-07-01'),
  place('205', 'Thị xã Đông Triều', 'district', '22', '2015-03-11', '2024-11-01'),
  place('07069', 'Phường Mạo Khê', 'commune', '205', '2015-03-11', '2025-07-01'),
  place('07069', 'Phường Mạo Khê', 'commune', '22', '2025-07-01'),
]
const read = (field: FormField, typed: TypedAnswers, today = '2019-03-05') => {
  const { answers, faults } = readAnswers([field], { typed, today, places: PLACES })
  return faults[0] ? `${faults[0].name}: ${faults[0].code}` : answers[field.name]
}

const text = (over: Partial<Parameters<typeof aField>[0]> = {}) =>
  aField({ name: 'f', type: 'text', ...over })

test.each<[string, FormField, TypedAnswers, unknown]>([
  ['composed', text(), { f: 'Hường'.normalize('NFD') }, 'Hường'],
  ['a name', text({ format: 'name' }), { f: ' Ksor  Phước' }, 'Ksor Phước'],
  ['a name that Telex spoilt', text({ format: 'name' }), { f: 'Nguyeenx Thij' }, 'f: garbled'],
  ['TCVN3 in a text', text(), { f: 'NguyÔn ThÞ H­¬ng' }, 'f: garbled'],
  [
    'a phone with its country',
    text({ format: 'phone', pattern: '^0\\d{9}$' }),
    { f: '+84 912.345.678' },
    '0912345678',
  ],
  [
    'a phone too short',
    text({ format: 'phone', pattern: '^0\\d{9}$' }),
    { f: '091234567' },
    'f: wrong-format',
  ],
  ['an identity number with spaces', text({ format: 'digits' }), { f: '022 188 001 234' }, '022188001234'],
  ['a number with thousands', aField({ name: 'f', type: 'decimal' }), { f: '1.250,5' }, 1250.5],
  ['a number with a point', aField({ name: 'f', type: 'decimal' }), { f: '125.5' }, 125.5],
  ['a number that is none', aField({ name: 'f', type: 'decimal' }), { f: '12,5 m2' }, 'f: not-a-number'],
  ['half a copy', aField({ name: 'f', type: 'integer' }), { f: '1,5' }, 'f: not-whole'],
  ['money', aField({ name: 'f', type: 'money' }), { f: '50.000.000 đ' }, 50_000_000],
  ['money with mixed marks', aField({ name: 'f', type: 'money' }), { f: '50.000,000' }, 'f: not-an-amount'],
  [
    'a day',
    aField({ name: 'f', type: 'date' }),
    { 'f.day': '5', 'f.month': '3', 'f.year': '1980' },
    '1980-03-05',
  ],
  [
    'a day that is none',
    aField({ name: 'f', type: 'date' }),
    { 'f.day': '31', 'f.month': '2', 'f.year': '1980' },
    'f: no-such-day',
  ],
  [
    'a day without its year',
    aField({ name: 'f', type: 'date' }),
    { 'f.day': '3', 'f.month': '2' },
    'f: day-incomplete',
  ],
  ['a year of birth', aField({ name: 'f', type: 'partial-date' }), { 'f.year': '1935' }, '1935'],
  [
    'a month of birth',
    aField({ name: 'f', type: 'partial-date' }),
    { 'f.month': '4', 'f.year': '1935' },
    '1935-04',
  ],
  [
    'a day and a year',
    aField({ name: 'f', type: 'partial-date' }),
    { 'f.day': '4', 'f.year': '1935' },
    'f: day-incomplete',
  ],
  [
    'a time',
    aField({ name: 'f', type: 'date-time' }),
    { 'f.day': '6', 'f.month': '3', 'f.year': '2019', 'f.time': '8h30' },
    '2019-03-06T08:30',
  ],
  [
    'a time that is none',
    aField({ name: 'f', type: 'date-time' }),
    { 'f.day': '6', 'f.month': '3', 'f.year': '2019', 'f.time': '25:00' },
    'f: no-such-time',
  ],
  ['a choice that is none', aField({ name: 'f', type: 'choice' }), { f: 'x' }, 'f: no-such-choice'],
  ['a declaration not made', aField({ name: 'f', type: 'agreement', isRequired: true }), {}, 'f: must-agree'],
  ['nothing where something is needed', text({ isRequired: true }), { f: '  ' }, 'f: missing'],
  [
    'no row where one is needed',
    aField({ name: 'f', type: 'list', isRequired: true, fields: [text()] }),
    {},
    'f: too-few',
  ],
])('%s', (_, field, typed, expected) => expect(read(field, typed)).toEqual(expected))

const address = aField({ name: 'f', type: 'address' })
test.each<[string, TypedAnswers, string, unknown]>([
  [
    'chosen in 2019',
    { 'f.line': 'Khu 3', 'f.ward': '07069' },
    '2019-03-05',
    {
      line: 'Khu 3',
      ward: 'Phường Mạo Khê',
      wardCode: '07069',
      district: 'Thị xã Đông Triều',
      districtCode: '205',
      province: 'Tỉnh Quảng Ninh',
      provinceCode: '22',
    },
  ],
  [
    'chosen in 2026',
    { 'f.ward': '07069' },
    '2026-11-27',
    {
      line: null,
      ward: 'Phường Mạo Khê',
      wardCode: '07069',
      district: null,
      districtCode: null,
      province: 'Tỉnh Quảng Ninh',
      provinceCode: '22',
    },
  ],
  [
    'typed by name',
    { 'f.wardName': 'mao khe' },
    '2019-03-05',
    expect.objectContaining({ wardCode: '07069', districtCode: '205' }),
  ],
  [
    'elsewhere',
    { 'f.wardName': 'Xã Hiệp Hòa', 'f.district': 'Thị xã Kinh Môn', 'f.province': '30' },
    '2019-03-05',
    expect.objectContaining({ wardCode: null, district: 'Thị xã Kinh Môn', provinceCode: '30' }),
  ],
  [
    'in a province that is no more',
    { 'f.wardName': 'Xã Hiệp Hòa', 'f.province': '30' },
    '2026-11-27',
    'f.province: no-such-place',
  ],
  ['without a province', { 'f.wardName': 'Xã Hiệp Hòa' }, '2019-03-05', 'f.province: missing'],
  ['a line alone', { 'f.line': 'Khu 3' }, '2019-03-05', 'f.ward: missing'],
])('an address %s', (_, typed, today, expected) => expect(read(address, typed, today)).toEqual(expected))

const choice = (value: string) => ({ value, label: value, english: null })
const FORM = [
  aField({ name: 'kind', type: 'choice', isRequired: true, choices: [choice('a'), choice('b')] }),
  aField({ name: 'why', type: 'text', isRequired: true, if: "kind = 'b'" }),
  aField({
    name: 'older',
    type: 'group',
    fields: [aField({ name: 'number', type: 'text', isRequired: true })],
  }),
  aField({
    name: 'rows',
    type: 'list',
    check: 'sum(rows.part) = 10',
    fields: [aField({ name: 'part', type: 'money', isRequired: true })],
  }),
]
const whole = (typed: TypedAnswers) => readAnswers(FORM, { typed, today: '2019-03-05', places: [] })

test('what is not asked for is no answer, whatever was typed there before', () => {
  expect(whole({ kind: 'a', why: 'vì thế' })).toMatchObject({ answers: { kind: 'a' }, faults: [] })
  expect(whole({ kind: 'b' }).faults).toMatchObject([{ name: 'why', code: 'missing' }])
})

test('a group that may be left out is left out whole or filled in whole', () => {
  expect(whole({ kind: 'a', 'older.number': ' ' }).answers).toEqual({ kind: 'a' })
  const optional = readAnswers(
    [
      aField({
        name: 'g',
        type: 'group',
        fields: [aField({ name: 'a', type: 'text', isRequired: true }), aField({ name: 'b', type: 'text' })],
      }),
    ],
    { typed: { 'g.b': 'x' }, today: '2019-03-05', places: [] },
  )
  expect(optional.faults).toMatchObject([{ name: 'g.a', code: 'missing' }])
})

test('rows keep their places when one between them is taken out', () => {
  const read = whole({ kind: 'a', 'rows.0.part': '4', 'rows.2.part': '6' })
  expect(read).toMatchObject({ answers: { rows: [{ part: 4 }, { part: 6 }] }, faults: [] })
  expect(whole({ kind: 'a', 'rows.0.part': '4', 'rows.2.row': 'true' }).faults).toMatchObject([
    { name: 'rows.2.part', code: 'missing' },
  ])
})

test('a rule between fields is looked at once all of it is there', () => {
  expect(whole({ kind: 'a', 'rows.0.part': '4' }).faults).toMatchObject([
    { name: 'rows', code: 'rule-broken' },
  ])
  expect(whole({ kind: 'a', 'rows.0.part': 'x' }).faults).toMatchObject([
    { name: 'rows.0.part', code: 'not-an-amount' },
  ])
})

test('a question that hangs on another has a page of its own, and is there only when it is asked', () => {
  const keys = (typed: TypedAnswers) => pagesOf(FORM, whole(typed).asked).map(({ key }) => key)
  expect(keys({})).toEqual(['kind', 'older', 'rows'])
  expect(keys({ kind: 'b' })).toEqual(['kind', 'why', 'older', 'rows'])
})
