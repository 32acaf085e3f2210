import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FigureKey, FIGURES } from '#domain/statistics/figures.ts'
import { FORMS, type ReportFormKey } from '#domain/statistics/report-forms.ts'
import { windowOfPeriod } from '#domain/statistics/reporting-periods.ts'
import type { Window } from '#domain/statistics/window.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { replayMonths } from '../../replay/replay-months.ts'
import { aHall, allowed, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { seeList } from '../reading/see-list.ts'
import { relayCentre } from '../relaying/relay-centre.ts'
import { listOfFigure } from './figure-list.ts'
import {
  differences,
  giveIssued,
  issueReport,
  linesOf,
  numberOf,
  seeIssuedOf,
  seeLastIssued,
} from './issue-report.ts'
import { seeReport } from './see-report.ts'

let opened: TestCentre
let hall: Hall
let director: Desk
const TARGETS = {
  name: 'hai tháng',
  from: '2019-03-01',
  to: '2019-04-30',
  received: 400,
  onlineShare: '30',
  late: 6,
  post: 8,
  supplements: 8,
  sentBack: 3,
  refused: 4,
  withdrawn: 3,
  mobile: { since: '2019-03-01', atLeast: 6 },
  home: { since: '2019-03-01', atLeast: 2 },
}
const MARCH: Window = { from: '2019-03-01', to: '2019-03-31' }
const APRIL_OF_AGENCIES = windowOfPeriod({ rule: 'closing-14', length: 'month', year: 2019, number: 4 })

beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
  allowed(
    await replayMonths({
      centre: opened.centre,
      targets: TARGETS,
      seed: 'report',
      progress: () => undefined,
    }),
  )
  director = hall.deskOf('director', 'HCC', Temporal.Instant.from('2019-07-03T01:00:00Z'))
})
afterAll(() => opened.close())

const report = async (form: ReportFormKey, window: Window, of: { unit?: string; field?: string } = {}) =>
  allowed(await seeReport(director, { form, window, ...of }))

const lengthOf = async (figure: FigureKey, window: Window, of: { unit?: string; field?: string }) =>
  allowed(await seeList(director, listOfFigure(figure, window, '2019-07-03', of))).count

test('every figure of a report is as many as its list is long, in all, by unit and by field', async () => {
  for (const [form, window] of [
    ['II.06a', MARCH],
    ['II.06b', APRIL_OF_AGENCIES],
  ] as const) {
    const { lines } = await report(form, window)
    expect(lines.length).toBeGreaterThan(5)
    for (const { cells, unit, field } of lines)
      for (const [place, { figure }] of FORMS[form].columns.entries())
        expect([
          figure,
          field,
          await lengthOf(figure, window, {
            ...(unit !== null && { unit }),
            ...(field !== null && { field }),
          }),
        ]).toEqual([figure, field, cells[place]])
  }
})

test('one unit and one field alone are the lines of the whole', async () => {
  const whole = await report('II.06b', MARCH)
  const unit = whole.lines.find(({ place }) => place === '1')
  const alone = await report('II.06a', MARCH, { unit: unit?.unit ?? '' })
  expect(alone.lines.at(-1)?.cells).toEqual(unit?.cells)
  const field = whole.lines.find(({ place }) => place === '1.1')
  const both = await report('II.06a', MARCH, { unit: unit?.unit ?? '', field: field?.field ?? '' })
  expect(both.lines.at(-1)?.cells).toEqual(field?.cells)
})

test('what is carried over into a period is what the one before left, at whatever day they meet', async () => {
  const column = (lines: readonly { readonly cells: readonly number[] }[], number: number) =>
    lines.at(-1)?.cells[number - 3]
  for (const meeting of ['2019-03-14', '2019-03-15', '2019-03-31', '2019-04-14']) {
    const next = Temporal.PlainDate.from(meeting).add({ days: 1 }).toString()
    const first = await report('II.06a', { from: '2019-03-01', to: meeting })
    const second = await report('II.06a', { from: next, to: '2019-04-30' })
    expect(column(second.lines, 6)).toBe(column(first.lines, 11))
    expect(column(first.lines, 4)).toBeGreaterThan(0)
  }
})

test('a head is shown the unit led, whatever is asked; a clerk nothing', async () => {
  const head = hall.deskOf('head', 'TP', director.now)
  const seen = allowed(await seeReport(head, { form: 'II.06a', window: MARCH, unit: 'THUE' }))
  expect(seen.unit).toBe('TP')
  const clerk = hall.deskOf('clerk', 'HCC-TN', director.now)
  expect(await seeReport(clerk, { form: 'II.06a', window: MARCH })).toMatchObject({
    refused: 'not-permitted',
  })
})

test('a report is signed off once, stays as it was issued, and is corrected by another that names it', async () => {
  const asked = { form: 'II.06a', window: MARCH } as const
  const id = newId()
  const first = allowed(await issueReport(director, { ...asked, id }))
  expect(numberOf(first)).toBe('01/2019')
  expect(allowed(await issueReport(director, { ...asked, id }))).toMatchObject({ id, number: 1 })
  expect(await issueReport(director, { ...asked, id: newId() })).toMatchObject({ refused: 'issued-already' })
  const bytes = allowed(await giveIssued(director, id, 'pdf')).bytes

  // Entered late: a dossier of March that nobody had counted.
  const clerk = hall.deskOf('clerk', 'HCC-TN', Temporal.Instant.from('2019-03-29T02:00:00Z'))
  await received({ ...hall, deskOf: () => clerk })
  while ((await relayCentre(opened.centre)).done > 0);
  const now = await report('II.06a', MARCH)
  const seen = await seeIssuedOf(director, now)
  expect(seen.differences.length).toBeGreaterThan(0)
  expect(seen.differences.every(({ issued, now }) => now === issued + 1)).toBe(true)

  const second = allowed(await issueReport(director, { ...asked, id: newId() }))
  expect(second).toMatchObject({ number: 2, corrects: first.id })
  expect(second.data).toMatchObject({ corrects: { number: '01/2019', time: 1 } })
  expect(differences(linesOf(first), linesOf(second)).length).toBe(seen.differences.length)
  expect(
    Buffer.compare(Buffer.from(allowed(await giveIssued(director, id, 'pdf')).bytes), Buffer.from(bytes)),
  ).toBe(0)
  expect(allowed(await seeLastIssued(director))).toHaveLength(2)
  expect(allowed(await seeLastIssued(hall.deskOf('head', 'TP', director.now)))).toHaveLength(0)
})

test('of two who sign at once one number each, and no gap', async () => {
  const ids = [newId(), newId(), newId()]
  const windows = ['2019-03-10', '2019-03-11', '2019-03-12'].map((to) => ({ from: '2019-03-01', to }))
  const issued = await Promise.all(
    ids.map((id, at) => issueReport(director, { form: 'II.06c', window: windows[at] ?? MARCH, id })),
  )
  expect(issued.map((one) => allowed(one).number).toSorted()).toEqual([1, 2, 3])
})

test('a window that runs on is not signed, and only the director signs', async () => {
  const running = { from: '2019-07-01', to: '2019-07-31' }
  expect(await issueReport(director, { form: 'II.06a', window: running, id: newId() })).toMatchObject({
    refused: 'window-not-over',
  })
  const head = hall.deskOf('head', 'TP', director.now)
  expect(await issueReport(head, { form: 'II.06a', window: MARCH, id: newId() })).toMatchObject({
    refused: 'not-permitted',
  })
})

test('every figure of the forms is a figure that is defined', () => {
  for (const { columns } of Object.values(FORMS))
    for (const { figure } of columns) expect(FIGURES[figure]).toBeDefined()
})
