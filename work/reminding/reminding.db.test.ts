import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMoment } from '#domain/calendar/moment.ts'
import type { Post } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, BRANCH_GIVEN, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { remindCentre, type Told } from './remind-centre.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

type Failed = Parameters<typeof remindCentre>[2]
const never: Failed = (code, error) => {
  throw new Error(`${code} failed`, { cause: error })
}
const sweep = (at: string, failed = never) => remindCentre(hall.centre, fromMoment(at), failed)

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
    ['2019-03-06T16:59:00.000Z', []],
    ['2019-03-06T17:00:00.000Z', ['soon', 'unapologised']],
    ['2019-03-07T16:59:00.000Z', ['soon', 'unapologised']],
    ['2019-03-07T17:00:00.000Z', ['soon', 'today', 'unapologised']],
    ['2019-03-08T10:00:00.000Z', ['soon', 'today', 'unapologised']],
    ['2019-03-08T10:01:00.000Z', ['overdue', 'soon', 'today', 'unapologised']],
    ['2019-03-20T01:00:00.000Z', ['overdue', 'soon', 'today', 'unapologised']],
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
  expect(await remindedOf(receipt.code)).toEqual(['soon', 'today'])
})

test('an answer that is waited for: three days before the last, and when it is over', async () => {
  const receipt = await received(hall)
  const items = [{ component: null, wrong: 'Bản sao mờ', todo: 'Nộp lại', ground: 'Nghị định 61/2018' }]
  const asked = { type: 'RequestSupplement', items, whyAgain: null, answerBy: '2019-04-03' }
  allowed(await change('handler', 'TCKH', receipt, asked))
  await sweep('2019-03-31T16:59:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual([])
  await sweep('2019-03-31T17:00:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual(['answer-soon'])
  await sweep('2019-04-03T16:59:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual(['answer-soon'])
  await sweep('2019-04-03T17:00:00.000Z')
  expect(await remindedOf(receipt.code)).toEqual(['answer-over', 'answer-soon'])
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
  expect(await remindedOf(receipt.code)).toEqual([])
  await sweep(due.add({ hours: 24 * 8 }).toString())
  expect(await remindedOf(receipt.code)).toEqual(['uncollected'])
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
  expect(await remindedOf(whole.code)).toEqual(['soon', 'today', 'unapologised'])
  await owner.pool.query(`update ${centre.schema}.dossier set state = $2 where code = $1`, [
    broken.code,
    JSON.stringify(rows[0]?.state),
  ])
  await sweep('2019-03-08T02:00:00.000Z')
  expect(await remindedOf(broken.code)).toEqual(['soon', 'today', 'unapologised'])
})
