import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlighted } from './highlighted.ts'
import { searched } from './searched.ts'

const marked = (text: string, ...sought: string[]) =>
  highlighted(
    text,
    sought.map((one) => ({ text: one, isWordStart: !/^\d/.test(one) })),
  )
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('')

test.each([
  ['Nguyễn Thị Hương', ['huong'], 'Nguyễn Thị [Hương]'],
  ['Nguyễn Thị Hương'.normalize('NFD'), ['thi', 'hu'], 'Nguyễn [Thị] [Hư]ơng'.normalize('NFD')],
  ['Phương Hương', ['huong'], 'Phương [Hương]'],
  ['ĐỖ THỊ ĐÀO', ['do', 'dao'], '[ĐỖ] THỊ [ĐÀO]'],
  ['000.00.12.H49-190703-0042', ['190703 0042'], '000.00.12.H49-[190703-0042]'],
  ['0912345678', ['345'], '0912[345]678'],
  ['(Hà)—Nội', ['ha', 'noi'], '([Hà])—[Nội]'],
  ['Lê Văn Ba', ['xuan'], 'Lê Văn Ba'],
  ['Lê Văn Ba', [''], 'Lê Văn Ba'],
])('in %s looking for %o marks %s', (text, sought, expected) => {
  expect(marked(text, ...sought)).toBe(expected)
})

const anySought = fc.array(fc.record({ text: fc.string({ maxLength: 4 }), isWordStart: fc.boolean() }), {
  maxLength: 4,
})
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('Nguyễn', 'Hương', 'Đ', 'ế', 'ế'.normalize('NFD'), '\u0301', ' ', '-', '0912', '😀'),
    )
    .map((all) => all.join('')),
)

test('without its marks it is the text again, and neighbours differ', () => {
  fc.assert(
    fc.property(anyText, anySought, (text, sought) => {
      const pieces = highlighted(text, sought)
      expect(pieces.map((one) => one.text).join('')).toBe(text)
      pieces.forEach((one, place) => expect(one.isFound).not.toBe(pieces[place + 1]?.isFound))
    }),
  )
})

test('every word of a text is found in it, whatever its diacritics', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Nguyễn', 'Thị', 'Hoà', 'Đỗ', 'Ước'), { minLength: 1 }), (words) => {
      const [first = ''] = words
      const found = highlighted(words.join(' '), [{ text: searched(first), isWordStart: true }])
      expect(found[0]).toEqual({ text: first, isFound: true })
    }),
  )
})
