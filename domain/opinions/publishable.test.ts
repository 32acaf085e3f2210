import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personalPartsIn } from './publishable.ts'

const NAMES = ['Nguyễn Thị Hương']

test.each([
  ['Người dân hỏi vì sao phải chờ ba ngày.', []],
  ['Chị NGUYEN THI HUONG hỏi việc này.', ['name']],
  ['Chị Nguyễn Thị Hương Giang hỏi việc này.', ['name']],
  ['Chị Hương hỏi việc này.', []],
  ['Gọi 0912 345 678 để biết.', ['number']],
  ['Gọi 0912.345.678 để biết.', ['number']],
  ['Căn cước 022185001234.', ['number']],
  ['Hồ sơ 000.00.12.H49-190703-0042 đã xong.', ['number']],
  ['Lệ phí là 1.250.000.000 đồng, nộp trước 05/03/2019.', []],
  ['Viết cho huong@example.vn.', ['mail']],
  ['Theo Nghị định 61/2018/NĐ-CP và Luật 02/2011/QH13.', []],
])('what points at somebody is found: %s', (text, found) => {
  expect(personalPartsIn(text, NAMES)).toEqual(found)
})

test('no identity number or telephone passes, however it is grouped and whatever stands around it', () => {
  const digits = fc.stringMatching(/^0\d{8,11}$/)
  const gap = fc.constantFrom('', ' ', '.', '-')
  const words = fc.constantFrom('', 'số ', 'anh Bình, ', 'ngày 05/03/2019, ')
  fc.assert(
    fc.property(words, digits, gap, words, (before, number, between, behind) => {
      const grouped = number.replace(/(\d{3})(?=\d)/g, `$1${between}`)
      expect(personalPartsIn(`${before}${grouped} ${behind}`, [])).toContain('number')
    }),
  )
})
