import fc from 'fast-check'
import type { FormField } from './form.ts'
import { ROW_MARK } from './answers.ts'
import type { TypedAnswers } from './read-answer.ts'

/** Any form filled in, mostly well: what people type into the boxes of its fields. */
export function anyTyped(fields: readonly FormField[], path = ''): fc.Arbitrary<TypedAnswers> {
  const parts = fields.map((field) => anyField(field, path === '' ? field.name : `${path}.${field.name}`))
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all))
}

const NAMES = ['Nguyễn Thị Hoà', 'Trần Văn Đức', 'Ksor Phước', "H'Hen Niê"]
const WORDS = ['Hộ kinh doanh Bình Minh', 'Hộ kinh doanh Tuấn Lan', 'Làm mất bản chính', 'Lâu dài']
const NUMBERS = ['100123456', '022188001234', 'B1234567']

function anyField(field: FormField, name: string): fc.Arbitrary<TypedAnswers> {
  const box = (...values: readonly string[]) => fc.constantFrom(...values).map((value) => ({ [name]: value }))
  switch (field.type) {
    case 'text':
      return box(...textsFor(field))
    case 'integer':
    case 'decimal':
      return box('1', '2', '3', '9', '120')
    case 'money':
      return box('5.000.000', '800000', '1.000.000 đ')
    case 'yes-no':
      return box('true', 'false')
    case 'agreement':
      return box('true', 'true', 'true', '')
    case 'choice':
      return fc.oneof(
        box(...field.choices.slice(0, 1).map(({ value }) => value)),
        box(...field.choices.map(({ value }) => value)),
      )
    case 'choices':
      return fc.subarray(field.choices.map(({ value }) => value)).map((chosen) => ({ [name]: chosen }))
    case 'date':
    case 'partial-date':
      return fc
        .tuple(
          fc.integer({ min: 1940, max: 2019 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
        )
        .map(([year, month, day]) => dayTyped(name, [day, month, year]))
    case 'date-time':
      return fc
        .integer({ min: 1, max: 28 })
        .map((day) => ({ ...dayTyped(name, [day, 4, 2019]), [`${name}.time`]: '8h30' }))
    case 'address':
      return fc.constantFrom<TypedAnswers>(
        { [`${name}.line`]: 'Số 12, khu 3', [`${name}.ward`]: '07069' },
        { [`${name}.ward`]: '07081' },
        {
          [`${name}.wardName`]: 'Xã Hiệp Hòa',
          [`${name}.district`]: 'Thị xã Kinh Môn',
          [`${name}.province`]: '30',
        },
      )
    case 'papers':
      return fc.constant({})
    case 'group':
      return field.isRequired || field.if !== null
        ? anyTyped(field.fields, name)
        : fc.oneof(fc.constant({}), anyTyped(field.fields, name))
    case 'list':
      return fc
        .array(anyTyped(field.fields), { minLength: field.isRequired ? 1 : 0, maxLength: 3 })
        .map((rows) =>
          Object.assign(
            {},
            ...rows.map((row, place) => ({
              [`${name}.${place}.${ROW_MARK}`]: 'true',
              ...Object.fromEntries(
                Object.entries(row).map(([key, value]) => [`${name}.${place}.${key}`, value]),
              ),
            })),
          ),
        )
  }
}

function textsFor({ format, pattern, maxLength }: Extract<FormField, { type: 'text' }>): readonly string[] {
  if (format === 'name') return NAMES
  if (format === 'phone') return ['0912345678', '+84 912 345 678']
  if (format === 'email') return ['hoa@example.vn']
  if (pattern?.includes('10') === true) return ['0100100100']
  if (pattern?.includes('{5}') === true) return ['22012']
  if (pattern?.includes('{4,5}') === true) return ['4711']
  if (pattern?.includes('A-Z') === true) return ['BM 123456']
  if (format === 'code' || format === 'digits') return NUMBERS.map((one) => one.slice(0, maxLength ?? 20))
  return WORDS.map((one) => one.slice(0, maxLength ?? 100).trim())
}

const dayTyped = (name: string, [day, month, year]: readonly number[]): TypedAnswers => ({
  [`${name}.day`]: String(day),
  [`${name}.month`]: String(month),
  [`${name}.year`]: String(year),
})
