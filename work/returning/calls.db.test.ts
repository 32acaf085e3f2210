import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Step } from '#domain/procedure/process.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, commandAt, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { type Changed, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeReminders } from '../reading/see-reminders.ts'
import { recordCall } from './record-call.ts'
import { seeCalls } from './see-calls.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const at = (day: string) => Temporal.Instant.from(`${day}T09:00:00+07:00`)
const clerk = (day: string) => hall.deskOf('clerk', 'HCC-TN', at(day))
const told = { way: 'telephone', outcome: 'told', note: null } as const
const call = (code: string, day: string, over: object = {}) =>
  recordCall(clerk(day), code, { id: newId(), ...told, ...over })

/** A result that lies ready; called for on the day the receipt says. */
async function ready() {
  const receipt = await received(hall)
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying: Changed | { version: number; step: string } = receipt
  while (!('stage' in lying && lying.stage === 'ready')) {
    const key: string = lying.step
    const step: Step | undefined = procedure?.steps.find((one) => one.key === key)
    if (!step) throw new Error(`no step ${key}`)
    lying = allowed(
      await changeDossier(hall.deskOf(step.post, step.unit), receipt.code, commandAt(step, lying)),
    )
  }
  const firstCall = dayOf(fromMoment(receipt.due ?? '')).add({ days: 8 })
  return { code: receipt.code, day: (more: number) => firstCall.add({ days: more }).toString() }
}

test('the counter calls, again after the days of the centre, then it is before the director; nothing changes', async () => {
  const { code, day } = await ready()
  const counts = async (on: string) => {
    const { counts: all } = allowed(await seeReminders(hall.deskOf('director', 'HCC', at(on))))
    return [all.get('call-due'), all.get('called-in-vain')]
  }
  const before = allowed(await seeDossier(clerk(day(0)), code))
  expect(before.nextCall).toEqual({ before: 'counter', on: day(0) })
  expect([await counts(day(-1)), await counts(day(0))]).toEqual([
    [0, 0],
    [1, 0],
  ])
  allowed(await call(code, day(0), { note: 'Bà Lý hẹn sáng thứ Hai' }))
  expect([await counts(day(0)), await counts(day(14)), await counts(day(15))]).toEqual([
    [0, 0],
    [0, 0],
    [1, 0],
  ])
  allowed(await call(code, day(15), { way: 'letter', outcome: 'sent' }))
  allowed(await call(code, day(30), { way: 'commune', outcome: 'not-reached' }))
  expect([await counts(day(44)), await counts(day(45))]).toEqual([
    [0, 0],
    [0, 1],
  ])
  const after = allowed(await seeDossier(clerk(day(45)), code))
  expect(after.nextCall).toEqual({ before: 'director', on: day(45) })
  expect(after.calls.map(({ way, outcome, note }) => [way, outcome, note])).toEqual([
    ['commune', 'not-reached', null],
    ['letter', 'sent', null],
    ['telephone', 'told', 'Bà Lý hẹn sáng thứ Hai'],
  ])
  expect([after.version, after.stage, after.history.length]).toEqual([
    before.version,
    'ready',
    before.history.length,
  ])
})

test('the drawer by when to call next and by how often was called, page by page, as the rule says', async () => {
  const [never, once, twice] = [await ready(), await ready(), await ready()]
  allowed(await call(once.code, once.day(0)))
  for (const more of [0, 1]) allowed(await call(twice.code, twice.day(more)))
  const mine = [never.code, once.code, twice.code]
  const listed = async (order: 'next' | 'often') =>
    allowed(await seeCalls(clerk(never.day(2)), { order })).lines.filter(({ code }) => mine.includes(code))
  const byNext = await listed('next')
  expect(byNext.map(({ code, isDue }) => [code, isDue])).toEqual([
    [never.code, true],
    [once.code, false],
    [twice.code, false],
  ])
  expect((await listed('often')).map(({ code, made }) => [code, made.count])).toEqual([
    [twice.code, 2],
    [once.code, 1],
    [never.code, 0],
  ])
  const all = allowed(await seeCalls(clerk(never.day(2)), { order: 'often' })).lines
  const cursor = `${all[0]?.nextCall?.on}~${all[0]?.made.count}~ffffffff-ffff-4fff-bfff-ffffffffffff`
  const behind = allowed(await seeCalls(clerk(never.day(2)), { order: 'often', after: cursor }))
  expect(behind.lines.map(({ code }) => code)).toEqual(all.slice(1).map(({ code }) => code))
})

test('one id, one call; only the counter, only while it lies there', async () => {
  const { code, day } = await ready()
  const given = { id: newId(), ...told }
  const first = allowed(await recordCall(clerk(day(0)), code, given))
  expect(allowed(await recordCall(clerk(day(1)), code, given))).toEqual(first)
  expect(await recordCall(clerk(day(1)), code, { ...given, outcome: 'sent' })).toMatchObject({
    refused: 'command-id-reused',
  })
  expect(allowed(await seeDossier(clerk(day(1)), code)).calls).toHaveLength(1)
  const handler = hall.deskOf('handler', 'TCKH', at(day(0)))
  expect(await recordCall(handler, code, { ...told, id: newId() })).toMatchObject({
    refused: 'not-permitted',
  })
  const running = await received(hall)
  expect(await call(running.code, day(0))).toMatchObject({ refused: 'not-at-this-stage' })
})
