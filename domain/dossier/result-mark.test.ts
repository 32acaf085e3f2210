import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markText, printNamed, readMark } from './result-mark.ts'

const MARK = { code: '000.00.12.H49-190305-0042', print: printNamed('ab'.repeat(32)), page: 2, pages: 3 }

test('a mark says dossier, print and page, in letters that take few dots, and is read as what it says', () => {
  expect(markText(MARK)).toBe('KQ:000.00.12.H49-190305-0042:ABABABABABABABABABAB:2/3')
  const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  const code = fc.constantFrom(MARK.code, 'H49.12-190305-12345', '15/HS-ĐĐ')
  const pages = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
  fc.assert(
    fc.property(sha256, code, pages, (hash, named, [one, other]) => {
      const mark = {
        code: named,
        print: printNamed(hash),
        page: Math.min(one, other),
        pages: Math.max(one, other),
      }
      expect(readMark(markText(mark))).toEqual(mark)
    }),
  )
})

test.each([
  ['the mark of a receipt', 'https://hanhchinhcong.dongtrieu.example/tra-cuu?ma=000.00.12.H49-190305-0042'],
  ['a code alone', 'KQ:000.00.12.H49-190305-0042'],
  ['a page beyond the last', markText({ ...MARK, page: 4 })],
  ['a page before the first', markText({ ...MARK, page: 0 })],
  ['a print that is no hash', markText({ ...MARK, print: 'X'.repeat(20) })],
  ['more behind it', `${markText(MARK)} `],
  ['nothing', ''],
])('%s is no mark', (_, text) => {
  expect(readMark(text)).toBeNull()
})
