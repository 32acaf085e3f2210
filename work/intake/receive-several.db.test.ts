import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { RowToReceive } from '#shapes/batch-rows.ts'
import type { BatchToReceive } from '#shapes/batch-to-receive.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { giveReceiptList } from './give-receipt-list.ts'
import { receiveSeveral } from './receive-several.ts'
import { seeVisit } from './see-visit.ts'

const COPIES = '2.000815'
const SITE = 'https://hcc.example/tra-cuu'
let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const noFault = (fault: unknown) => {
  throw fault
}
const aRow = (place: number, over: Partial<RowToReceive> = {}): RowToReceive => ({
  place,
  ownerName: `Hoàng Văn ${place}`,
  idNumber: null,
  pages: 1 + (place % 4),
  copies: 2,
  subject: 'Bằng tốt nghiệp',
  ...over,
})
const aBatch = (rows: readonly RowToReceive[], over: Partial<BatchToReceive> = {}): BatchToReceive => ({
  id: newId(),
  visit: newId(),
  procedure: COPIES,
  case: null,
  channel: 'counter',
  placeOfReceipt: 'HCC-TN',
  applicant: { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '100123456', phone: null, address: null },
  returnWish: { way: 'counter', address: null },
  rows,
  ...over,
})
const several = async (desk: Desk, batch: BatchToReceive) =>
  allowed(await receiveSeveral(desk, batch, noFault))
const clerk = () => hall.deskOf('clerk', 'HCC-TN')

test('fifty copies to certify: each a dossier with its own case and fee, together one visit', async () => {
  const batch = aBatch(Array.from({ length: 50 }, (_, place) => aRow(place)))
  const done = await several(clerk(), batch)
  expect(done.filter(({ outcome }) => isRefusal(outcome))).toEqual([])
  const seen = allowed(await seeVisit(clerk(), batch.visit))
  expect(new Set(seen.lines.map(({ code }) => code)).size).toBe(50)
  // Two copies of one, two, three and four pages: 2.000 đ a page, 1.000 đ from the third on (Circular 226/2016/TT-BTC).
  expect(seen.lines.slice(0, 4).map(({ feeDong }) => feeDong)).toEqual([4000, 8000, 10_000, 12_000])
  expect(seen.totalDong).toBe(13 * 4000 + 13 * 8000 + 12 * 10_000 + 12 * 12_000)
})

test('a batch sent twice at once is received once, and answers alike', async () => {
  const batch = aBatch([aRow(0), aRow(1)])
  const [once, twice] = await Promise.all([several(clerk(), batch), several(clerk(), batch)])
  expect(once).toEqual(twice)
  expect(allowed(await seeVisit(clerk(), batch.visit)).lines).toHaveLength(2)
  // Cut off after the first of two: sent again, the rest follows and nothing is doubled.
  const more = { ...batch, rows: [...batch.rows, aRow(2)] }
  await several(clerk(), more)
  expect(allowed(await seeVisit(clerk(), batch.visit)).lines).toHaveLength(3)
})

test('a row that is refused stays behind, the others stand, and put right it is received', async () => {
  const batch = aBatch([aRow(0), aRow(1, { pages: null }), aRow(2)])
  const refusals = async (given: BatchToReceive) =>
    (await several(clerk(), given)).map(({ outcome }) => (isRefusal(outcome) ? outcome.refused : 'received'))
  expect(await refusals(batch)).toEqual(['received', 'pages-needed', 'received'])
  expect(await refusals({ ...batch, rows: [aRow(1)] })).toEqual(['received'])
  expect(await refusals(aBatch([aRow(0, { pages: 5 })], { case: 'two-pages' }))).toEqual([
    'case-of-other-pages',
  ])
})

test('another person, and another day, begin a visit of their own', async () => {
  const batch = aBatch([aRow(0)])
  await several(clerk(), batch)
  const other = { ...batch, id: newId(), applicant: { ...batch.applicant, idNumber: '100999999' } }
  const [refused] = await several(clerk(), other)
  expect(refused?.outcome).toMatchObject({ refused: 'other-visit' })
  const tomorrow = hall.deskOf('clerk', 'HCC-TN', EIGHT.add({ hours: 24 }))
  const [late] = await several(tomorrow, { ...batch, id: newId() })
  expect(late?.outcome).toMatchObject({ refused: 'other-visit' })
  // The same command again is answered as it was the first time, tomorrow too.
  const [again] = await several(tomorrow, batch)
  expect(isRefusal(again?.outcome)).toBe(false)
})

test('one receipt list, the same bytes for ever; what is added makes another', async () => {
  const batch = aBatch([aRow(0), aRow(1)])
  await several(clerk(), batch)
  const list = async () => Buffer.from(allowed(await giveReceiptList(clerk(), batch.visit, SITE)))
  const [once, twice] = await Promise.all([list(), list()])
  expect(once.equals(twice)).toBe(true)
  await received(hall, { visit: batch.visit, applicant: { ...batch.applicant, phone: '0912345678' } })
  const third = await list()
  expect(third.equals(once)).toBe(false)
  expect((await list()).equals(third)).toBe(true)
  const reprints = await opened.ownerCentre.db.selectFrom('paper_reprint').select('id').execute()
  expect(reprints).toHaveLength(2)
})

test('what would be refused for every row refuses the batch, and nothing is received', async () => {
  const refused = async (over: Partial<BatchToReceive>, desk = clerk()) =>
    receiveSeveral(desk, aBatch([aRow(0), aRow(1)], over), noFault)
  expect(await refused({}, hall.deskOf('cashier', 'HCC-TN'))).toMatchObject({ refused: 'not-permitted' })
  expect(await refused({ placeOfReceipt: 'TP' })).toMatchObject({ refused: 'not-permitted' })
  expect(await refused({ procedure: 'khong-co' })).toMatchObject({ refused: 'no-such-procedure' })
  expect(await refused({ case: 'khong-co' })).toMatchObject({ refused: 'no-such-case' })
})

test('a list with its keys is for those who receive at that counter', async () => {
  const batch = aBatch([aRow(0)])
  await several(clerk(), batch)
  const cashier = hall.deskOf('cashier', 'HCC-TN')
  expect(await seeVisit(cashier, batch.visit)).toMatchObject({ refused: 'not-permitted' })
  expect(await giveReceiptList(cashier, batch.visit, SITE)).toMatchObject({ refused: 'not-permitted' })
  expect(await seeVisit(clerk(), 'kein-besuch')).toMatchObject({ refused: 'no-such-visit' })
})
