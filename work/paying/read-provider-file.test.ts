import { expect, test } from 'vitest'
import type { FileColumns } from '#domain/paying/provider.ts'
import { readProviderFile } from './read-provider-file.ts'

const columns: FileColumns = {
  transaction: ['Số tham chiếu', 'Reference'],
  dong: ['Ghi có', 'Credit'],
  paidAt: ['Ngày giao dịch'],
  text: ['Nội dung'],
  times: 1,
}
const read = (text: string, over: Partial<FileColumns> = {}) =>
  readProviderFile(text, { ...columns, ...over })
const HEAD = 'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung'

test('a statement as a bank writes it: its own lines around the table, money out, a sum at the end', () => {
  const statement = `\uFEFFSao kê tài khoản;0123456789;;;
${HEAD.normalize('NFD')}
05/03/2019 09:30:11;FT1;;8.000;"MBVCB MC01234567893; chuyen tien"
5/3/2019;FT2;;1,234,567.00;NGUYEN VAN A
06/03/2019 10:00;FT3;5.000;;Phi
Tổng cộng;;;1.242.567;`
  expect(read(statement)).toEqual([
    {
      transaction: 'FT1',
      dong: 8000,
      paidAt: '2019-03-05T02:30:11.000Z',
      text: 'MBVCB MC01234567893; chuyen tien',
    },
    { transaction: 'FT2', dong: 1_234_567, paidAt: '2019-03-04T17:00:00.000Z', text: 'NGUYEN VAN A' },
  ])
})

test('commas, times a hundred, and only what was paid', () => {
  const list =
    'reference,credit,Ngày giao dịch,Nội dung,Trạng thái\n1,800000,20190305093011,x,Thành công\n2,800000,20190305093011,x,Thất bại'
  expect(read(list, { times: 100, state: { names: ['trạng thái'], paid: ['thành công'] } })).toEqual([
    { transaction: '1', dong: 8000, paidAt: '2019-03-05T02:30:11.000Z', text: 'x' },
  ])
})

test.each([
  [
    'no table',
    'a;b\n1;2',
    'file-columns-missing',
    { columns: ['Số tham chiếu', 'Ghi có', 'Ngày giao dịch', 'Nội dung'] },
  ],
  ['nothing came in', `${HEAD}\n05/03/2019;FT1;5.000;;x`, 'file-empty', {}],
  [
    'an amount that is none',
    `${HEAD}\n05/03/2019;FT1;;8.00.0;x`,
    'file-line-wrong',
    { line: 2, found: '8.00.0' },
  ],
  [
    'a day that is none',
    `${HEAD}\n31/02/2019;FT1;;8.000;x`,
    'file-line-wrong',
    { line: 2, found: '31/02/2019' },
  ],
])('%s', (_, text, refused, facts) => {
  expect(read(text)).toMatchObject({ refused, facts })
})
