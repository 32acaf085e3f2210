import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost } from '#domain/people/may.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { Doing, ForAll } from '#shapes/chosen-dossiers.ts'
import { aHall, allowed, commandAt, type Hall, received } from '../a-hall.ts'
import { type Changed, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { sendBack } from '../handling/send-back.ts'
import { doMany } from './do-many.ts'
import { seeChosen } from './see-chosen.ts'

const UNIT = 'TCKH'
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
const forAll = (over: Partial<ForAll> = {}): ForAll => ({
  id: newId(),
  note: null,
  to: null,
  ...over,
})
type At = Pick<Changed, 'code' | 'version' | 'step'>
const chosen = ({ code, version, step }: At) => ({ code, version, step })

/** What a page sends: the chosen as they were seen, with their kinds, and a number each. */
async function done(desk: Desk, doing: Doing, all: readonly At[], given = forAll()) {
  const seen = allowed(await seeChosen(desk, all.map(chosen), doing))
  const toDo = all.flatMap((one) => {
    const now = seen.find(({ code }) => code === one.code)
    return now
      ? [
          {
            ...chosen(one),
            unit: now.unit,
            post: now.post,
            kind: now.kind,
            owedDong: now.owedDong,
          },
        ]
      : []
  })
  const outcomes = await doMany(desk, { doing, toDo, forAll: given }, noFault)
  return outcomes.map(({ outcome }) => (isRefusal(outcome) ? outcome.refused : outcome.step))
}

async function forwarded(): Promise<Changed> {
  const receipt = await received(hall)
  const command = commandAt({ kind: 'work' }, receipt)
  return allowed(await changeDossier(hall.deskOf('handler', UNIT), receipt.code, command))
}

test('several are sent on, approved, sealed and reported ready, each with its own number', async () => {
  const all = [await received(hall), await received(hall)]
  const handler = hall.deskOf('handler', UNIT)
  await done(handler, 'forward', all)
  const approver = hall.deskOf('approver', UNIT)
  const at = async (desk: Desk, doing: Doing) => allowed(await seeChosen(desk, all.map(chosen), doing))
  const approving = await at(approver, 'approve')
  expect(approving.map(({ refusal, mandate }) => [refusal, mandate !== null])).toEqual([
    [null, true],
    [null, true],
  ])
  await done(approver, 'approve', approving)
  const keeper = hall.deskOf('seal-keeper', 'HCC-VT')
  await done(keeper, 'seal', await at(keeper, 'seal'))
  const clerk = hall.deskOf('clerk', 'HCC-TN')
  const lying = await at(clerk, 'forward')
  expect(await done(clerk, 'forward', lying)).toEqual(lying.map(({ step }) => step))
  const numbers = await opened.ownerCentre.db
    .selectFrom('dossier_event')
    .where('type', '=', 'ResultSealed')
    .select('data')
    .orderBy('at')
    .orderBy('dossier_id')
    .execute()
  expect(numbers.map(({ data }) => data)).toMatchObject([
    { documentNumber: '01/GXN-UBND' },
    { documentNumber: '02/GXN-UBND' },
  ])
})

test('a batch with failures: stale, done by another, not at this step; the others are approved', async () => {
  const approver = hall.deskOf('approver', UNIT)
  const good = await forwarded()
  const approved = await forwarded()
  allowed(await changeDossier(approver, approved.code, commandAt({ kind: 'approve' }, approved)))
  const early = await received(hall)
  const stale = await forwarded()
  const back = {
    id: newId(),
    version: stale.version,
    step: stale.step,
    to: early.step,
    comment: 'Thiếu căn cứ',
  }
  allowed(await sendBack(approver, stale.code, back))
  const all = [approved, early, good, stale]
  expect(await done(approver, 'approve', all)).toEqual([
    'changed-meanwhile',
    'not-this-step',
    expect.not.stringMatching(/^(?:changed|not)/),
    'changed-meanwhile',
  ])
})

test('what the person may not do is refused for each, and what may not be seen is not shown', async () => {
  const all = [await received(hall), await received(hall)]
  expect(await done(hall.deskOf('approver', UNIT), 'forward', all)).toEqual([
    'not-permitted',
    'not-permitted',
  ])
  const stranger = hall.deskOf('handler', 'TP')
  expect(allowed(await seeChosen(stranger, all.map(chosen), 'claim'))).toEqual([])
})

test('a form sent twice has one effect, and both times the same answer', async () => {
  const handler = hall.deskOf('handler', UNIT)
  const all = [await received(hall), await received(hall)]
  const seen = allowed(await seeChosen(handler, all.map(chosen), 'claim'))
  const toDo = seen
  const given = forAll()
  const [once, twice] = await Promise.all([
    doMany(handler, { doing: 'claim', toDo, forAll: given }, noFault),
    doMany(handler, { doing: 'claim', toDo, forAll: given }, noFault),
  ])
  expect(once).toEqual(twice)
  expect(once.every(({ outcome }) => !isRefusal(outcome))).toBe(true)
})

test('several are given to one person, or evenly to all of the post', async () => {
  const head = hall.deskOf('head', UNIT)
  const to = hall.staff.find((one) => hasPost(one, 'handler', UNIT, '2019-03-05'))?.id ?? ''
  const all = [await received(hall), await received(hall)]
  await done(head, 'assign', all, forAll({ to }))
  const seen = allowed(await seeChosen(head, all.map(chosen), 'assign'))
  expect(seen.map(({ heldBy }) => heldBy)).toEqual([to, to])
  const more = [await received(hall), await received(hall)]
  await done(head, 'assign', more, forAll({ to: 'spread' }))
  const spread = allowed(await seeChosen(head, more.map(chosen), 'assign'))
  expect(spread.every(({ heldBy }) => heldBy !== null)).toBe(true)
})

test('a fault of the program at one is told and the others are done', async () => {
  const handler = hall.deskOf('handler', UNIT)
  const all = [await received(hall), await received(hall)]
  const seen = allowed(await seeChosen(handler, all.map(chosen), 'claim'))
  const [first, second] = seen
  if (!first || !second) throw new Error('two')
  const faults: unknown[] = []
  const outcomes = await doMany(
    handler,
    { doing: 'claim', toDo: [{ ...first, code: '\u0000' }, second], forAll: forAll() },
    (fault) => faults.push(fault),
  )
  expect(outcomes.map(({ outcome }) => isRefusal(outcome) && outcome.refused)).toEqual([
    'not-carried-out',
    false,
  ])
  expect(faults).toHaveLength(1)
})

test('the money of a whole batch is taken at once, a receipt each, and what is exempt goes on without one', async () => {
  const copies = { procedure: '2.000815', case: 'one-page', copiesWanted: 2 }
  const all = [await received(hall, copies), await received(hall, copies), await received(hall, copies)]
  const [exempt, ...others] = all
  if (!exempt) throw new Error('three')
  const cashier = hall.deskOf('cashier', 'HCC-TN')
  const exemption = { who: 'poor', ground: 'Sổ hộ nghèo số 12' } as const
  const on = { id: newId(), version: exempt.version, step: exempt.step }
  const free = allowed(
    await changeDossier(cashier, exempt.code, { ...on, type: 'AssessFee', lines: [], exemption }),
  )
  expect(await done(cashier, 'pay', [free, ...others])).toEqual(['register', 'register', 'register'])
  const rows = await opened.ownerCentre.db
    .selectFrom('dossier_event')
    .where('type', '=', 'PaymentTaken')
    .select('data')
    .execute()
  const numbers = rows.map(({ data }) => (data as { receiptNumber?: string }).receiptNumber)
  expect([rows.length, new Set(numbers).size]).toEqual([2, 2])
  expect(rows.map(({ data }) => data)).toMatchObject([{ dong: 4000 }, { dong: 4000 }])
})
