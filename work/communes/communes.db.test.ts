import { afterAll, beforeAll, expect, test } from 'vitest'
import { toMoment } from '#domain/calendar/moment.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { holdDossier } from '#store/dossiers.ts'
import {
  aCompleteDossier,
  aHall,
  allowed,
  commandAt,
  EIGHT,
  type Hall,
  received,
  SIGNED_FOR,
} from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier, lawFor } from '../change-dossier.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { newId } from '../chance.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { seeLoad } from '../dividing/see-load.ts'
import { unitsLed } from '../dividing/units-led.ts'
import { doMany } from '../many/do-many.ts'
import { seeChosen } from '../many/see-chosen.ts'
import { followDossier } from '../reading/follow-dossier.ts'
import { seeList } from '../reading/see-list.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeWorklist } from '../reading/see-worklist.ts'
import { giveRegister, seeRegister } from '../papers/register.ts'
import { remindCentre } from '../reminding/remind-centre.ts'
import { seeReminders } from '../reading/see-reminders.ts'
import { relayCentre } from '../relaying/relay-centre.ts'
import { searchDossiers } from '../searching/search-dossiers.ts'
import { closeCashSheet } from '../money/close-cash-sheet.ts'
import { seeCashSheet } from '../money/see-cash-sheet.ts'
import { takeOverCash } from '../money/take-over-cash.ts'
import { seeBoard } from '../statistics/see-board.ts'
import { listOfFigure } from '../statistics/figure-list.ts'
import { seeReport } from '../statistics/see-report.ts'
import { confirmSheet } from '../transferring/close-sheet.ts'
import { handOverPapers } from '../transferring/hand-over-papers.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const AN_SINH = 'X07075'
const at = (hours: number) => EIGHT.add({ minutes: hours * 60 })
const dossierOf = async (code: string) => {
  const held = await holdDossier(opened.centre, code)
  if (!held) throw new Error(`${code} is gone`)
  return held.dossier
}
const listed = async (post: Parameters<Hall['deskOf']>[0], unit: string) =>
  allowed(await seeWorklist(hall.deskOf(post, unit), {})).lines.map(({ code }) => code)

/** Does what the step is there for, by whoever has its post. */
async function goOn(code: string, hours: number, documentNumber?: string) {
  const { holder, step, version, stage } = await dossierOf(code)
  if (!holder) throw new Error('ended')
  const desk = hall.deskOf(holder.post, holder.unit, at(hours))
  const { procedure } = lawFor(await dossierOf(code), await bookOf(opened.centre))
  const given = commandAt(currentStep(await dossierOf(code), procedure.steps), {
    step,
    version,
    isReady: stage === 'ready',
  })
  return changeDossier(desk, code, documentNumber ? Object.assign(given, { documentNumber }) : given)
}

test('up and back: handed in at An Sinh, settled at the centre, handed out at An Sinh', async () => {
  const { code, due, lookupKey } = await received(hall, { placeOfReceipt: AN_SINH })
  expect(await dossierOf(code)).toMatchObject({
    placeOfReceipt: AN_SINH,
    unit: 'TCKH',
    elsewhere: { desk: 'HCC-TN' },
    holder: { unit: 'HCC-TN', post: 'clerk' },
  })
  expect(await listed('clerk', 'HCC-TN')).toContain(code)
  expect(await listed('clerk', AN_SINH)).not.toContain(code)

  // Many at once, and the clock runs from then.
  const centre = hall.deskOf('clerk', 'HCC-TN', at(1))
  const { version, step } = await dossierOf(code)
  const chosen = [{ code, version, step }]
  const seen = allowed(await seeChosen(centre, chosen, 'forward'))
  expect(seen[0]?.refusal).toBeNull()
  const toDo = chosen.flatMap((one) => seen.map((line) => ({ ...line, ...one })))
  const forAll = { id: newId(), note: null, to: null }
  const [done] = await doMany(centre, { doing: 'forward', toDo, forAll }, (fault) => {
    throw fault
  })
  expect(done && isRefusal(done.outcome)).toBe(false)
  const competent = await dossierOf(code)
  expect(competent).toMatchObject({ competentAt: toMoment(at(1)), dueAtReceipt: due })
  expect((competent.lawfulDue ?? '') <= (due ?? '')).toBe(true)

  // The papers follow on a sheet that the other side confirms.
  const sheet = newId()
  const carried = await handOverPapers(hall.deskOf('clerk', AN_SINH, at(1.5)), {
    id: sheet,
    from: AN_SINH,
    to: competent.holder?.unit ?? '',
    dossiers: [code],
  })
  expect(isRefusal(carried)).toBe(false)
  const other = hall.deskOf('handler', 'TCKH', at(1.7))
  const closed = await confirmSheet(other, sheet, {
    id: newId(),
    lines: [{ code, isTaken: true, missing: [], note: null }],
  })
  expect(isRefusal(closed)).toBe(false)

  for (const hours of [2, 3, 4])
    if ((await dossierOf(code)).step !== 'return') allowed(await goOn(code, hours))
  expect(await dossierOf(code)).toMatchObject({ step: 'return', holder: { unit: AN_SINH, post: 'clerk' } })
  expect(await listed('clerk', AN_SINH)).toContain(code)
  allowed(await goOn(code, 24))
  const ready = await dossierOf(code)
  expect(ready).toMatchObject({ stage: 'ready', timeliness: 'early' })

  // Only its own desk hands it out.
  const away = hall.deskOf('clerk', 'HCC-TN', at(25))
  const hand = {
    id: newId(),
    type: 'HandBack',
    version: ready.version,
    step: 'return',
    way: 'counter',
    receiver: { name: 'Nguyễn Thị Hương', idNumber: '100123456', isAuthorised: false },
    proof: SIGNED_FOR,
  } as const
  expect(await changeDossier(away, code, hand)).toMatchObject({ refused: 'not-permitted' })
  allowed(await changeDossier(hall.deskOf('clerk', AN_SINH, at(25)), code, hand))
  const followed = allowed(
    await followDossier({ ...away, actor: { kind: 'public' } }, { code, key: lookupKey }),
  )
  expect(followed.placeOfReceiptName).toBe('Xã An Sinh')

  while ((await relayCentre(opened.centre)).done > 0);
  const board = allowed(await seeBoard(hall.deskOf('director', 'HCC', at(30)), { from: '2019-03' }))
  expect(board.desks.map(({ key, name }) => [key, name])).toEqual([[AN_SINH, 'Xã An Sinh']])
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('a commune settles its own, whoever received it; and its people see nothing else', async () => {
  const own = await received(hall, { procedure: '1.001193', placeOfReceipt: AN_SINH })
  const elsewhere = await received(hall, {
    procedure: '1.001193',
    placeOfReceipt: 'P07069',
    commune: AN_SINH,
  })
  const atCentre = await received(hall, { procedure: '1.001193', commune: AN_SINH })
  const centres = await received(hall)
  for (const { code } of [own, elsewhere, atCentre])
    expect(await dossierOf(code)).toMatchObject({ unit: AN_SINH })
  expect((await dossierOf(own.code)).elsewhere).toBeUndefined()
  expect((await dossierOf(atCentre.code)).holder).toMatchObject({ unit: AN_SINH, post: 'clerk' })

  const clerk = hall.deskOf('clerk', AN_SINH)
  const sees = async (desk: typeof clerk, code: string) => !isRefusal(await seeDossier(desk, code))
  expect(await Promise.all([own, elsewhere, atCentre, centres].map(({ code }) => sees(clerk, code)))).toEqual(
    [true, true, true, false],
  )
  const maoKhe = hall.deskOf('clerk', 'P07069')
  expect(await sees(maoKhe, elsewhere.code)).toBe(true)
  expect(await sees(maoKhe, own.code)).toBe(false)
  const found = allowed(
    await searchDossiers(maoKhe, { typed: 'Nguyễn Thị Hương', withOlder: false, most: 9 }),
  )
  expect(found.lines.map(({ code }) => code)).toEqual([elsewhere.code])

  const numbers = ['12/KS']
  for (const hours of [1, 2, 3, 4])
    allowed(await goOn(own.code, hours, (await dossierOf(own.code)).step === 'seal' ? numbers[0] : undefined))
  expect(await dossierOf(own.code)).toMatchObject({ stage: 'ready' })
})

test('what is not received in time is pointed out to the desk that is to receive it, once', async () => {
  const { code } = await received(hall, { placeOfReceipt: AN_SINH })
  const late = async (hours: number) => {
    const seen = allowed(await seeReminders(hall.deskOf('clerk', 'HCC-TN', at(hours))))
    return [seen.counts.get('to-receive'), seen.counts.get('to-receive-late')]
  }
  expect(await late(1)).toEqual([1, 0])
  // Four working hours from 08:00 are over at 14:00.
  expect(await late(7)).toEqual([1, 1])
  const sweep = () =>
    remindCentre({ centre: opened.centre, now: at(7) }, (failing, cause) => {
      throw new Error(failing, { cause })
    })
  await sweep()
  await sweep()
  const { reminded } = allowed(await seeDossier(hall.deskOf('clerk', AN_SINH, at(7)), code))
  expect(reminded.map(({ kind, unitName, post }) => [kind, unitName, post])).toEqual([
    ['to-receive-late', 'Bộ phận Tiếp nhận và Trả kết quả', 'clerk'],
  ])
})

test('a commune keeps the book of what it settles, and the centre that of everything else', async () => {
  const fieldsOf = async (post: 'clerk' | 'director', unit: string) =>
    allowed(await seeRegister(hall.deskOf(post, unit), 2019)).map(({ field }) => field)
  expect(await fieldsOf('clerk', AN_SINH)).toEqual(['Hộ tịch'])
  expect(await fieldsOf('clerk', 'P07126')).toEqual([])
  expect(await fieldsOf('clerk', 'HCC-TN')).not.toContain('Hộ tịch')
  const asked = { year: 2019, fields: ['Hộ tịch'], book: 1 }
  expect(await giveRegister(hall.deskOf('director', 'HCC'), asked)).toMatchObject({
    refused: 'no-such-paper',
  })
  const book = allowed(await giveRegister(hall.deskOf('clerk', AN_SINH, at(30)), asked))
  expect(Buffer.from(book.subarray(0, 5)).toString()).toBe('%PDF-')
})

test('a commune is led and reported by its own chairman; the centre reports without it, the level above with it', async () => {
  const chairman = hall.deskOf('head', AN_SINH)
  const director = hall.deskOf('director', 'HCC')
  expect(await seeLoad(director, AN_SINH)).toMatchObject({ refused: 'not-permitted' })
  expect(allowed(await seeLoad(chairman, AN_SINH)).people.length).toBeGreaterThan(0)
  expect((await unitsLed(director)).map(({ code }) => code)).not.toContain(AN_SINH)
  expect((await unitsLed(chairman)).map(({ code }) => code)).toEqual([AN_SINH])

  while ((await relayCentre(opened.centre)).done > 0);
  const window = { from: '2019-03-01', to: '2019-03-31' }
  const report = async (desk: typeof director, form: 'II.06a' | 'II.06b', unit?: string) => {
    const { lines, unitName } = allowed(await seeReport(desk, { form, window, unit }))
    const received = (name: string) => lines.find((line) => line.name === name)?.cells[0] ?? 0
    return { unitName, all: received('Tổng số'), of: received }
  }
  const own = await report(chairman, 'II.06a')
  expect(own.unitName).toBe('Xã An Sinh')
  expect(await report(chairman, 'II.06a', 'TP')).toMatchObject({ unitName: 'Xã An Sinh', all: own.all })
  const town = await report(director, 'II.06a')
  const both = await report(director, 'II.06b')
  expect(both.of('Xã An Sinh')).toBe(own.all)
  expect(own.all).toBeGreaterThan(0)
  expect(both.all - town.all).toBe(own.all)
  expect(town.of('Hộ tịch')).toBe(0)
  const listed = async (settledBy?: 'centre') =>
    allowed(await seeList(director, listOfFigure('received', window, '2019-04-01', { settledBy }))).count
  expect([await listed('centre'), await listed()]).toEqual([town.all, both.all])
})

test('the money of a commune is taken over by its chairman, and its till is no till of the centre', async () => {
  const cashier = hall.deskOf('cashier', AN_SINH)
  const staff = cashier.actor.kind === 'staff' ? cashier.actor.id : ''
  const given = { id: newId(), on: '2019-03-05', openingDong: 0, counted: {}, why: null }
  const sheet = allowed(await closeCashSheet(cashier, given))
  const director = hall.deskOf('director', 'HCC')
  const chairman = hall.deskOf('head', AN_SINH)
  const seen = async (desk: typeof director) =>
    allowed(await seeCashSheet(desk, '2019-03-05')).sheets.map((one) => [one.staff, one.mayTakeOver])
  expect(await seen(director)).toEqual([])
  expect(await seen(chairman)).toEqual([[staff, true]])
  expect(await seen(cashier)).toEqual([[staff, false]])
  const taking = { on: '2019-03-05', sheet: sheet.id }
  expect(await takeOverCash(director, taking)).toMatchObject({ refused: 'not-permitted' })
  expect(await takeOverCash(chairman, taking)).toBe(true)
})

test('what a commune may not receive, or not there, is refused', async () => {
  const given = await aCompleteDossier(hall, { placeOfReceipt: AN_SINH })
  expect(await receiveDossier(hall.deskOf('clerk', 'HCC-TN'), given)).toMatchObject({
    refused: 'not-permitted',
  })
  const clerk = hall.deskOf('clerk', AN_SINH)
  const tax = await aCompleteDossier(hall, { procedure: '1.007277', placeOfReceipt: AN_SINH })
  expect(await receiveDossier(clerk, tax)).toMatchObject({ refused: 'not-at-this-desk' })
  const post = { ...given, id: newId(), returnWish: { way: 'post', address: 'Thôn 3' } } as const
  expect(await receiveDossier(clerk, post)).toMatchObject({ refused: 'returned-at-the-desk' })
})
