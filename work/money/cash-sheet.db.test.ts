import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { CashSheetToClose } from '#shapes/cash.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { changeDossier } from '../change-dossier.ts'
import { checkCash } from '../checks/check-cash.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeList } from '../reading/see-list.ts'
import { remindedOf as listMeant } from '../reading/see-reminders.ts'
import { closeCashSheet } from './close-cash-sheet.ts'
import { openTill } from './open-till.ts'
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

/** Somebody else who is cashier at the same counter. */
function colleague(day: number): Desk {
  const desk = hall.deskOf('clerk', 'HCC-TN', on(day))
  if (desk.actor.kind !== 'staff') throw new Error('nobody')
  const appointments = [{ post: 'cashier', unit: 'HCC-TN', from: '2019-01-01', until: null }] as const
  return { ...desk, actor: { ...desk.actor, appointments } }
}

test('out of a till nobody takes money but its cashier and who leads: it is on the sheet it was taken on', async () => {
  const payment = newId()
  const { code, version, step } = allowed(await pay(cashier(5), await charged(5), { id: payment }))
  const cancel = { type: 'CancelPayment', version, step, payment, reason: 'Ghi nhầm hình thức' } as const
  const tries = (desk: Desk) => changeDossier(desk, code, { ...cancel, id: newId() })
  const of = async (desk: Desk) => allowed(await seeDossier(desk, code))
  expect(await tries(colleague(5))).toMatchObject({ refused: 'other-till' })
  expect((await of(colleague(5))).mayCancel).toEqual([])
  const offered = (await of(colleague(5))).may.find(({ command }) => command === 'CancelPayment')
  expect(offered?.refusal).toMatchObject({ refused: 'other-till' })

  const director = hall.deskOf('director', 'HCC', on(5))
  expect((await of(director)).mayCancel).toEqual([payment])
  expect(allowed(await tries(director)).owedDong).toBe(8000)
  const { sheets } = allowed(await seeCashSheet(director, '2019-03-10'))
  const own = cashier(5).actor
  expect(sheets.map(({ staff }) => staff)).toEqual([own.kind === 'staff' && own.id])
  expect(sheets[0]?.lines.map(({ kind, byName }) => [kind, byName])).toEqual([
    ['taken', null],
    ['cancelled', director.actor.kind === 'staff' && director.actor.name],
  ])
  expect(sheets[0]?.sums.cash).toBe(0)

  // A closed till gives nothing back, whoever asks; the money is refunded from another.
  const again = newId()
  const late = allowed(await pay(cashier(5), { code, version: version + 1, step } as Owing, { id: again }))
  allowed(await closeCashSheet(cashier(5), toClose('2019-03-10')))
  const on5 = { ...cancel, version: late.version, payment: again, id: newId() }
  expect(await changeDossier(director, code, on5)).toMatchObject({ refused: 'day-closed' })
  const refund = { id: newId(), version: late.version, step: late.step, payment: again, dong: 8000 }
  const why = { reason: 'Rút hồ sơ', ground: 'Luật Phí và lệ phí 2015' }
  const ask = { ...refund, ...why, type: 'AskRefund' } as const
  expect(await changeDossier(cashier(5), code, ask)).toMatchObject({ refused: 'day-closed' })
  const asked = allowed(await changeDossier(colleague(5), code, { ...ask, id: newId() }))
  const agree = { id: newId(), type: 'AgreeToRefund', version: asked.version, step: asked.step } as const
  expect(await changeDossier(colleague(5), code, agree)).toMatchObject({ refused: 'second-person-needed' })
  expect((await changeDossier(hall.deskOf('head', 'TNMT', on(5)), code, agree)) as object).toMatchObject({
    refused: 'not-permitted',
  })
  allowed(await changeDossier(director, code, agree))
  const its = colleague(5).actor
  const paidBack = allowed(await seeCashSheet(director, '2019-03-10')).sheets.find(
    ({ staff }) => its.kind === 'staff' && staff === its.id,
  )
  expect(paidBack?.lines.map(({ kind, byName }) => [kind, byName])).toEqual([
    ['refunded', director.actor.kind === 'staff' && director.actor.name],
  ])
  expect(await checkCash(opened.centre)).toEqual([])
})

test('a day begins with a float that is recorded once; the evening goes by it', async () => {
  const given = { id: newId(), on: '2019-03-11', dong: 150_000 }
  const twice = await Promise.all([openTill(cashier(6), given), openTill(cashier(6), given)])
  expect(twice[0]).toMatchObject({ on: '2019-03-11', dong: 150_000 })
  expect(twice[1]).toEqual(twice[0])
  expect(await openTill(cashier(6), { ...given, id: newId() })).toMatchObject({ refused: 'day-opened' })
  expect(await openTill(cashier(6), { ...given, dong: 1 })).toMatchObject({ refused: 'command-id-reused' })
  expect(await openTill(cashier(7), { ...given, id: newId() })).toMatchObject({ refused: 'day-not-today' })
  const clerk = hall.deskOf('clerk', 'HCC-TN', on(6))
  expect(await openTill(clerk, { ...given, id: newId() })).toMatchObject({ refused: 'not-permitted' })
  const [seen] = allowed(await seeCashSheet(cashier(6), '2019-03-11')).sheets
  expect(seen).toMatchObject({ opening: { dong: 150_000 }, lines: [], closed: null })

  allowed(await pay(cashier(6), await charged(6)))
  const counted = { '100000': 1, '50000': 1, '5000': 1, '2000': 1, '1000': 1 }
  const close = { counted, why: null }
  expect(await closeCashSheet(cashier(6), toClose('2019-03-11', close))).toMatchObject({
    refused: 'opening-differs',
  })
  const sheet = allowed(
    await closeCashSheet(cashier(6), toClose('2019-03-11', { ...close, openingDong: null })),
  )
  expect(sheet.content).toMatchObject({ openingDong: 150_000, expectedDong: 158_000, differenceDong: 0 })
  expect(sheet.content.openedAt).toBe(on(6).toString({ smallestUnit: 'millisecond' }))
  const late = { ...given, id: newId() }
  expect(await openTill(colleague(6), late)).toMatchObject({ dong: 150_000 })
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
  const director = hall.deskOf('director', 'HCC', on(4))
  const waitsWith = async (desk: Desk) => {
    const asked = listMeant('second-person', desk === director)
    return allowed(await seeList(desk, asked)).lines.map((one) => one.code)
  }
  let lying = allowed(await pay(cashier(4), await charged(4), { id }))
  const back = async (dong: number) => {
    const { code, version, step } = lying
    const why = { reason: 'Rút hồ sơ', ground: 'Luật Phí và lệ phí 2015' }
    const refund = { id: newId(), type: 'AskRefund', version, step, payment: id, dong, ...why } as const
    const asked = await changeDossier(cashier(4), code, refund)
    if (isRefusal(asked)) return asked
    // Whoever may let it be is reminded of it, and nobody of what he asked for himself.
    const reminded = [cashier(4), colleague(4), hall.deskOf('handler', 'KT', on(4)), director].map(waitsWith)
    expect(await Promise.all(reminded)).toEqual([[], [code], [], [code]])
    const agree = { id: newId(), type: 'AgreeToRefund', version: asked.version, step } as const
    // Two who agree at once give it back once.
    const agreed = await Promise.all(
      [colleague(4), director].map((desk) => changeDossier(desk, code, { ...agree, id: newId() })),
    )
    expect(agreed.filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }])
    lying = allowed(agreed.find((one) => !isRefusal(one)) ?? asked)
    expect(await waitsWith(director)).toEqual([])
    return lying.owedDong
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
