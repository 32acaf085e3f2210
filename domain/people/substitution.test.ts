import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { type Appointment, appointmentsOn, hasPost, may, type Staff } from './may.ts'
import {
  actsAs,
  appointmentsInstead,
  canBeEntered,
  lastDay,
  standsInFor,
  type Substitution,
  untilAfter,
} from './substitution.ts'

const HANDLER: Appointment = { post: 'handler', unit: 'TP', from: '2019-01-01', until: null }
const absence = { absent: 'khanh', unit: 'TP', from: '2019-03-05', until: '2019-03-08' }

function aStaff(id: string, appointments: readonly Appointment[]): Staff {
  return { kind: 'staff', id, name: id, appointments, mandates: [] }
}

describe('a substitute', () => {
  const nam = aStaff('nam', appointmentsInstead([{ ...absence, appointments: [HANDLER] }]))

  test.each([
    ['2019-03-04', false],
    ['2019-03-05', true],
    ['2019-03-07', true],
    ['2019-03-08', false],
  ])('has the post on %s: %s', (on, has) => {
    expect(hasPost(nam, 'handler', 'TP', on)).toBe(has)
    expect(standsInFor(nam, on)).toEqual(has ? ['khanh'] : [])
    expect(may(nam, { kind: 'act-on-step', unit: 'TP', post: 'handler' }, on) === true).toBe(has)
  })

  test('has no longer what the absent person no longer has', () => {
    const ended = { ...HANDLER, until: '2019-03-06' }
    expect(appointmentsInstead([{ ...absence, appointments: [ended] }])).toMatchObject([
      { until: '2019-03-06' },
    ])
    const over = { ...HANDLER, until: '2019-03-05' }
    expect(appointmentsInstead([{ ...absence, appointments: [over] }])).toEqual([])
    const later = { ...HANDLER, from: '2019-03-07' }
    expect(appointmentsInstead([{ ...absence, appointments: [later] }])).toMatchObject([
      { from: '2019-03-07' },
    ])
  })

  test('has the posts of that unit only', () => {
    const elsewhere = { ...HANDLER, unit: 'HCC-TN' }
    expect(appointmentsInstead([{ ...absence, appointments: [elsewhere] }])).toEqual([])
  })

  test('of an approver approves nothing without a mandate of the own', () => {
    const approver = { ...HANDLER, post: 'approver' as const }
    const stand = aStaff('nam', appointmentsInstead([{ ...absence, appointments: [approver] }]))
    const approve = { kind: 'approve', unit: 'TP', post: 'approver', competentUnit: 'TP' } as const
    expect(may(stand, approve, '2019-03-05')).toMatchObject({ refused: 'no-mandate' })
    const mandates = [{ key: 'uq', unit: 'TP', from: '2019-01-01', until: null }]
    expect(may({ ...stand, mandates }, approve, '2019-03-05')).toBe(true)
  })

  test('may release what lies with the absent person', () => {
    const release = { kind: 'release-dossier', unit: 'TP', post: 'handler' } as const
    expect(may(nam, { ...release, holder: 'khanh' }, '2019-03-05')).toBe(true)
    expect(may(nam, { ...release, holder: 'dung' }, '2019-03-05')).toMatchObject({ refused: 'not-permitted' })
    expect(may(nam, { ...release, holder: 'nam' }, '2019-03-05')).toMatchObject({ refused: 'not-permitted' })
  })
})

describe('who stands in acts', () => {
  const instead = appointmentsInstead([{ ...absence, appointments: [HANDLER] }])
  const both = aStaff('nam', [...instead, HANDLER])
  const step = { post: 'handler', unit: 'TP' } as const

  test('as substitute on what lies with the absent person', () => {
    expect(actsAs(both, { ...step, holder: 'khanh' }, '2019-03-05')?.insteadOf).toBe('khanh')
  })
  test('in the own post on everything else', () => {
    const own = actsAs(both, { ...step, holder: null }, '2019-03-05')
    expect(own).toMatchObject({ post: 'handler' })
    expect(own?.insteadOf).toBeUndefined()
  })
  test('as substitute where there is no own post', () => {
    expect(actsAs(aStaff('nam', instead), { ...step, holder: null }, '2019-03-05')?.insteadOf).toBe('khanh')
  })
  test('not at all before the first day', () => {
    expect(actsAs(aStaff('nam', instead), { ...step, holder: 'khanh' }, '2019-03-04')).toBeUndefined()
  })
})

const asked: Substitution = { ...absence, substitute: 'nam' }

describe('a substitution is entered', () => {
  const week = { unit: 'TP', from: '2019-03-07', until: '2019-03-12' }
  test.each<[string, Partial<Substitution>, readonly Substitution[], string | true]>([
    ['from today', {}, [], true],
    ['for one day', { until: '2019-03-06' }, [], true],
    ['not for yesterday', { from: '2019-03-04' }, [], 'days-past'],
    ['not backwards', { until: '2019-03-05' }, [], 'days-in-wrong-order'],
    ['not for oneself', { substitute: 'khanh' }, [], 'substitute-same-person'],
    ['not twice', {}, [{ ...week, absent: 'khanh', substitute: 'dung' }], 'already-substituted'],
    ['not with one who is away', {}, [{ ...week, absent: 'nam', substitute: 'dung' }], 'substitute-away'],
    ['not in a circle', {}, [{ ...week, absent: 'nam', substitute: 'khanh' }], 'substitute-away'],
    ['not for one who stands in', {}, [{ ...week, absent: 'dung', substitute: 'khanh' }], 'substitutes-then'],
    ['after another', {}, [{ ...week, from: '2019-03-08', absent: 'khanh', substitute: 'dung' }], true],
    [
      'before another',
      {},
      [{ ...week, from: '2019-03-01', until: '2019-03-05', absent: 'khanh', substitute: 'dung' }],
      true,
    ],
    [
      'beside one of another unit',
      {},
      [{ ...week, unit: 'BHXH', absent: 'khanh', substitute: 'dung' }],
      true,
    ],
    ['by one who stands in for another too', {}, [{ ...week, absent: 'dung', substitute: 'nam' }], true],
  ])('%s', (_, over, standing, expected) => {
    const outcome = canBeEntered({ ...asked, ...over }, standing, '2019-03-05')
    expect(isRefusal(outcome) ? outcome.refused : outcome).toBe(expected)
  })
})

const anyDay = fc
  .integer({ min: 0, max: 30 })
  .map((n) => Temporal.PlainDate.from('2019-03-01').add({ days: n }).toString())
const anyOne = fc.constantFrom('a', 'b', 'c', 'd')
const anyAsked = fc.record({
  absent: anyOne,
  substitute: anyOne,
  unit: fc.constant('TP'),
  from: anyDay,
  until: anyDay,
})

test('whatever is entered in whatever order, on no day is anybody away and standing in, or away twice', () => {
  fc.assert(
    fc.property(fc.array(anyAsked, { maxLength: 12 }), anyDay, (tries, on) => {
      const standing: Substitution[] = []
      for (const one of tries) if (canBeEntered(one, standing, '2019-03-01') === true) standing.push(one)
      const that = standing.filter((one) => one.from <= on && on < one.until)
      const away = that.map((one) => one.absent)
      expect(new Set(away).size).toBe(away.length)
      expect(that.filter((one) => away.includes(one.substitute))).toEqual([])
    }),
  )
})

test('a substitute never has more days than the substitution or the appointment', () => {
  fc.assert(
    fc.property(anyAsked, anyDay, fc.option(anyDay), anyDay, (one, from, until, on) => {
      const posts = appointmentsInstead([{ ...one, appointments: [{ ...HANDLER, from, until }] }])
      const has = appointmentsOn(aStaff('x', posts), on).length > 0
      expect(has).toBe(one.from <= on && on < one.until && from <= on && (until === null || on < until))
    }),
  )
})

test('the last day and the end behind it belong together', () => {
  expect(lastDay('2019-03-01')).toBe('2019-02-28')
  expect(untilAfter('2019-12-31')).toBe('2020-01-01')
})
