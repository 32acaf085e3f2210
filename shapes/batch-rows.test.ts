import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmptyRow, MOST_ROWS, pastedRows, readRows, typedRow } from './batch-rows.ts'

const read = (pasted: string, mayRepeat = false) => {
  const { rows, faults } = pastedRows(pasted)
  return faults.length > 0 ? { rows: [], faults } : readRows(rows, { mayRepeat })
}

test('rows of a spreadsheet: head left out, empty lines too, numbers without their points', () => {
  const pasted =
    'Họ tên\tSố giấy tờ\tSố trang\tSố bản\tNội dung\r\n' +
    'Hoàng Văn Ước\t022 188 000.001\t2\t3\tBằng tốt nghiệp\r\n\r\n' +
    '\t\t1\t\t"Học bạ ""lớp 12"" bản gốc"\r\n'
  const first = { ownerName: 'Hoàng Văn Ước', idNumber: '022188000001', pages: 2, copies: 3 }
  const second = { ownerName: null, idNumber: null, pages: 1, copies: 1 }
  expect(read(pasted)).toEqual({
    faults: [],
    rows: [
      { place: 0, ...first, subject: 'Bằng tốt nghiệp' },
      { place: 1, ...second, subject: 'Học bạ "lớp 12" bản gốc' },
    ],
  })
})

test.each([
  ['a line of prose', 'Xin chào', [{ code: 'columns', line: 1, found: '1' }]],
  ['a column too many', 'A\t\t1\t1\tb\tc', [{ code: 'columns', line: 1, found: '6' }]],
  ['pages that are none', 'A\t\t0\t1', [{ code: 'wrong-pages', line: 1, cell: 'pages', found: '0' }]],
  ['an O for a nought', 'A\t\t1O\t1', [{ code: 'wrong-pages', line: 1, found: '1O' }]],
  ['half a copy', 'A\t\t1\t1,5', [{ code: 'wrong-copies', line: 1, found: '1,5' }]],
  ['a number with letters of ours', 'A\t02218800Ồ\t1\t1', [{ code: 'wrong-number', line: 1 }]],
  ['a number of nobody', '\t022188\t1\t1', [{ code: 'number-without-name', line: 1 }]],
  ['twice the same', 'A\t\t1\t1\nB\t\t1\t1\nA\t\t1\t1', [{ code: 'same-as', line: 3, found: '1' }]],
  ['control characters', 'A\u0007\t\t1\t1', [{ code: 'wrong-text', line: 1, cell: 'ownerName' }]],
  ['faults of several lines', 'A\t\tx\t1\nB\t\t1\ty', [{ line: 1 }, { line: 2 }]],
])('%s is told by its line', (_, pasted, faults) => {
  expect(read(pasted)).toMatchObject({ faults })
})

test('five hundred lines are told as five hundred, and none is taken', () => {
  const many = Array.from({ length: 500 }, (_, at) => `Người ${at}\t\t1\t1`).join('\n')
  expect(read(many)).toEqual({
    rows: [],
    faults: [{ code: 'too-many', line: 500, cell: null, found: '500' }],
  })
  expect(read(many.split('\n').slice(0, MOST_ROWS).join('\n')).rows).toHaveLength(MOST_ROWS)
})

test('alike rows are taken where they are meant', () => {
  expect(read('A\t\t1\t1\nA\t\t1\t1', true).faults).toEqual([])
})

test('whatever is pasted is read or told', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constantFrom('1', '"', '\t', '\n'))
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      const { rows, faults } = read(cells.join(''))
      for (const { copies, pages } of faults.length === 0 ? rows : []) {
        expect(copies).toBeGreaterThan(0)
        expect(pages === null || pages > 0).toBe(true)
      }
    }),
  )
  expect(isEmptyRow(typedRow(0, () => ' '))).toBe(true)
})
