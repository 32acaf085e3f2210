import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../outcome.ts'
import type { RatingForm } from './opinion-rules.ts'
import { ratingFormOn } from './opinion-rules.ts'
import { isDissatisfied, LEVELS, ratingFrom, type RatingGiven, rateUntil } from './rating.ts'

const FORM: RatingForm = {
  kind: 'rating',
  from: '2019-01-01',
  questions: [
    { key: 'thai-do', index: 7, vi: 'Thái độ', en: 'Manner' },
    { key: 'chung', index: 11, vi: 'Nói chung', en: 'On the whole' },
  ],
  overall: 'chung',
  rateDays: 90,
  changeDays: 7,
  ground: '',
}
const level = fc.option(fc.constantFrom(...LEVELS), { nil: undefined })
const reason = fc.option(fc.constant('Chờ lâu'), { nil: null })

test('a rating has an answer to every question, and a reason wherever somebody is dissatisfied', () => {
  fc.assert(
    fc.property(level, level, reason, (manner, whole, why) => {
      const rating = ratingFrom(FORM, { 'thai-do': manner, chung: whole, khac: 'satisfied' }, why)
      const isWhole = manner !== undefined && whole !== undefined
      const isSad = [manner, whole].some((one) => one !== undefined && isDissatisfied(one))
      if (isRefusal(rating))
        expect(rating.refused).toBe(
          isWhole && isSad && why === null ? 'reason-needed' : 'question-unanswered',
        )
      else {
        expect(isWhole && (why !== null || !isSad)).toBe(true)
        expect(rating.answers).toEqual(
          FORM.questions.map((one) => ({ ...one, level: one.key === 'chung' ? whole : manner })),
        )
        expect(rating.overall).toBe(whole)
        expect(rating.reason).toBe(isSad ? why : null)
      }
    }),
  )
})

test('without a reason it is said what is missing first', () => {
  expect(ratingFrom(FORM, { chung: 'dissatisfied' }, null)).toMatchObject({
    refused: 'question-unanswered',
    facts: { questions: ['thai-do'] },
  })
})

describe('a dossier is rated', () => {
  const at = (day: string, hour = '08:00') =>
    Temporal.ZonedDateTime.from(`${day}T${hour}[Asia/Ho_Chi_Minh]`)
      .toInstant()
      .toString({ smallestUnit: 'millisecond' })
  const returned = { stage: 'returned', readyAt: at('2019-03-05'), returnedAt: at('2019-03-07') } as const
  const asked = (on: string, given: RatingGiven | null = null, way: RatingGiven['way'] = 'key') => ({
    given,
    way,
    on,
  })

  test.each(['in-process', 'awaiting-citizen'] as const)('not while it is %s', (stage) => {
    expect(rateUntil({ stage }, FORM, asked('2019-03-05'))).toMatchObject({ refused: 'rated-too-early' })
  })

  test('until so many days after it was handed back, to the day', () => {
    expect(rateUntil(returned, FORM, asked('2019-06-05'))).toBe('2019-06-05')
    expect(rateUntil(returned, FORM, asked('2019-06-06'))).toMatchObject({ refused: 'rating-over' })
  })

  test('also long after, while the result still lies there', () => {
    const ready = { stage: 'ready', readyAt: at('2019-03-05') } as const
    expect(isRefusal(rateUntil(ready, FORM, asked('2020-01-01')))).toBe(false)
  })

  test('stopped too, from the day it was stopped', () => {
    expect(
      rateUntil({ stage: 'stopped', readyAt: at('2019-03-05', '23:30') }, FORM, asked('2019-03-06')),
    ).toBe('2019-06-03')
  })

  test('once: changed by the person for the days the centre gives, at the counter never', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('key', 'account', 'counter'),
        fc.constantFrom('key', 'account', 'counter'),
        (days, before, way) => {
          const given = { way: before, at: at('2019-03-08') }
          const on = Temporal.PlainDate.from('2019-03-08').add({ days }).toString()
          expect(!isRefusal(rateUntil(returned, FORM, asked(on, given, way)))).toBe(
            way !== 'counter' && days <= 7,
          )
        },
      ),
    )
  })
})

test('the questions of a day are those of the latest rule begun by then', () => {
  const later = { ...FORM, from: '2026-08-05' }
  expect(ratingFormOn([FORM, later], '2018-12-31')).toBeUndefined()
  expect(ratingFormOn([FORM, later], '2026-08-04')).toBe(FORM)
  expect(ratingFormOn([FORM, later], '2026-08-05')).toBe(later)
})
