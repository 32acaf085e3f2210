import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { Post } from '#domain/people/may.ts'
import { figureOf } from '#domain/statistics/figures.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, BRANCH_GIVEN, commandAt, EIGHT, type Hall, received } from './a-hall.ts'
import { bookOf } from './centre-book.ts'
import { type Changed, changeDossier, type ChangeGiven } from './change-dossier.ts'
import { newId } from './chance.ts'
import { checkCentre } from './checks/check-centre.ts'
import type { Desk } from './desk.ts'
import { seeCashSheet } from './money/see-cash-sheet.ts'
import { seeApologies } from './apologising/see-apologies.ts'
import { seeDossier } from './reading/see-dossier.ts'
import { type Reminder, seeReminders } from './reading/see-reminders.ts'
import { seeList } from './reading/see-list.ts'
import { followDossier } from './reading/follow-dossier.ts'
import { relayCentre } from './relaying/relay-centre.ts'
import { listOfFigure } from './statistics/figure-list.ts'
import { sumsIn } from './statistics/sums.ts'
import { searchDossiers } from './searching/search-dossiers.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const UNIT = 'TCKH'
const MARCH = { from: '2019-03-01', to: '2019-03-31' }
type Branch = keyof typeof BRANCH_GIVEN
type Lying = Pick<Changed, 'code' | 'version' | 'step'>

const deskOf = (post: Post, days = 0): Desk => {
  const unit = post === 'clerk' ? 'HCC-TN' : post === 'director' ? 'HCC' : UNIT
  return hall.deskOf(post, unit, EIGHT.add({ hours: 24 * days }))
}

/** Does what leaves the straight road; answers whatever it came to. */
function branch(post: Post, at: Lying, type: Branch, over: object = {}, days = 0) {
  const on = { id: newId(), version: at.version, step: at.step }
  const given = { type, ...on, ...BRANCH_GIVEN[type], ...over } as ChangeGiven
  return changeDossier(deskOf(post, days), at.code, given)
}

const at = <Value>(outcomes: readonly Outcome<Value>[], place: number): Value => {
  const [found] = outcomes.slice(place)
  if (found === undefined) throw new Error(`nothing at ${place}`)
  return allowed(found)
}

const asking = (at: Lying, answerBy: string | null): ChangeGiven => ({
  type: 'RequestSupplement',
  id: newId(),
  version: at.version,
  step: at.step,
  items: [{ component: null, wrong: 'Bản sao mờ', todo: 'Nộp lại', ground: 'Nghị định 61/2018' }],
  whyAgain: null,
  answerBy,
})

/** Goes on along the straight road until it is handed back. */
async function toTheEnd(from: Lying): Promise<Changed> {
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying: Lying & { isReady: boolean } = { ...from, isReady: false }
  for (;;) {
    const step = procedure?.steps.find(({ key }) => key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    const desk = hall.deskOf(step.post, step.unit)
    const changed = allowed(await changeDossier(desk, from.code, commandAt(step, lying)))
    if (changed.stage === 'returned') return changed
    lying = { ...changed, isReady: changed.stage === 'ready' }
  }
}

test('a refusal is approved, sealed and handed back as a result', async () => {
  const receipt = await received(hall)
  const proposed = allowed(await branch('handler', receipt, 'ProposeRefusal'))
  expect(proposed).toMatchObject({ stage: 'in-process', holder: { post: 'approver' } })
  expect(await toTheEnd(proposed)).toMatchObject({ stage: 'returned', timeliness: 'early' })
  const seen = allowed(await seeDossier(deskOf('director'), receipt.code))
  expect(seen).toMatchObject({ result: 'refused', refusal: { ground: BRANCH_GIVEN.ProposeRefusal.ground } })
  expect(seen.history.find(({ type }) => type === 'RefusalProposed')?.note).toContain('tranh chấp')
})

test('withdrawn at the counter: nobody holds it, the citizen sees it, and the same command again changes nothing', async () => {
  const receipt = await received(hall)
  const { lookupKey } = receipt
  const id = newId()
  const stopped = await branch('clerk', receipt, 'StopDossier', { id })
  expect(stopped).toMatchObject({ stage: 'stopped', holder: null, timeliness: 'on-time' })
  expect(await branch('clerk', receipt, 'StopDossier', { id })).toEqual(stopped)
  expect(await branch('handler', receipt, 'StopDossier')).toMatchObject({ refused: 'changed-meanwhile' })
  const followed = await followDossier(deskOf('clerk'), { code: receipt.code, key: lookupKey })
  expect(followed).toMatchObject({ stage: 'stopped', holder: null })
})

test('an unanswered supplement lapses after its day, not before, and not without a day', async () => {
  const receipt = await received(hall)
  const asked = allowed(await changeDossier(deskOf('handler'), receipt.code, asking(receipt, '2019-03-15')))
  const lapse = { why: 'not-answered' }
  expect(await branch('clerk', asked, 'StopDossier', lapse, 9)).toMatchObject({
    refused: 'answer-limit-not-over',
    facts: { answerBy: '2019-03-15' },
  })
  const seen = allowed(await seeDossier(deskOf('clerk'), receipt.code))
  expect(seen.answerBy).toBe('2019-03-15')
  expect(await branch('clerk', asked, 'StopDossier', lapse, 11)).toMatchObject({ refused: 'not-prompted' })
  const missed = allowed(await branch('handler', asked, 'PromptApplicant', { outcome: 'not-reached' }, 11))
  expect(await branch('clerk', missed, 'StopDossier', lapse, 20)).toMatchObject({ refused: 'not-prompted' })
  const told = allowed(await branch('clerk', missed, 'PromptApplicant', {}, 11))
  expect(await branch('clerk', told, 'StopDossier', lapse, 14)).toMatchObject({
    refused: 'prompted-lately',
    facts: { from: '2019-03-20' },
  })
  const { lapse: far, history } = allowed(await seeDossier(deskOf('clerk'), receipt.code))
  expect(far).toEqual({ made: ['2019-03-16'], needed: 1, from: '2019-03-20' })
  expect(history.map(({ prompt }) => prompt?.outcome ?? null).slice(-2)).toEqual(['not-reached', 'told'])
  expect(await branch('clerk', told, 'StopDossier', lapse, 15)).toMatchObject({
    stage: 'stopped',
    timeliness: 'on-time',
  })
  const open = await received(hall)
  const openAsked = allowed(await changeDossier(deskOf('handler'), open.code, asking(open, null)))
  expect(await branch('clerk', openAsked, 'StopDossier', lapse, 60)).toMatchObject({
    refused: 'no-answer-limit',
  })
})

test('stopping and approving at the same moment: one of them happens', async () => {
  const receipt = await received(hall)
  const [stopped, refused] = await Promise.all([
    branch('clerk', receipt, 'StopDossier'),
    branch('handler', receipt, 'ProposeRefusal'),
  ])
  expect([stopped, refused].filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }])
})

test('an apology is written, agreed to, signed and sent; the citizen sees the new promise, the law its own', async () => {
  const receipt = await received(hall)
  const drafted = allowed(await branch('handler', receipt, 'DraftApology'))
  expect(await branch('clerk', drafted, 'SendApology')).toMatchObject({ refused: 'apology-not-so-far' })
  const agreed = allowed(await branch('director', drafted, 'ConsentToApology'))
  const signed = allowed(await branch('approver', agreed, 'SignApology'))
  const sent = allowed(await branch('clerk', signed, 'SendApology'))
  expect(sent.lawfulDue).toBe(receipt.due)
  const followed = allowed(
    await followDossier(deskOf('clerk'), { code: receipt.code, key: receipt.lookupKey }),
  )
  expect(followed).toMatchObject({ promisedDue: '2019-06-14T10:00:00.000Z', lawfulDue: receipt.due })
  expect(await branch('handler', sent, 'DraftApology')).toMatchObject({ refused: 'apologised-already' })
  const days = (on: string) => ({ from: on, to: on })
  const listed = allowed(await seeApologies(deskOf('director'), days('2019-03-05')))
  expect(listed.lines).toMatchObject([{ code: receipt.code, isInTime: true, promised: followed.promisedDue }])
  expect([...listed.byCause.values()]).toEqual([1])
  expect(allowed(await seeApologies(deskOf('director'), days('2019-03-06'))).lines).toEqual([])
  expect(await seeApologies(deskOf('handler'), days('2019-03-05'))).toMatchObject({
    refused: 'not-permitted',
  })
})

test('another body is asked, and approval waits for its answer or its silence', async () => {
  const receipt = await received(hall)
  const id = newId()
  const asked = allowed(await branch('handler', receipt, 'AskOpinion', { id, answerBy: '2019-03-06' }))
  expect(asked.lawfulDue).toBe(receipt.due)
  const noAnswer = { consultation: id, answer: null }
  expect(await branch('handler', asked, 'RecordOpinion', noAnswer)).toMatchObject({
    refused: 'answer-limit-not-over',
  })
  const silent = allowed(await branch('handler', asked, 'RecordOpinion', noAnswer, 2))
  const { consultations } = allowed(await seeDossier(deskOf('handler'), receipt.code))
  expect(consultations).toEqual([{ key: id, body: 'Phòng QLĐT', answerBy: '2019-03-06', isClosed: true }])
  expect(await branch('handler', silent, 'RecordOpinion', { consultation: id })).toMatchObject({
    refused: 'no-opinion-awaited',
  })
})

test('money: put down, taken against numbers that go up, cancelled; and the till adds up to the đồng', async () => {
  const clerk = deskOf('clerk')
  const cashier = hall.deskOf('cashier', 'HCC-TN')
  const money = (desk: Desk, at: Lying, type: Branch, over: object = {}) => {
    const on = { id: newId(), version: at.version, step: at.step }
    return changeDossier(desk, at.code, { type, ...on, ...BRANCH_GIVEN[type], ...over } as ChangeGiven)
  }
  const charged = async () => allowed(await money(clerk, await received(hall), 'AssessFee'))
  const dossiers = await Promise.all([charged(), charged(), charged()])
  // A wrong amount takes no number.
  for (const one of dossiers)
    expect(await money(cashier, one, 'TakePayment', { dong: 7999 })).toMatchObject({
      refused: 'other-amount',
    })
  const payment = newId()
  const paid = await Promise.all(
    dossiers.map((one, place) => money(cashier, one, 'TakePayment', place === 0 ? { id: payment } : {})),
  )
  expect(paid.map((one) => allowed(one).owedDong)).toEqual([0, 0, 0])
  // The same again is the same payment, and takes no number.
  const [first] = dossiers
  if (first) expect(await money(cashier, first, 'TakePayment', { id: payment })).toEqual(paid[0])
  expect(await money(clerk, at(paid, 1), 'CancelPayment')).toMatchObject({ refused: 'not-permitted' })
  const cancelled = allowed(await money(cashier, at(paid, 0), 'CancelPayment', { payment }))
  expect(cancelled.owedDong).toBe(8000)
  const seen = allowed(await seeCashSheet(cashier, '2019-03-05'))
  const [sheet] = seen.sheets
  const numbers = sheet?.lines.flatMap((line) => line.receiptNumber ?? []).toSorted()
  expect(numbers).toEqual(['2019/0000001', '2019/0000002', '2019/0000003'])
  expect(sheet?.sums).toEqual({ cash: 16_000, transfer: 0, card: 0 })
  expect(seen.unused).toEqual([])
  expect(allowed(await seeCashSheet(cashier, '2019-03-06')).sheets).toEqual([])
  expect(await seeCashSheet(clerk, '2019-03-05')).toMatchObject({ refused: 'not-permitted' })
  // The director answers for the counter.
  expect(allowed(await seeCashSheet(deskOf('director'), '2019-03-05')).sheets).toEqual(
    seen.sheets.map((one) => ({ ...one, mayTakeOver: true })),
  )
})

test('a corrected name and telephone are found by, the old ones no longer', async () => {
  const receipt = await received(hall)
  const phone = '0911222333'
  const corrected = allowed(await branch('clerk', receipt, 'CorrectContact', { phone }))
  const found = async (words: string) => {
    const page = allowed(await searchDossiers(deskOf('clerk'), { typed: words, withOlder: false, most: 50 }))
    return page.lines.some(({ code }) => code === receipt.code)
  }
  expect(await found(phone)).toBe(true)
  const proposed = allowed(
    await branch('clerk', corrected, 'ProposeCorrection', { name: 'Vũ Thị Tuyết Mai' }),
  )
  expect(await found('tuyet mai')).toBe(false)
  allowed(await branch('director', proposed, 'ConfirmCorrection'))
  expect(await found('tuyet mai')).toBe(true)
})

test('each reminder comes on its day and goes when it is done with', async () => {
  const count = async (reminder: Reminder, days: number) =>
    allowed(await seeReminders(deskOf('director', days))).counts.get(reminder)
  const before = await count('answer-soon', 27)
  const asked = await received(hall)
  const waiting = allowed(await changeDossier(deskOf('handler'), asked.code, asking(asked, '2019-04-03')))
  // The last three days, then over; 5 March and 27 days is 1 April.
  expect(await count('answer-soon', 26)).toBe(0)
  expect(await count('answer-soon', 27)).toBe((before ?? 0) + 1)
  const over = (await count('answer-over', 29)) ?? 0
  expect(await count('answer-over', 30)).toBe(over + 1)
  const told = allowed(await branch('clerk', waiting, 'PromptApplicant', {}, 26))
  allowed(await branch('clerk', told, 'StopDossier', { why: 'not-answered' }, 30))
  expect(await count('answer-over', 30)).toBe(over)

  const silent = await received(hall)
  allowed(await branch('handler', silent, 'AskOpinion', { answerBy: '2019-03-20' }))
  const unanswered = (await count('opinion-over', 15)) ?? 0
  expect(await count('opinion-over', 16)).toBe(unanswered + 1)

  const again = await received(hall)
  const asTwice = (await count('asked-again', 0)) ?? 0
  const first = allowed(await changeDossier(deskOf('handler'), again.code, asking(again, '2019-04-03')))
  const answer = { type: 'TakeSupplement', id: newId(), components: [], channel: 'post' } as const
  const back = allowed(
    await changeDossier(deskOf('clerk'), again.code, { ...answer, version: first.version, step: first.step }),
  )
  expect(await count('asked-again', 0)).toBe(asTwice)
  const twice = { ...asking(back, '2019-04-03'), whyAgain: 'Giấy mới nộp đã hết hạn' }
  allowed(await changeDossier(deskOf('handler'), again.code, twice))
  expect(await count('asked-again', 0)).toBe(asTwice + 1)
  const { history } = allowed(await seeDossier(deskOf('director'), again.code))
  expect(history.map(({ channel }) => channel)).toContain('post')
  expect(history.at(-1)?.note).toContain('Giấy mới nộp đã hết hạn')

  const sorry = await received(hall)
  const apologies = (await count('apology', 0)) ?? 0
  const drafted = allowed(await branch('handler', sorry, 'DraftApology'))
  expect(await count('apology', 0)).toBe(apologies + 1)
  allowed(await branch('director', drafted, 'DropApology'))
  expect(await count('apology', 0)).toBe(apologies)
})

test('a result nobody fetches is pointed out a week after the day the citizen was told to come', async () => {
  const receipt = await received(hall)
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying: Changed | Lying = receipt
  while (!('stage' in lying && lying.stage === 'ready')) {
    const key: string = lying.step
    const step: Step | undefined = procedure?.steps.find((one) => one.key === key)
    if (!step) throw new Error(`no step ${key}`)
    lying = allowed(
      await changeDossier(hall.deskOf(step.post, step.unit), receipt.code, commandAt(step, lying)),
    )
  }
  const due = fromMoment(receipt.due ?? '')
  const at = (days: number) => ({ ...deskOf('director'), now: due.add({ hours: 24 * days }) })
  const uncollected = async (days: number) => allowed(await seeReminders(at(days))).counts.get('uncollected')
  expect(await uncollected(7)).toBe(0)
  expect(await uncollected(8)).toBe(1)
})

test('with every branch the promises hold, and each figure counts the dossiers its list shows', async () => {
  while ((await relayCentre(hall.centre)).done > 0);
  expect(await checkCentre(hall.centre)).toEqual([])
  const today = '2019-04-01'
  const sums = await sumsIn(hall.centre, { window: MARCH, today })
  const count = (figure: Parameters<typeof figureOf>[0]) => figureOf(figure, sums).count
  expect(count('refused')).toBe(1)
  expect(count('stopped')).toBeGreaterThanOrEqual(2)
  expect(count('apologies')).toBe(1)
  expect(count('to-settle')).toBe(count('settled') + count('in-progress'))
  const desk = deskOf('director', 27)
  for (const figure of ['settled', 'settled-on-time', 'settled-early', 'in-progress', 'received'] as const) {
    const asked = listOfFigure(figure, MARCH, today, {})
    const list = allowed(await seeList(desk, asked))
    expect([figure, list.count]).toEqual([figure, count(figure)])
  }
})
