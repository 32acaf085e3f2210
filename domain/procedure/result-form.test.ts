import { expect, test } from 'vitest'
import {
  type ResultField,
  type ResultFieldKind,
  resultFaults,
  resultFieldsChanged,
  resultFieldsMissing,
  type ResultForm,
  resultFormFor,
  rowsOf,
} from './result-form.ts'

const field = (kind: ResultFieldKind, over: Partial<ResultField> = {}): ResultField => ({
  name: 'x',
  label: 'X',
  kind,
  isRequired: true,
  from: null,
  choices: [{ value: 'nam', label: 'Nam' }],
  columns: ['Tên', 'Mã'],
  ...over,
})

test.each<[ResultFieldKind, string, string | null, number | null]>([
  ['text', 'Bất kỳ chữ nào', null, null],
  ['day', '2019-03-05', null, null],
  ['day', '2019-02-30', 'not-a-day', null],
  ['day', '05/03/2019', 'not-a-day', null],
  ['number', '120,5', null, null],
  ['number', '1.250', 'not-a-number', null],
  ['number', '120,', 'not-a-number', null],
  ['money', '1250000', null, null],
  ['money', '1.250.000', null, null],
  ['money', '1.25', 'not-an-amount', null],
  ['money', '1250,5', 'not-an-amount', null],
  ['choice', 'nam', null, null],
  ['choice', 'Nam', 'no-such-choice', null],
  ['rows', 'Gạo | 4721\n\nBia | 4723', null, null],
  ['rows', 'Gạo\t4721', null, null],
  ['rows', 'Gạo | 4721\nBia', 'other-columns', 2],
  ['rows', 'Gạo | 4721 | x', 'other-columns', 1],
])('%s written as %o', (kind, value, code, line) => {
  expect(resultFaults([field(kind)], { x: value })).toEqual(code === null ? [] : [{ field: 'x', code, line }])
})

test('what is empty is no fault, but is missing where it is asked for', () => {
  const fields = [field('day'), field('text', { name: 'y', isRequired: false })]
  expect(resultFaults(fields, {})).toEqual([])
  expect(resultFieldsMissing(fields, {}).map(({ name }) => name)).toEqual(['x'])
  expect(resultFieldsMissing(fields, { x: '2019-03-05' })).toEqual([])
})

test('versions differ in what was changed, added and taken away', () => {
  const fields = ['a', 'b', 'c', 'd'].map((name) => field('text', { name }))
  const changed = resultFieldsChanged(fields, { a: '1', b: '1', d: '1' }, { a: '1', b: '2', c: '1' })
  expect(changed.map(({ name }) => name)).toEqual(['b', 'c', 'd'])
})

test('cells are trimmed and empty lines are no rows', () => {
  expect(rowsOf(' Gạo | 4721 \n\n Bia |')).toEqual([
    ['Gạo', '4721'],
    ['Bia', ''],
  ])
})

const form = (from: string, until: string | null, forms = ['permit']): ResultForm => ({
  key: from,
  forms,
  title: '',
  legalBasis: '',
  confidence: 'low',
  source: '',
  fields: [],
  from,
  until,
})

test.each([
  ['permit', '2018-12-31', undefined],
  ['permit', '2019-01-01', '2019-01-01'],
  ['permit', '2019-12-31', '2019-01-01'],
  ['permit', '2020-01-01', '2020-01-01'],
  ['permit', '2021-01-01', undefined],
  ['other', '2019-06-01', undefined],
  [null, '2019-06-01', undefined],
])('a dossier of %s received on %s has the result of %s', (name, on, expected) => {
  const all = [
    form('2020-01-01', '2021-01-01'),
    form('2019-01-01', null),
    form('2019-03-01', null, ['extract']),
  ]
  const found = resultFormFor(
    all.map((one) => (one.key === '2019-01-01' ? { ...one, until: '2020-01-01' } : one)),
    name,
    on,
  )
  expect(found?.key).toBe(expected)
})
