import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMoment } from '#domain/calendar/moment.ts'
import { slipIsDue } from '#domain/dossier/at-once.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Post } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import {
  aCompleteDossier,
  aHall,
  allowed,
  BRANCH_GIVEN,
  commandAt,
  EIGHT,
  type Hall,
  received,
} from '../a-hall.ts'
import { ALL_FILINGS } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { aCitizen, aDraft, citizenDesk } from '../filing/a-filing.ts'
import { refuseFiling } from '../filing/answer-applicant.ts'
import { seeFiling } from '../filing/see-filing.ts'
import { submitFiling } from '../filing/submit-filing.ts'
import { giveReceiptList } from '../intake/give-receipt-list.ts'
import { giveReceipt } from '../intake/give-receipt.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { seeDay } from '../reading/see-day.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeList } from '../reading/see-list.ts'
import { remindedOf as listMeant, seeReminders } from '../reading/see-reminders.ts'
import { remindCentre, type Told } from './remind-centre.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

/** Nobody carries papers in these tests. */
const PAPERS = 'papers-late'

type Failed = Parameters<typeof remindCentre>[1]
const never: Failed = (code, error) => {
  throw new Error(`${code} failed`, { cause: error })
}
const sweep = (at: string, failed = never) =>
  remindCentre({ centre: hall.centre, now: fromMoment(at) }, failed)

async function remindedOf(code: string): Promise<readonly string[]> {
  const { reminded } = allowed(await seeDossier(hall.deskOf('director', 'HCC'), code))
  return reminded.map(({ kind }) => kind).toSorted()
}

type Lying = { readonly code: string; readonly version: number; readonly step: string }
function change(post: Post, unit: string, at: Lying, given: object, now = EIGHT) {
  const { code, version, step } = at
  const command = { id: newId(), version, step, ...given } as ChangeGiven
  return changeDossier(hall.deskOf(post, unit, now), code, command)
}

test('near due, due, overdue and not apologised for: each at its minute, once, and not before', async () => {
  // Received on Tuesday 5 March 2019 at 8:00, three working days: due on Friday the 8th at 17:00.
  const { code } = await received(hall)
  const steps: readonly (readonly [string, readonly Told[]])[] = [
    ['2019-03-06T16:59:00.000Z', [PAPERS]],
    ['2019-03-06T17:00:00.000Z', [PAPERS, 'soon', 'unapologised']],
    ['2019-03-07T16:59:00.000Z', [PAPERS, 'soon', 'unapologised']],
    ['2019-03-07T17:00:00.000Z', [PAPERS, 'soon', 'today', 'unapologised']],
    ['2019-03-08T10:00:00.000Z', [PAPERS, 'soon', 'today', 'unapologised']],
    ['2019-03-08T10:01:00.000Z', ['overdue', PAPERS, 'soon', 'today', 'unapologised']],
    ['2019-03-20T01:00:00.000Z', ['overdue', PAPERS, 'soon', 'today', 'unapologised']],
  ]
  for (const [at, expected] of steps) {
    await sweep(at)
    expect([at, await remindedOf(code)]).toEqual([at, expected])
    expect(await sweep(at)).toBe(0)
  }
})

test('nobody is told on its first day of what is due that day; overdue is told whenever it is', async () => {
  const { code } = await received(hall)
  await opened.owner.pool.query(
    `update ${opened.centre.schema}.dossier set due_order = $2, lawful_due = $2,
       state = jsonb_set(state, '{lawfulDue}', to_jsonb($3::text)) where code = $1`,
    [code, '2019-03-05T08:00:00.000Z', '2019-03-05T08:00:00.000Z'],
  )
  await sweep('2019-03-05T02:00:00.000Z')
  expect(await remindedOf(code)).toEqual([])
  await sweep('2019-03-05T08:01:00.000Z')
  expect(await remindedOf(code)).toEqual(['overdue'])
})

test('a sent apology needs no reminder of one; the due moment is reminded of all the same', async () => {
  const receipt = await received(hall)
  let at: Lying = receipt
  for (const [post, unit, type] of [
    ['handler', 'TCKH', 'DraftApology'],
    ['director', 'HCC', 'ConsentToApology'],
    ['approver', 'TCKH', 'SignApology'],
    ['clerk', 'HCC-TN', 'SendApology'],
  ] as const)
    at = allowed(await change(post, unit, at, { type, ...BRANCH_GIVEN[type] }))
  await sweep('2019-03-08T01:00:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual([PAPERS, 'soon', 'today'])
})

test('an answer that is waited for: three days before the last, and when it is over', async () => {
  const receipt = await received(hall)
  const items = [{ component: null, wrong: 'Bản sao mờ', todo: 'Nộp lại', ground: 'Nghị định 61/2018' }]
  const asked = { type: 'RequestSupplement', items, whyAgain: null, answerBy: '2019-04-03' }
  allowed(await change('handler', 'TCKH', receipt, asked))
  await sweep('2019-03-31T16:59:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual([PAPERS])
  await sweep('2019-03-31T17:00:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual(['answer-soon', PAPERS])
  await sweep('2019-04-03T16:59:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual(['answer-soon', PAPERS])
  await sweep('2019-04-03T17:00:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual(['answer-over', 'answer-soon', PAPERS])
})

test('a result nobody fetches', async () => {
  const receipt = await received(hall)
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying: Lying & { readonly stage?: string } = receipt
  while (lying.stage !== 'ready') {
    const step = procedure?.steps.find((one) => one.key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    lying = allowed(
      await changeDossier(hall.deskOf(step.post, step.unit), receipt.code, commandAt(step, lying)),
    )
  }
  const due = fromMoment(receipt.due ?? '')
  await sweep(due.add({ hours: 24 * 7 }).toString())
  expect(await remindedOf(receipt.code)).toEqual([PAPERS])
  await sweep(due.add({ hours: 24 * 8 }).toString())
  expect(await remindedOf(receipt.code)).toEqual([PAPERS, 'uncollected'])
})

test('papers that were not carried are told to where they lie, once for each place they should have gone to', async () => {
  const { code, version, step } = await received(hall)
  const told = async (at: string) => {
    await sweep(at)
    const { reminded } = allowed(await seeDossier(hall.deskOf('director', 'HCC'), code))
    return reminded.flatMap(({ kind, unitName, post }) => (kind === PAPERS ? [[unitName, post]] : []))
  }
  const counter = ['Bộ phận Tiếp nhận và Trả kết quả', 'clerk']
  // Received at 8:00, to be carried by 17:00; a minute later it is late.
  expect(await told('2019-03-05T10:00:00.000Z')).toEqual([])
  expect(await told('2019-03-05T10:01:00.000Z')).toEqual([counter])
  expect(await told('2019-03-06T09:00:00.000Z')).toEqual([counter])
  // Gone on electronically within the unit, it is the same wait; back at another, another.
  const moved = { code, version, step }
  const at = allowed(await change('handler', 'TCKH', moved, { type: 'CompleteStep', note: null }))
  expect(await told('2019-03-07T09:00:00.000Z')).toEqual([counter])
  expect(at.holder?.unit).toBe('TCKH')
})

test('what ran over its day without a slip is told to the counter, once, until the slip is printed', async () => {
  const copy = { procedure: '2.000815', case: 'two-pages', pages: 2 }
  const clerk = (at: string) => hall.deskOf('clerk', 'HCC-TN', fromMoment(at))
  const alone = await received(hall, copy)
  const printed = await received(hall, copy)
  const site = 'https://hanhchinhcong.example/tra-cuu'
  await giveReceipt(clerk('2019-03-05T02:00:00.000Z'), printed.code, site)
  // Two that came together, on one list.
  const visit = newId()
  const listed = [await received(hall, { ...copy, visit }), await received(hall, { ...copy, visit })]
  await giveReceiptList(clerk('2019-03-05T02:00:00.000Z'), visit, site)
  const listOf = async (at: string) =>
    allowed(await seeList(clerk(at), listMeant('slip-due', false))).lines.map(({ code }) => code)

  await sweep('2019-03-05T10:00:00.000Z')
  expect(await remindedOf(alone.code)).toEqual([])
  expect(await listOf('2019-03-05T10:00:00.000Z')).toEqual([])
  const over = '2019-03-05T10:00:00.001Z'
  await sweep(over)
  expect(await remindedOf(alone.code)).toEqual(['slip-due'])
  expect(await listOf(over)).toEqual([alone.code])
  const { reminded, isSlipDue } = allowed(await seeDossier(clerk(over), alone.code))
  expect(isSlipDue).toBe(true)
  expect(reminded).toMatchObject([{ unitName: 'Bộ phận Tiếp nhận và Trả kết quả', post: 'clerk' }])
  for (const { code } of [printed, ...listed]) {
    expect(await remindedOf(code)).toEqual([])
    expect(allowed(await seeDossier(clerk(over), code)).isSlipDue).toBe(false)
  }
  await giveReceipt(clerk(over), alone.code, site)
  expect(await listOf('2019-03-06T01:00:00.000Z')).toEqual([])
  expect(allowed(await seeDossier(clerk(over), alone.code)).isSlipDue).toBe(false)
})

test('the list of slips that are due is what the rule says of each dossier', async () => {
  const moments = ['2019-03-05T01:00:00.000Z', '2019-03-05T08:15:00.000Z', '2019-03-05T10:30:00.000Z']
  for (const at of moments)
    for (const procedure of ['2.000815', '1.004979'])
      for (const channel of ['counter', 'online'] as const) {
        const over = procedure === '2.000815' ? { case: 'two-pages', pages: 2 } : {}
        const given = await aCompleteDossier(hall, { procedure, channel, ...over })
        const outcome = await receiveDossier(hall.deskOf('clerk', 'HCC-TN', fromMoment(at)), given)
        if (channel === 'counter') allowed(outcome)
      }
  const director = (at: string) => hall.deskOf('director', 'HCC', fromMoment(at))
  const { rows } = await opened.owner.pool.query<{ state: Dossier }>(
    `select state from ${opened.centre.schema}.dossier d
       where not exists (select from ${opened.centre.schema}.paper p where p.dossier_id = d.id)
         and state ->> 'visit' is null`,
  )
  const seen = new Set<number>()
  for (const at of ['2019-03-05T08:16:00.000Z', '2019-03-05T10:00:00.001Z', '2019-03-06T00:00:00.000Z']) {
    const due = rows.filter(({ state }) => slipIsDue(state, fromMoment(at))).map(({ state }) => state.code)
    const list = allowed(await seeList(director(at), listMeant('slip-due', true))).lines
    expect(list.map(({ code }) => code).toSorted()).toEqual(due.toSorted())
    seen.add(due.length)
  }
  // One after the cut-off from its first minute, the others when their day is over.
  expect(seen.size).toBeGreaterThan(1)
})

test('a dossier that fails never stops the sweep of the others, and is reminded of once it is mended', async () => {
  const [broken, whole] = [await received(hall), await received(hall)]
  const { owner, centre } = opened
  const set = (sql: string) =>
    owner.pool.query(`update ${centre.schema}.dossier set state = ${sql} where code = $1`, [broken.code])
  const { rows } = await owner.pool.query<{ state: object }>(
    `select state from ${centre.schema}.dossier where code = $1`,
    [broken.code],
  )
  await set(`state - 'lawfulDue'`)
  const failed: string[] = []
  await sweep('2019-03-08T02:00:00.000Z', (code) => void failed.push(code))
  expect(new Set(failed)).toEqual(new Set([broken.code]))
  expect(await remindedOf(whole.code)).toEqual([PAPERS, 'soon', 'today', 'unapologised'])
  await owner.pool.query(`update ${centre.schema}.dossier set state = $2 where code = $1`, [
    broken.code,
    JSON.stringify(rows[0]?.state),
  ])
  await sweep('2019-03-08T02:00:00.000Z')
  expect(await remindedOf(broken.code)).toEqual([PAPERS, 'soon', 'today', 'unapologised'])
})

test('the counters are told of what was filed online: two working hours before its time is over, and when it is, once each', async () => {
  const citizen = citizenDesk(hall.deskOf('clerk', 'HCC-TN'), await aCitizen(hall))
  const at = { desk: citizen, browser: null }
  // Filed on Tuesday at 8:00, to be answered by Wednesday at 8:00.
  const { id } = allowed(await submitFiling(at, await aDraft(at)))
  const announced: string[][] = []
  const centre = {
    ...hall.centre,
    announce: ({ concerns }: { concerns: readonly string[] }) => void announced.push([...concerns]),
  }
  const desk = (now: string) => hall.deskOf('director', 'HCC', fromMoment(now))
  const sweepAt = async (now: string) => {
    announced.splice(0)
    await remindCentre({ centre, now: fromMoment(now) }, never)
    return announced.filter((concerns) => concerns.includes(ALL_FILINGS)).length
  }
  // 16:00 is the last full hour of the day before.
  expect(await sweepAt('2019-03-05T08:59:59.000Z')).toBe(0)
  expect(allowed(await seeReminders(desk('2019-03-05T08:59:00.000Z'))).filings?.near).toBe(0)
  expect(await sweepAt('2019-03-05T09:00:00.000Z')).toBe(1)
  expect(await sweepAt('2019-03-05T09:01:00.000Z')).toBe(0)
  expect(allowed(await seeReminders(desk('2019-03-05T09:00:00.000Z'))).filings).toEqual({
    waiting: 1,
    near: 1,
    overdue: 0,
  })
  expect(await sweepAt('2019-03-06T01:01:00.000Z')).toBe(1)
  expect(allowed(await seeFiling(desk('2019-03-06T02:00:00.000Z'), id)).remindedAt).toHaveLength(2)
  const refusal = { reason: 'Không thuộc thẩm quyền', ground: 'Luật Hộ tịch', instead: 'UBND xã' }
  const clerk = hall.deskOf('clerk', 'HCC-TN', fromMoment('2019-03-06T02:00:00.000Z'))
  allowed(await refuseFiling(clerk, id, { id: newId(), version: 1, ...refusal }))
  expect(allowed(await seeDay(desk('2019-03-06T02:00:01.000Z'), '2019-03-06')).filings).toEqual({
    waiting: 0,
    near: 0,
    overdue: 0,
    hours: 8,
    day: { answered: 1, late: 1 },
    month: { answered: 1, late: 1 },
  })
  const handler = hall.deskOf('handler', 'TNMT', fromMoment('2019-03-06T02:00:00.000Z'))
  expect(allowed(await seeReminders(handler)).filings).toBeNull()
})
