import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { aCalendar } from './a-calendar.ts'

/** The calendar files of the demonstration centre, held against the list of the study and against the law. */
function rows(file: string): Record<string, string>[] {
  const path = new URL(`../../centres/dong-trieu/calendar/${file}`, import.meta.url)
  return parse(readFileSync(path), { columns: true })
}

const days = rows('days.csv')
const years = rows('years.csv')
const listed = aCalendar()

test('the days are those of the study, in order', () => {
  const written = days.map(({ on, kind }) => `${on} ${kind}`)
  expect(written).toEqual(listed.days.map(({ on, kind }) => `${on} ${kind}`).sort())
})

test('the years are those of the study', () => {
  const written = years.map(({ year, status }) => ({ year: Number(year), status }))
  expect(written).toEqual(listed.years.map(({ year, status }) => ({ year, status })))
})

test('the office hours are those assumed', () => {
  expect(
    rows('office-hours.csv').map(({ from, weekdays, intervals }) => ({ from, weekdays, intervals })),
  ).toEqual([{ from: '2018-01-01', weekdays: '1 2 3 4 5', intervals: '07:00-11:30 13:30-17:00' }])
})

test('every row says where it comes from and how sure it is', () => {
  for (const row of [...days, ...years, ...rows('office-hours.csv')]) {
    expect(row['calendar']).toBe('both')
    expect(row['source']).not.toBe('')
    expect(['law', 'notice', 'known', 'calculated', 'proposed', 'assumed']).toContain(row['confidence'])
    if (row['confidence'] !== 'notice' && row['confidence'] !== 'law') expect(row['note']).not.toBe('')
  }
})

test('only rows of years that are not announced are calculated or proposed', () => {
  const announced = new Map(years.map(({ year, status }) => [year, status === 'announced']))
  for (const { on = '', confidence = '' } of days) {
    expect(['calculated', 'proposed'].includes(confidence), on).toBe(!announced.get(on.slice(0, 4)))
  }
})

/** Mùng 1 Tết and 10/3 âm, by the Vietnamese lunar calendar (`calendar.md` 2). */
const MOON: readonly [tet: string, kings: string][] = [
  ['2018-02-16', '2018-04-25'],
  ['2019-02-05', '2019-04-14'],
  ['2020-01-25', '2020-04-02'],
  ['2021-02-12', '2021-04-21'],
  ['2022-02-01', '2022-04-10'],
  ['2023-01-22', '2023-04-29'],
  ['2024-02-10', '2024-04-18'],
  ['2025-01-29', '2025-04-07'],
  ['2026-02-17', '2026-04-26'],
  ['2027-02-06', '2027-04-16'],
  ['2028-01-26', '2028-04-04'],
  ['2029-02-13', '2029-04-23'],
  ['2030-02-02', '2030-04-12'],
  ['2031-01-23', '2031-04-01'],
]

/**
 * Tết by custom begins two days before mùng 1, one if that is a Tuesday; the second day of Quốc khánh is the working day
 * beside it. Holidays at the weekend are made up for on the next working days (Labour Code 2019 art. 111.3, 112).
 */
function proposed(tet: string, kings: string): string[] {
  const newYear = Temporal.PlainDate.from(tet)
  const { year } = newYear
  const on = (monthAndDay: string) => Temporal.PlainDate.from(`${year}-${monthAndDay}`)
  const firstOfTet = newYear.subtract({ days: newYear.dayOfWeek === 2 ? 1 : 2 })
  const national = on('09-02')
  const beside = year < 2021 ? [] : [national.add({ days: [1, 4, 7].includes(national.dayOfWeek) ? 1 : -1 })]
  const tetDays = [0, 1, 2, 3, 4].map((days) => firstOfTet.add({ days }))
  const holidays = [
    on('01-01'),
    ...tetDays,
    Temporal.PlainDate.from(kings),
    on('04-30'),
    on('05-01'),
    national,
    ...beside,
  ]
  const weekdays = holidays.filter((day) => day.dayOfWeek <= 5).map(String)
  for (const weekend of holidays.filter((day) => day.dayOfWeek > 5)) {
    let next = weekend
    while (next.dayOfWeek > 5 || weekdays.includes(String(next))) next = next.add({ days: 1 })
    weekdays.push(String(next))
  }
  const culture = on('11-24')
  if (year >= 2026 && culture.dayOfWeek <= 5) weekdays.push(String(culture))
  return weekdays.sort()
}

test.each(MOON)(
  'the year with Tết on %s and Giỗ Tổ on %s is what law, moon and custom propose',
  (tet, kings) => {
    const swapped = (why = '') => why.includes('hoán đổi')
    const written = days.filter(
      ({ on, kind, why }) => on?.startsWith(tet.slice(0, 4)) && kind === 'off' && !swapped(why),
    )
    expect(written.map(({ on }) => on)).toEqual(proposed(tet, kings))
  },
)
