import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aCompleteDossier, aHall, EIGHT, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { completeStep } from '../handling/complete-step.ts'
import { approveResult } from '../handling/approve-result.ts'
import { sendBack } from '../handling/send-back.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { markReady } from '../returning/mark-ready.ts'
import { sealResult } from '../returning/seal-result.ts'
import { seeDay, DAY_FIGURES, listOf } from './see-day.ts'
import { seeDeskCounts } from './see-desk-counts.ts'
import { seeDossier } from './see-dossier.ts'
import { seeList } from './see-list.ts'
import { REMINDERS, remindedOf, seeReminders, type Reminder } from './see-reminders.ts'
import { seeWorklist } from './see-worklist.ts'

let opened: TestCentre
let hall: Hall

const DAY = '2019-03-05'
const UNIT = 'TCKH'
const LATER = EIGHT.add({ hours: 24 * 30 })

/** Dossiers of two units, brought as far as drawn; some of them long ago. */
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  const drawn = fc.sample(
    fc.record({ steps: fc.nat(4), daysAgo: fc.constantFrom(0, 0, 1, 6, 20), other: fc.boolean() }),
    {
      numRuns: 60,
      seed: 7,
    },
  )
  for (const { steps, daysAgo, other } of drawn) {
    const at = EIGHT.subtract({ hours: 24 * daysAgo })
    const procedure = other ? 'kt-xac-nhan-bang-ke-lam-san' : '1.004979'
    const unit = other ? 'KT' : UNIT
    const clerk = hall.deskOf('clerk', 'HCC-TN', at)
    const receipt = done(await receiveDossier(clerk, await aCompleteDossier(hall, { procedure })))
    const { code } = receipt
    let { version, step } = receipt
    const go = async (change: Promise<Outcome<{ version: number; step: string }>>) => {
      ;({ version, step } = done(await change))
    }
    const on = () => ({ id: newId(), version, step })
    if (steps > 0) await go(completeStep(hall.deskOf('handler', unit, at), code, { ...on(), note: null }))
    if (steps > 1)
      await go(
        approveResult(hall.deskOf('approver', unit, at), code, {
          ...on(),
          note: null,
          reviewed: null,
          draft: null,
        }),
      )
    if (steps > 2) await go(sealResult(hall.deskOf('seal-keeper', 'HCC-VT', at), code, on()))
    if (steps > 3) await go(markReady(hall.deskOf('clerk', 'HCC-TN', at), code, on()))
  }
}, 120_000)
afterAll(() => opened.close())

function done<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

/** All codes of a list, page by page. */
async function codesOf(desk: Desk, asked: Parameters<typeof seeList>[1]): Promise<string[]> {
  const codes: string[] = []
  let after: string | undefined
  do {
    const page = done(await seeList(desk, { ...asked, after }))
    codes.push(...page.lines.map((line) => line.code))
    after = page.next ?? undefined
  } while (after !== undefined)
  return codes
}

const director = (at = EIGHT) => hall.deskOf('director', 'HCC', at)

test('every figure of the day is exactly as long as the list it opens, in all and by unit and field', async () => {
  const desk = director()
  const day = done(await seeDay(desk, DAY))
  expect(day.total.received).toBeGreaterThan(0)
  expect(day.total.overdue).toBeGreaterThan(0)
  for (const figure of DAY_FIGURES) {
    expect([figure, (await codesOf(desk, listOf(figure, DAY))).length]).toEqual([figure, day.total[figure]])
    for (const { key, counts } of day.byUnit)
      expect(await codesOf(desk, { ...listOf(figure, DAY), unit: key })).toHaveLength(counts[figure])
    for (const { key, counts } of day.byField)
      expect(await codesOf(desk, { ...listOf(figure, DAY), field: key })).toHaveLength(counts[figure])
  }
})

test('what is overdue, due today and neither is every dossier under way with a limit, once', async () => {
  const desk = director()
  const running = await codesOf(desk, { progress: 'running' })
  const overdue = await codesOf(desk, { due: 'overdue' })
  const today = await codesOf(desk, { due: 'today' })
  expect(overdue.filter((code) => today.includes(code))).toEqual([])
  expect([...overdue, ...today].filter((code) => !running.includes(code))).toEqual([])
  const late = done(await seeList(desk, { due: 'overdue' }))
  expect(late.lines.every((line) => (line.minutesLeft ?? 0) < 0 && (line.used ?? 0) > 1)).toBe(true)
  expect(late.count).toBe(overdue.length)
})

test('every reminder is as long as its list, for the director and for a handler', async () => {
  for (const desk of [director(LATER), hall.deskOf('handler', UNIT, LATER)]) {
    const seen = done(await seeReminders(desk))
    for (const name of Object.keys(REMINDERS) as Reminder[])
      expect([name, (await codesOf(desk, remindedOf(name, seen.isWhole))).length]).toEqual([
        name,
        seen.counts.get(name),
      ])
    expect(seen.counts.get('overdue')).toBeGreaterThan(0)
  }
})

test('a handler sees the dossiers of the own unit alone, in lists and in the worklist', async () => {
  const desk = hall.deskOf('handler', UNIT)
  const page = done(await seeList(desk, {}))
  const others = await codesOf(director(), { unit: 'KT' })
  expect(others.length).toBeGreaterThan(0)
  expect((await codesOf(desk, {})).filter((code) => others.includes(code))).toEqual([])
  expect(done(await seeList(desk, { unit: 'KT' })).count).toBe(0)
  expect(page.count).toBe((await codesOf(director(), { unit: UNIT })).length)
})

test('the counts beside the ways are those of the worklist', async () => {
  for (const desk of [
    hall.deskOf('handler', UNIT),
    hall.deskOf('clerk', 'HCC-TN'),
    hall.deskOf('seal-keeper', 'HCC-VT'),
  ]) {
    const counts = done(await seeDeskCounts(desk))
    expect(await codesOf(desk, { whose: 'mine' })).toHaveLength(counts.all)
    expect(await codesOf(desk, { whose: 'mine', stage: 'ready' })).toHaveLength(counts.ready)
    for (const [post, count] of Object.entries(counts.byPost))
      expect(done(await seeWorklist(desk, { post: post as 'clerk', stage: 'in-process' })).lines.length).toBe(
        Math.min(count, 50),
      )
  }
})

test('a dossier is unread until it is looked at, and again when something has happened to it', async () => {
  const desk = hall.deskOf('handler', UNIT)
  const [line] = done(await seeWorklist(desk, { only: 'unread' })).lines
  if (!line) throw new Error('nothing is unread')
  const isUnread = async () =>
    done(await seeWorklist(desk, { only: 'unread' })).lines.some((one) => one.code === line.code)
  expect(line.isUnread).toBe(true)
  done(await seeDossier(desk, line.code))
  expect(await isUnread()).toBe(false)
  const on = { id: newId(), version: line.version, step: line.step.key }
  const { version, step } = done(await completeStep(desk, line.code, { ...on, note: null }))
  const approver = hall.deskOf('approver', UNIT)
  const back = { id: newId(), version, step, to: line.step.key, comment: 'Thiếu ý kiến' }
  done(await sendBack(approver, line.code, back))
  expect(await isUnread()).toBe(true)
})
