import { afterAll, beforeAll, expect, test } from 'vitest'
import { figureOf } from '#domain/statistics/figures.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aCompleteDossier, aHall, allowed, EIGHT, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import { checkFigures } from '../checks/check-figures.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { newId } from '../chance.ts'
import { relayCentre } from '../relaying/relay-centre.ts'
import { enterEarlier } from './enter-earlier.ts'
import { recount } from './recount.ts'
import { sumsBy, sumsIn } from './sums.ts'

let opened: TestCentre
let hall: Hall
afterAll(() => opened.close())
const LATER = '2020-01-01'
const MARCH = { from: '2019-03-01', to: '2019-03-31' }
const relayed = async () => {
  while ((await relayCentre(hall.centre)).done > 0);
}

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  for (let month = 1; month <= 3; month += 1) {
    const now = EIGHT.subtract({ hours: 24 * 28 * (3 - month) })
    const given = await aCompleteDossier(hall, { placeOfSupport: month === 2 ? 'P07069' : null })
    allowed(await receiveDossier(hall.deskOf('clerk', 'HCC-TN', now), given))
  }
  await takenToTheEnd(hall, await received(hall))
  await relayed()
})

test('a window counts what happened in it and what stood at its ends', async () => {
  const sums = await sumsIn(hall.centre, { window: MARCH, today: LATER })
  expect(figureOf('carried-over', sums).count).toBe(2)
  expect(figureOf('received', sums).count).toBe(2)
  expect(figureOf('settled-early', sums).count).toBe(1)
  expect(figureOf('in-progress', sums).count).toBe(3)
  expect(figureOf('overdue', sums).count).toBe(3)
  expect(figureOf('to-settle', sums).count).toBe(
    figureOf('settled', sums).count + figureOf('in-progress', sums).count,
  )
  const running = await sumsIn(hall.centre, { window: MARCH, today: '2019-03-08' })
  expect(figureOf('overdue', running).count).toBe(2)
  const days = await sumsIn(hall.centre, {
    window: { from: '2019-03-02', to: '2019-03-05' },
    today: LATER,
  })
  expect(figureOf('received', days).count).toBe(2)
  expect(figureOf('overdue', days).count).toBe(2)
})

test('groups add up to the whole, by whatever they are told apart', async () => {
  const whole = await sumsIn(hall.centre, { window: MARCH, today: LATER })
  for (const by of ['unit', 'field', 'place'] as const) {
    const groups = await sumsBy(hall.centre, { window: MARCH, today: LATER }, by)
    const total = (of: (one: (typeof groups)[number]) => number) =>
      groups.reduce((all, one) => all + of(one), 0)
    expect(total(({ sums }) => sums.openAfter)).toBe(whole.openAfter)
    expect(total(({ sums }) => figureOf('received', sums).count)).toBe(figureOf('received', whole).count)
  }
  const months = await sumsBy(
    hall.centre,
    {
      window: { from: '2019-01-08', to: '2019-03-31' },
      today: LATER,
    },
    'month',
  )
  expect(months.map(({ key, sums }) => [key, sums.openBefore, sums.openAfter])).toEqual([
    ['2019-01', 0, 1],
    ['2019-02', 1, 2],
    ['2019-03', 2, 3],
  ])
})

test('the figures are what a full count of the events says; what is altered is found, and counted anew is right', async () => {
  expect(await checkFigures(hall.centre)).toEqual([])
  await hall.centre.db
    .updateTable('daily_figure')
    .set({ count: 7 })
    .where('measure', '=', 'received')
    .execute()
  expect((await checkFigures(hall.centre)).map((one) => one.promise)).toContain('figures-equal-events')
  await recount(hall.centre)
  await relayed()
  expect(await checkFigures(hall.centre)).toEqual([])
  expect((await sumsIn(hall.centre, { window: MARCH, today: LATER })).openAfter).toBe(3)
})

test('earlier dossiers are counted once, however often they are entered, and never as received', async () => {
  const one = {
    id: newId(),
    receivedOn: '2017-06-10',
    unit: 'TNMT',
    field: 'Đất đai',
    procedure: 'x',
    channel: 'mobile' as const,
    place: 'P07069',
    source: 'Sổ theo dõi lưu động 2017, số 1',
  }
  const director = hall.deskOf('director', 'HCC')
  expect(await enterEarlier(director, [one])).toBe(1)
  expect(await enterEarlier(director, [one])).toBe(0)
  await relayed()
  const ever = await sumsIn(hall.centre, {
    window: { from: '2016-01-01', to: '2019-12-31' },
    today: LATER,
  })
  expect(figureOf('mobile', ever).count).toBe(1)
  expect(figureOf('received', ever).count).toBe(4)
  expect(await checkFigures(hall.centre)).toEqual([])
  expect(await enterEarlier(hall.deskOf('clerk', 'HCC-TN'), [one])).toMatchObject({
    refused: 'not-permitted',
  })
})
