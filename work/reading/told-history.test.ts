import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import {
  after,
  aLaw,
  allowed,
  aProcedure,
  aReceipt,
  aStep,
  assignTo,
  backTo,
  MARCH_5,
  stepCommand,
} from '#domain/dossier/a-dossier.ts'
import { under } from '#domain/dossier/decide.ts'
import { type Dossier, fold } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { COMMON_READING } from '#domain/number-reading.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { CentreBook } from '../desk.ts'
import { toldHistory } from './told-history.ts'

const law = aLaw({
  procedure: aProcedure({
    steps: [
      aStep('receive'),
      aStep('work', 'appraise'),
      aStep('citizen', 'pay'),
      aStep('approve'),
      aStep('seal'),
      aStep('return'),
    ],
  }),
})
const { steps } = law.procedure

const book: CentreBook = {
  version: 1,
  units: new Map([
    ['TP', { code: 'TP', name: 'Phòng Tư pháp', kind: 'division', parent: null, gsoCode: null }],
  ]),
  ruleSets: [],
  dataSources: [],
  resultForms: [],
  onlineFilings: [],
  numberReading: COMMON_READING,
  opinionRules: [],
  desks: [],
  targets: [],
  postRules: [],
  quietTimes: [],
  noticeTemplates: [],
  counting: law.counting,
  reception: law.counting,
  procedures: new Map(),
}
const names = new Map([
  ['lan', 'Nguyễn Thị Lan'],
  ['dung', 'Đoàn Văn Dũng'],
  ['hung', 'Vũ Quốc Hùng'],
])

const told = (events: readonly DossierEvent[]) =>
  toldHistory(
    events.map((event, place) => ({ sequence: place + 1, event, seal: '' })),
    { steps, book, names },
  )

const kindAt = (dossier: Dossier) => steps.find((one: Step) => one.key === dossier.step)?.kind ?? 'work'
const laterBy = (at: string, minutes: number) => toMoment(fromMoment(at).add({ minutes }))

/** The history of a dossier taken to its return, so many minutes at each step. */
function walked(minutes: readonly number[]): DossierEvent[] {
  const events = [...allowed(under(law).receive(aReceipt()))]
  let dossier = fold(events)
  for (const one of minutes) {
    if (dossier.stage === 'returned') break
    const at = laterBy(dossier.lastEventAt, one)
    const { dossier: next, events: more } = after(dossier, stepCommand(dossier, kindAt(dossier), { at }), law)
    dossier = next
    events.push(...more)
  }
  return events
}

test('each line names the step that was done, who did it in which post, and where the dossier went', () => {
  const lines = told(walked([30, 60, 90, 15, 15, 0]))
  expect(lines.map(({ type, stepName, to }) => [type, stepName, to?.stepName ?? null])).toEqual([
    ['DossierReceived', 'Bước receive', 'Bước appraise'],
    ['StepCompleted', 'Bước appraise', 'Bước pay'],
    ['ClockStopped', 'Bước pay', null],
    ['ClockResumed', 'Bước pay', null],
    ['StepCompleted', 'Bước pay', 'Bước approve'],
    ['ResultApproved', 'Bước approve', 'Bước seal'],
    ['ResultSealed', 'Bước seal', 'Bước return'],
    ['ResultReady', 'Bước return', 'Bước return'],
    ['ResultHandedBack', 'Bước return', null],
  ])
  expect(lines[0]?.by).toEqual({
    name: 'Nguyễn Thị Lan',
    unitName: 'HCC-TN',
    post: 'clerk',
    insteadOf: null,
  })
  expect(lines[1]?.by).toMatchObject({ name: 'Đoàn Văn Dũng', unitName: 'Phòng Tư pháp', post: 'handler' })
})

test('a step took the working time from its beginning; what waits for the citizen took none of ours', () => {
  const lines = told(walked([30, 60, 90, 15, 15]))
  expect(lines.map(({ minutesTaken }) => minutesTaken)).toEqual([null, 30, null, null, null, 90, 15, 15])
  expect(lines.map(({ minutesAllotted }) => minutesAllotted)).toEqual([
    null,
    60,
    null,
    null,
    null,
    60,
    60,
    60,
  ])
})

test('giving work on ends no step; sending it back does, with its words', () => {
  const first = fold(allowed(under(law).receive(aReceipt())))
  const given = after(first, assignTo(first, 'dung', { at: laterBy(MARCH_5, 10), note: 'Gấp' }), law)
  const done = after(given.dossier, stepCommand(given.dossier, 'work', { at: laterBy(MARCH_5, 40) }), law)
  const paid = after(done.dossier, stepCommand(done.dossier, 'citizen', { at: laterBy(MARCH_5, 40) }), law)
  const back = after(paid.dossier, backTo(paid.dossier, 'appraise', { at: laterBy(MARCH_5, 50) }), law)
  const lines = told([
    ...allowed(under(law).receive(aReceipt())),
    ...given.events,
    ...done.events,
    ...paid.events,
    ...back.events,
  ])
  expect(lines[1]).toMatchObject({ type: 'DossierAssigned', note: 'Gấp', minutesTaken: null })
  expect(lines[1]?.to).toMatchObject({ stepName: 'Bước appraise', staffName: 'Đoàn Văn Dũng' })
  expect(lines[2]).toMatchObject({ type: 'StepCompleted', minutesTaken: 40 })
  expect(lines.at(-1)).toMatchObject({
    type: 'StepSentBack',
    stepName: 'Bước approve',
    note: 'Sai ngày sinh',
    minutesTaken: 10,
    to: { stepName: 'Bước appraise', staffName: 'Đoàn Văn Dũng' },
  })
})

test('whatever time each step is given, all steps and the waiting together are the time from receipt to result', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }), (minutes) => {
      const events = walked(minutes)
      const lines = told(events)
      const ready = lines.at(-1)
      const stopped = lines.find(({ type }) => type === 'ClockStopped')
      const resumed = lines.find(({ type }) => type === 'ClockResumed')
      if (ready?.type !== 'ResultReady' || !stopped || !resumed) throw new Error('not walked to the end')
      const between = (from: string, to: string) =>
        allowed(workingMinutesBetween(law.counting, fromMoment(from), fromMoment(to)))
      const ours = lines.reduce((sum, one) => sum + (one.minutesTaken ?? 0), 0)
      expect(ours + between(stopped.at, resumed.at)).toBe(between(MARCH_5, ready.at))
    }),
  )
})
