import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composed } from './composed.ts'

test.each([
  ['decomposed by a Mac', 'Nguyễn Thị Hường'.normalize('NFD'), 'Nguyễn Thị Hường'],
  ['tones of Windows-1258', 'Nguyê\u0303n Thi\u0323', 'Nguyễn Thị'],
  ['the tone before the hat', 'Nguye\u0303\u0302n', 'Nguyễn'],
  ['the tone before the horn', 'u\u0309\u031b', 'ử'],
  ['Eth for Đ', 'Ðông Triều, ðường', 'Đông Triều, đường'],
  ['spaces of every kind', ' Bùi\u00a0\u3000 Thị\tLan ', 'Bùi Thị Lan'],
  ['signs nobody sees', '\ufeffĐỗ\u200b Văn\u00ad An', 'Đỗ Văn An'],
  ['lines', 'Dòng một \r\n  dòng hai\r', 'Dòng một\ndòng hai'],
])('%s', (_, typed, kept) => expect(composed(typed)).toBe(kept))

test('what is kept is composed, and is kept as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = composed(text)
      expect(once).toBe(once.normalize('NFC'))
      expect(composed(once)).toBe(once)
    }),
  )
})
