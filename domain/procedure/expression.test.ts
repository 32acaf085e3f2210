import { expect, test } from 'vitest'
import { aField } from './a-form.ts'
import type { Answers } from './answer.ts'
import { holds } from './evaluate.ts'
import { expressionOf, readExpression } from './expression.ts'
import { meaningFault } from './expression-types.ts'

const choice = (value: string) => ({ value, label: value, english: null })
const FIELDS = [
  aField({ name: 'kind', type: 'choice', choices: [choice('new'), choice('old')] }),
  aField({ name: 'wants', type: 'choices', choices: [choice('land'), choice('house')] }),
  aField({ name: 'born', type: 'partial-date' }),
  aField({ name: 'area', type: 'decimal' }),
  aField({ name: 'done', type: 'yes-no' }),
  aField({ name: 'name', type: 'text' }),
  aField({ name: 'place', type: 'address' }),
  aField({
    name: 'members',
    type: 'list',
    fields: [aField({ name: 'share', type: 'money' }), aField({ name: 'main', type: 'yes-no' })],
  }),
]
const TODAY = '2019-03-05'
const said = (text: string, answers: Answers) =>
  holds(expressionOf(text), { scopes: [{ fields: FIELDS, answers }], today: TODAY })

test.each<[string, Answers, boolean | null]>([
  ["kind = 'new'", { kind: 'new' }, true],
  ["kind != 'new'", { kind: 'new' }, false],
  ["kind = 'new'", {}, null],
  ["not kind = 'new'", {}, null],
  ["kind = 'new' or done", { done: true }, true],
  ["kind = 'new' and done", { done: false }, false],
  ["kind = 'new' and done", { done: true }, null],
  ["wants has 'house'", { wants: ['land'] }, false],
  ["wants has 'land'", { wants: ['land', 'house'] }, true],
  ['area >= 0.1 + 0.2', { area: 0.3 }, true],
  ['area - 0.1 = 0.2', { area: 0.3 }, true],
  ['age(born) >= 18', { born: '2001-03-05' }, true],
  ['age(born) >= 18', { born: '2001-03-06' }, false],
  ['age(born) >= 18', { born: '2001' }, true],
  ['age(born) < 18', { born: '2001-04' }, true],
  ['born <= today', { born: '2019' }, null],
  ['born <= today', { born: '2020' }, false],
  ['born <= today', { born: '2019-03-05' }, true],
  ['sum(members.share) = 300', { members: [{ share: 100 }, { share: 200 }] }, true],
  ['sum(members.share) = 300', {}, null],
  ['count(members) >= 1', {}, false],
  ['count(members.main) = 1', { members: [{ main: true }, { main: false }] }, true],
  [
    'given(place.wardCode)',
    {
      place: {
        ward: 'Mạo Khê',
        wardCode: null,
        line: null,
        district: null,
        districtCode: null,
        province: 'Tỉnh Quảng Ninh',
        provinceCode: '22',
      },
    },
    false,
  ],
  ["mentions(name, 'hộ kinh doanh')", { name: 'HO KINH DOANH Bình Minh' }, true],
  ["mentions(name, 'kinh')", { name: 'Kính mắt' }, true],
  ["mentions(name, 'công ty')", { name: 'Hộ kinh doanh Công Tyết' }, false],
  ["matches(name, '[0-9]{9}')", { name: '1234567890' }, false],
])('%s of %o is %s', (text, answers, expected) => expect(said(text, answers)).toBe(expected))

test.each([
  ['kind = ', '…'],
  ["kind == 'new'", '='],
  ["kind = 'new' zzz", 'zzz'],
  ['shell(kind)', 'shell('],
  ['age(born, 3)', 'age('],
  ['kind = "new"', '"new"'],
  ['(done', '…'],
])('%s cannot be read at %s', (text, fault) => expect(readExpression(text)).toEqual({ fault }))

test.each([
  ["kind = 'newer'", 'no-such-choice'],
  ["'newer' != kind", 'no-such-choice'],
  ["wants has 'field'", 'no-such-choice'],
  ['age(area) > 3', 'types-differ'],
  ['area > today', 'types-differ'],
  ["area = 'two'", 'types-differ'],
  ['area', 'types-differ'],
  ['not area', 'types-differ'],
  ['height > 3', 'no-such-field'],
  ['members.age > 3', 'no-such-field'],
  ['members.share > 3', 'types-differ'],
  ["place.street = 'x'", 'no-such-field'],
  ['sum(area) > 3', 'types-differ'],
])('%s means nothing: %s', (text, code) =>
  expect(meaningFault(expressionOf(text), [FIELDS])).toMatchObject({ code }),
)

test('what lies around is seen from inside, the inner first', () => {
  const inner = [aField({ name: 'area', type: 'decimal' })]
  const scopes = [
    { fields: inner, answers: { area: 5 } },
    { fields: FIELDS, answers: { area: 9, kind: 'new' } },
  ]
  expect(holds(expressionOf("area = 5 and kind = 'new'"), { scopes, today: TODAY })).toBe(true)
})
