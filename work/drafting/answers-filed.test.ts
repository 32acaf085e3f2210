import { expect, test } from 'vitest'
import { aField } from '#domain/procedure/a-form.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import type { ResultField, ResultFieldKind } from '#domain/procedure/result-form.ts'
import { answersInLines } from '../filing/answer-lines.ts'
import { answerFor } from './answers-filed.ts'

const form = [
  aField({ name: 'born', type: 'date' }),
  aField({ name: 'registered', type: 'partial-date' }),
  aField({ name: 'area', type: 'decimal' }),
  aField({ name: 'gender', type: 'choice', choices: [{ value: 'nu', label: 'Nữ', english: null }] }),
  aField({ name: 'agreed', type: 'yes-no' }),
  aField({ name: 'place', type: 'address' }),
  aField({ name: 'child', type: 'group', fields: [aField({ name: 'fullName', type: 'text' })] }),
  aField({ name: 'heirs', type: 'list', fields: [aField({ name: 'share', type: 'text' })] }),
  aField({ name: 'mother', type: 'group', fields: [aField({ name: 'name', type: 'text' })] }),
  aField({ name: 'father', type: 'group', fields: [aField({ name: 'name', type: 'text' })] }),
]

const answers: Answers = {
  born: '2019-02-05',
  registered: '1988-02',
  area: 120.5,
  gender: 'nu',
  agreed: true,
  place: {
    line: 'Khu 3',
    ward: 'Xã Bình Khê',
    wardCode: '07069',
    district: 'Thị xã Đông Triều',
    districtCode: '205',
    province: 'Tỉnh Quảng Ninh',
    provinceCode: '22',
  },
  child: { fullName: 'Nguyễn An' },
  heirs: [{ share: 'một nửa' }],
  mother: { name: 'Hoà' },
  father: { name: 'Bình' },
}

const lines = answersInLines(form, answers, null)

test.each<[string, ResultFieldKind, string | null]>([
  ['born', 'day', '2019-02-05'],
  ['born', 'text', '05/02/2019'],
  ['registered', 'text', '02/1988'],
  ['registered', 'day', null],
  ['area', 'number', '120,5'],
  ['gender', 'choice', 'nu'],
  ['gender', 'text', 'Nữ'],
  ['agreed', 'text', null],
  ['place', 'address', 'Khu 3, Xã Bình Khê, Thị xã Đông Triều, Tỉnh Quảng Ninh'],
  ['place', 'number', null],
  ['fullName', 'person', 'Nguyễn An'],
  ['share', 'text', null],
  ['name', 'text', null],
  ['nowhere', 'text', null],
])('the answer called %s, in a field of a result that is a %s', (name, kind, written) => {
  const field: ResultField = {
    name,
    label: name,
    kind,
    isRequired: true,
    from: null,
    choices: [{ value: 'nu', label: 'Nữ' }],
    columns: [],
  }
  expect(answerFor(field, lines)).toBe(written)
})
