import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { CashSheetToClose } from '#shapes/cash.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { changeDossier } from '../change-dossier.ts'
import { checkCash } from '../checks/check-cash.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { closeCashSheet } from './close-cash-sheet.ts'
import { seeCashSheet } from './see-cash-sheet.ts'
import { takeOverCash } from './take-over-cash.ts'

let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const on = (day: number) => EIGHT.add({ hours: 24 * day })
const cashier = (day = 0) => hall.deskOf('cashier', 'HCC-TN', on(day))

/** A dossier of which 8.000 đ are owed. */
async function charged(day = 0) {
  const { code, version, step } = await received(hall)
  const lines = [{ kind: 'fee', name: 'Lệ phí', dong: 8000 }] as const
  const assess = { id: newId(), type: 'AssessFee', version, step, lines, exemption: null } as const
  return allowed(await changeDossier(hall.deskOf('clerk', 'HCC-TN', on(day)), code, assess))
}

type Owing = Awaited<ReturnType<typeof charged>>
const pay = (desk: Desk, { code, version, step }: Owing, over: object = {}) =>
  changeDossier(desk, code, {
    id: newId(),
    type: 'TakePayment',
    version,
    step,
    way: 'cash',
    dong: 8000,
    ...over,
  })

const toClose = (day: string, over: Partial<CashSheetToClose> = {}): CashSheetToClose => ({
  id: newId(),
  on: day,
  openingDong: 100_000,
  counted: {},
  why: 'Thử',
  ...over,
})

test('a day is counted, closed and frozen; it takes no more, another cashier’s day does, and the money is taken over', async () => {
  const paid = allowed(await pay(cashier(), await charged()))
  allowed(await pay(cashier(), await charged(), { way: 'transfer', reference: 'FT19064123' }))
  const { code, version, step } = paid
  const given = toClose('2019-03-05', { counted: { '100000': 1, '5000': 1, '2000': 1 }, why: null })
  expect(await closeCashSheet(cashier(), given)).toMatchObject({
    refused: 'difference-needs-reason',
    facts: { counted: 107_000, expected: 108_000 },
  })
  const right = { ...given, counted: { ...given.counted, '1000': 1 } }
  const sheet = allowed(await closeCashSheet(cashier(), right))
  expect(sheet).toMatchObject({
    number: '2019/SQ-0001',
    content: {
      takenDong: 8000,
      expectedDong: 108_000,
      differenceDong: 0,
      sums: { cash: 8000, transfer: 8000 },
    },
  })
  expect(allowed(await closeCashSheet(cashier(), right))).toEqual(sheet)
  expect(await closeCashSheet(cashier(), toClose('2019-03-05'))).toMatchObject({ refused: 'day-closed' })

  expect(await pay(cashier(), await charged())).toMatchObject({ refused: 'day-closed' })
  const cancel = {
    id: newId(),
    type: 'CancelPayment',
    version,
    step,
    payment: newId(),
    reason: 'Nhầm',
  } as const
  expect(await changeDossier(cashier(), code, cancel)).toMatchObject({ refused: 'day-closed' })
  expect(allowed(await pay(cashier(1), await charged(1))).owedDong).toBe(0)

  const taking = { on: '2019-03-05', sheet: sheet.id }
  expect(await takeOverCash(cashier(), taking)).toMatchObject({ refused: 'not-permitted' })
  const director = hall.deskOf('director', 'HCC')
  expect(await takeOverCash(director, taking)).toBe(true)
  expect(await takeOverCash(director, taking)).toMatchObject({ refused: 'taken-over-already' })
  expect(await takeOverCash(director, { ...taking, sheet: newId() })).toMatchObject({
    refused: 'no-such-sheet',
  })
  const seen = allowed(await seeCashSheet(director, '2019-03-05'))
  expect(seen.sheets[0]?.closed?.takenOver).toMatchObject({
    staff: director.actor.kind === 'staff' ? director.actor.id : '',
  })
  expect(seen.unused).toEqual([])
  expect(await checkCash(opened.centre)).toEqual([])
})

test('closed while money is being taken: each payment is on the sheet or refused, and it balances to the đồng', async () => {
  const owing = await Promise.all(Array.from({ length: 8 }, () => charged(2)))
  const done = await Promise.all([
    ...owing.slice(0, 4).map((one) => pay(cashier(2), one)),
    closeCashSheet(cashier(2), toClose('2019-03-07')),
    ...owing.slice(4).map((one) => pay(cashier(2), one)),
  ])
  const refusals = done.flatMap((one) => (isRefusal(one) ? [one.refused] : []))
  expect(new Set(refusals).size).toBeLessThanOrEqual(1)
  expect(refusals.every((one) => one === 'day-closed')).toBe(true)
  const [sheet] = allowed(await seeCashSheet(cashier(2), '2019-03-07')).sheets
  expect(sheet?.closed?.content.takenDong).toBe(8000 * (8 - refusals.length))
  expect(sheet?.sums.cash).toBe(sheet?.closed?.content.takenDong)
  expect(await checkCash(opened.centre)).toEqual([])
})

test('sent twice, or by two at once, a fee is taken once', async () => {
  const owing = await charged(3)
  const same = { id: newId() }
  const twice = await Promise.all([pay(cashier(3), owing, same), pay(cashier(3), owing, same)])
  expect(twice.map((one) => !isRefusal(one) && one.owedDong)).toEqual([0, 0])
  const another = await charged(3)
  const raced = await Promise.all([pay(cashier(3), another), pay(cashier(3), another)])
  expect(raced.filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }])
  const [sheet] = allowed(await seeCashSheet(cashier(3), '2019-03-08')).sheets
  expect(sheet?.sums.cash).toBe(16_000)
})

test('a part is refunded and then the rest, never more, and nothing of it is owed again', async () => {
  const id = newId()
  let lying = allowed(await pay(cashier(4), await charged(4), { id }))
  const back = async (dong: number) => {
    const { code, version, step } = lying
    const why = { reason: 'Rút hồ sơ', ground: 'Luật Phí và lệ phí 2015' }
    const refund = { id: newId(), type: 'RefundPayment', version, step, payment: id, dong, ...why } as const
    const changed = await changeDossier(cashier(4), code, refund)
    if (!isRefusal(changed)) lying = changed
    return isRefusal(changed) ? changed : changed.owedDong
  }
  expect(await back(3000)).toBe(0)
  expect(await back(5001)).toMatchObject({ refused: 'other-amount', facts: { owed: 5000 } })
  const cancel = { id: newId(), type: 'CancelPayment', version: lying.version, step: lying.step } as const
  const cancelled = await changeDossier(cashier(4), lying.code, { ...cancel, payment: id, reason: 'Nhầm' })
  expect(cancelled).toMatchObject({ refused: 'payment-undone' })
  expect(await back(5000)).toBe(0)
  expect(await back(1)).toMatchObject({ refused: 'nothing-paid' })
  const [sheet] = allowed(await seeCashSheet(cashier(4), '2019-03-09')).sheets
  expect(sheet?.sums.cash).toBe(0)
})
