import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searched } from './searched.ts'

test.each([
  ['Đăng ký khai sinh', 'dang ky khai sinh'],
  ['HOÀ', 'hoa'],
  ['hòa', 'hoa'],
  ['Thuỷ - Thủy', 'thuy thuy'],
  ['  Cấp  giấy/phép (lần 2) ', 'cap giay phep lan 2'],
  ['1.001612', '1 001612'],
  ['', ''],
])('%s is searched as %s', (text, folded) => {
  expect(searched(text)).toBe(folded)
})

test('composed and decomposed text are searched alike, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aăâáàảãạđêếôơờưựyỹ Đ-9') }), (text) => {
      expect(searched(text.normalize('NFD'))).toBe(searched(text.normalize('NFC')))
      expect(searched(searched(text))).toBe(searched(text))
    }),
  )
})
