import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMoment } from '../calendar/moment.ts'
import { isRefusal } from '../outcome.ts'
import type { Staff } from '../people/may.ts'
import { homeFigures } from './home-figures.ts'
import { HOME_GROUNDS, type HomeClaim, isEntitled } from './home-rules.ts'
import {
  CONSENTS,
  daysWaited,
  decideHome,
  evolveHome,
  type HomeCommand,
  type HomeRequest,
} from './home-visit.ts'
import {
  decideSession,
  evolveSession,
  type MobileSession,
  peopleOf,
  planSession,
  type SessionLaw,
  type SessionPlan,
} from './session.ts'
import { routeOf } from './route.ts'
import { mayRegister, roomIn, slotsOf } from './slots.ts'
import { isTakenOutRight } from './taken-out.ts'
import { MOST_DAYS, weeklyDays } from './weekly.ts'

const TODAY = '2019-03-05'
const AT = '2019-03-05T01:00:00.000Z'
const aPlan: SessionPlan = {
  commune: 'X07075',
  place: 'Nhà văn hóa thôn Chí Linh',
  on: '2019-03-09',
  opens: 450,
  closes: 690,
  team: ['lan'],
  substitute: null,
  equipment: '',
  units: [],
  slotMinutes: 30,
  perSlot: 2,
}
const person = (id: string, from = '2019-01-01', until: string | null = null): Staff => ({
  kind: 'staff',
  id,
  name: `Người ${id}`,
  appointments: [{ post: 'clerk', unit: 'HCC-TN', from, until }],
  mandates: [],
})
const ADMINISTRATOR = { post: 'administrator', unit: 'HCC', from: '2019-01-01', until: null } as const
const STAFF = ['lan', 'phong', 'dat', 'hai'].map((id) => person(id))
const law = (over: Partial<SessionLaw> = {}): SessionLaw => ({
  at: AT,
  by: 'giam-doc',
  today: TODAY,
  staff: STAFF,
  others: [],
  taken: [],
  ...over,
})
const plans = (over: Partial<SessionPlan>, given: Partial<SessionLaw> = {}) =>
  planSession({ ...aPlan, ...over }, law(given))
const aSession = (stage: MobileSession['stage'] = 'published'): MobileSession => ({
  version: 2,
  stage,
  plan: aPlan,
  why: null,
  changedAt: AT,
})

describe('a session', () => {
  test('has hours, a team in its posts, and is ahead', () => {
    expect(plans({})).toMatchObject({ type: 'SessionPlanned' })
    expect(plans({ on: '2019-03-04' })).toMatchObject({ refused: 'session-in-the-past' })
    expect(plans({ closes: 470 })).toMatchObject({ refused: 'session-without-hours' })
    expect(plans({ team: [] })).toMatchObject({ refused: 'session-without-team' })
    expect(plans({ substitute: 'lan' })).toMatchObject({ refused: 'twice-in-team' })
    const gone = { staff: [person('lan', '2019-01-01', '2019-03-09')] }
    expect(plans({}, gone)).toMatchObject({ refused: 'team-not-in-post', facts: { who: 'Người lan' } })
    expect(plans({ team: ['ai-do'] })).toMatchObject({ refused: 'team-not-in-post' })
    const keepsMachines = { ...person('lan'), appointments: [ADMINISTRATOR] }
    expect(plans({}, { staff: [keepsMachines] })).toMatchObject({ refused: 'team-not-in-post' })
    // One after the other on the same day is possible.
    const before = { ...aPlan, opens: 300, closes: aPlan.opens }
    expect(plans({}, { others: [before] })).toMatchObject({ type: 'SessionPlanned' })
  })

  test('nobody is in two sessions at the same hours, whoever is planned when', () => {
    const anyPlan = fc
      .record({
        day: fc.integer({ min: 9, max: 11 }),
        opens: fc.integer({ min: 0, max: 1200 }),
        hours: fc.integer({ min: 30, max: 240 }),
        team: fc.uniqueArray(fc.constantFrom('lan', 'phong', 'dat', 'hai'), { minLength: 1, maxLength: 3 }),
      })
      .map(({ day, opens, hours, team: [substitute = null, ...team] }) => ({
        ...aPlan,
        on: `2019-03-${String(day).padStart(2, '0')}`,
        opens,
        closes: opens + hours,
        team: team.length > 0 ? team : [substitute ?? 'lan'],
        substitute: team.length > 0 ? substitute : null,
      }))
    fc.assert(
      fc.property(fc.array(anyPlan, { maxLength: 12 }), (wanted) => {
        const planned: SessionPlan[] = []
        for (const plan of wanted)
          if (!isRefusal(planSession(plan, law({ others: planned })))) planned.push(plan)
        const minutes = planned.flatMap((plan) =>
          peopleOf(plan).map((id) => ({ id, on: plan.on, opens: plan.opens, closes: plan.closes })),
        )
        for (const [place, one] of minutes.entries())
          for (const other of minutes.slice(place + 1))
            expect(
              one.id !== other.id ||
                one.on !== other.on ||
                one.closes <= other.opens ||
                other.closes <= one.opens,
            ).toBe(true)
      }),
    )
  })

  test('is published once, changed while nobody loses the time registered for, and cancelled once', () => {
    const does = (session: MobileSession, command: Parameters<typeof decideSession>[1], given = {}) =>
      decideSession(session, command, law(given))
    expect(does(aSession('planned'), { type: 'PublishSession' })).toMatchObject({ type: 'SessionPublished' })
    expect(does(aSession(), { type: 'PublishSession' })).toMatchObject({ refused: 'session-not-so-far' })
    const later = { type: 'ChangeSession', plan: { ...aPlan, opens: 480, closes: 690 } } as const
    expect(does(aSession(), later, { taken: [450] })).toMatchObject({ refused: 'slots-taken' })
    expect(does(aSession(), later, { taken: [480, 480] })).toMatchObject({ type: 'SessionChanged' })
    expect(does(aSession(), later, { taken: [480, 480, 480] })).toMatchObject({ refused: 'slots-taken' })
    const cancelled = does(aSession(), { type: 'CancelSession', why: 'Bão số 3' })
    if (isRefusal(cancelled)) throw new Error(cancelled.refused)
    const gone = evolveSession(aSession(), cancelled)
    expect(gone).toMatchObject({ stage: 'cancelled', why: 'Bão số 3', version: 3 })
    expect(does(gone, { type: 'CancelSession', why: 'Lại' })).toMatchObject({ refused: 'session-not-so-far' })
    for (const command of [later, { type: 'CancelSession', why: 'Muộn' }] as const)
      expect(does(aSession(), command, { today: '2019-03-10' })).toMatchObject({
        refused: 'session-in-the-past',
      })
  })
})

test('a weekly plan has exactly the weekdays asked for, none of the exceptions, and an end', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((days) => Temporal.PlainDate.from('2019-01-01').add({ days }).toString())
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 120 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
      fc.array(day, { maxLength: 5 }),
      (from, length, weekdays, except) => {
        const until = Temporal.PlainDate.from(from).add({ days: length }).toString()
        const days = weeklyDays({ from, until, weekdays, except })
        const all = Array.from({ length: length + 1 }, (_, place) =>
          Temporal.PlainDate.from(from).add({ days: place }),
        )
          .filter((one) => weekdays.includes(one.dayOfWeek) && !except.includes(one.toString()))
          .map(String)
        if (all.length === 0) expect(days).toMatchObject({ refused: 'no-session-day' })
        else if (all.length > MOST_DAYS) expect(days).toMatchObject({ refused: 'too-many-sessions' })
        else expect(days).toEqual(all)
      },
    ),
  )
})

describe('a slot', () => {
  const at = (time: string) => ({
    taken: [] as number[],
    now: Temporal.Instant.from(`2019-03-09T${time}+07:00`),
  })

  test('is whole before closing, and no two share a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 5, max: 240 }),
        (opens, hours, slotMinutes) => {
          const slots = slotsOf({ opens, closes: opens + hours, slotMinutes, perSlot: 1 })
          expect(slots.every((slot, place) => slot === opens + place * slotMinutes)).toBe(true)
          expect(slots.every((slot) => slot + slotMinutes <= opens + hours)).toBe(true)
          expect(slots.length).toBe(Math.floor(hours / slotMinutes))
        },
      ),
    )
    expect(slotsOf({ ...aPlan, perSlot: 0 })).toEqual([])
  })

  test('is taken while it is ahead, published, and not by more than have room', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...slotsOf(aPlan)), { maxLength: 40 }), (asked) => {
        const taken: number[] = []
        for (const slot of asked)
          if (mayRegister(aSession(), slot, { ...at('06:00'), taken }) === true) taken.push(slot)
        for (const slot of slotsOf(aPlan)) {
          const many = asked.filter((one) => one === slot).length
          expect(taken.filter((one) => one === slot).length).toBe(Math.min(many, aPlan.perSlot))
          expect(roomIn(aPlan, slot, taken)).toBe(Math.max(0, aPlan.perSlot - many))
        }
      }),
    )
    expect(mayRegister(aSession(), 455, at('06:00'))).toMatchObject({ refused: 'no-such-slot' })
    expect(mayRegister(aSession(), 450, at('07:30'))).toMatchObject({ refused: 'registration-closed' })
    expect(mayRegister(aSession(), 450, at('07:29'))).toBe(true)
    expect(mayRegister(aSession('planned'), 450, at('06:00'))).toMatchObject({
      refused: 'registration-closed',
    })
    expect(mayRegister(aSession('cancelled'), 450, at('06:00'))).toMatchObject({
      refused: 'registration-closed',
    })
  })
})

describe('who is visited at home', () => {
  const claim = (over: Partial<HomeClaim>): HomeClaim => ({
    ground: 'old',
    born: '1939-03-05',
    evidence: { by: 'identity-paper', what: 'CMND 100 123 456' },
    ...over,
  })
  test('is eighty, gravely ill, or old and alone, borne out by who may bear it out', () => {
    expect(isEntitled(claim({}), TODAY)).toBe(true)
    expect(isEntitled(claim({}), '2019-03-04')).toMatchObject({ refused: 'too-young-for-visit' })
    expect(isEntitled(claim({ born: '1939' }), '2019-01-01')).toBe(true)
    expect(isEntitled(claim({ born: '1939-02' }), '2019-02-01')).toBe(true)
    expect(isEntitled(claim({ born: null }), TODAY)).toMatchObject({ refused: 'birth-date-needed' })
    const ill = { ground: 'ill', born: null } as const
    expect(isEntitled(claim(ill), TODAY)).toMatchObject({ refused: 'not-borne-out' })
    expect(isEntitled(claim({ ...ill, evidence: { by: 'medical', what: 'Giấy ra viện' } }), TODAY)).toBe(true)
    const alone = { ground: 'alone', evidence: { by: 'commune', what: 'Xác nhận của xã' } } as const
    expect(isEntitled(claim({ ...alone, born: '1959-03-05' }), TODAY)).toBe(true)
    expect(isEntitled(claim({ ...alone, born: '1959-03-06' }), TODAY)).toMatchObject({
      refused: 'too-young-for-visit',
    })
    expect(isEntitled(claim({}), '2009-01-01')).toMatchObject({ refused: 'no-home-rule' })
  })

  test('stays entitled on every later day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOME_GROUNDS),
        fc.integer({ min: 1900, max: 1990 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (ground, year, days, later) => {
          const on = Temporal.PlainDate.from('2011-01-01').add({ days })
          const one = claim({ ground, born: String(year), evidence: { by: 'officer', what: 'Đã đến nhà' } })
          if (isEntitled(one, on.toString()) === true)
            expect(isEntitled(one, on.add({ days: later }).toString())).toBe(true)
        },
      ),
    )
  })
})

describe('a request for a visit', () => {
  const asked = evolveHome(null, { type: 'HomeVisitAsked', at: AT })
  const day = (days: number) => toMoment(Temporal.Instant.from(AT).add({ hours: 24 * days }))
  const anyCommand: fc.Arbitrary<HomeCommand> = fc.oneof(
    fc.record({
      type: fc.constant('GrantHomeVisit' as const),
      claim: fc.constant<HomeClaim>({ ground: 'old', born: '1930', evidence: { by: 'commune', what: 'x' } }),
    }),
    fc.record({ type: fc.constant('RefuseHomeVisit' as const), why: fc.constant('x') }),
    fc.record({
      type: fc.constant('ScheduleHomeVisit' as const),
      schedule: fc.record({
        on: fc.integer({ min: 5, max: 25 }).map((one) => `2019-03-${String(one).padStart(2, '0')}`),
        place: fc.constant(1),
        team: fc.constant(['lan']),
      }),
    }),
    fc.record({
      type: fc.constant('RecordHomeContact' as const),
      contact: fc.constant({ way: 'call' as const, outcome: 'not-reached' as const, note: null }),
    }),
    fc.record({
      type: fc.constant('MakeHomeVisit' as const),
      visited: fc.record({
        consent: fc.constantFrom(...CONSENTS),
        witness: fc.constantFrom(null, 'Trưởng thôn'),
        note: fc.constant(null),
      }),
    }),
    fc.record({ type: fc.constant('EndHomeVisit' as const), why: fc.constant('x') }),
  )
  const played = fc
    .array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 3 })), { maxLength: 14 })
    .map((commands) => {
      let request: HomeRequest = asked
      let on = 0
      for (const [command, days] of commands) {
        on += days
        const event = decideHome(request, command, { at: day(on), by: 'lan' })
        if (!isRefusal(event)) request = evolveHome(request, event)
      }
      return request
    })

  test('is visited only when it was granted and its day had come, with a witness to a fingerprint', () => {
    fc.assert(
      fc.property(played, (request) => {
        const { stage, claim, schedule, visited } = request
        if (visited === null) expect(daysWaited(request)).toBeNull()
        else {
          expect([stage, claim?.ground]).toEqual(['visited', 'old'])
          expect(visited.at.slice(0, 10) >= (schedule?.on ?? '9')).toBe(true)
          expect(visited.consent === 'signature' || visited.witness !== null).toBe(true)
          expect(daysWaited(request)).toBeGreaterThanOrEqual(0)
        }
        if (stage === 'refused') expect([claim, visited]).toEqual([null, null])
      }),
    )
  })

  test('figures of two stretches add up to those of both', () => {
    fc.assert(
      fc.property(fc.array(played, { maxLength: 8 }), fc.integer({ min: 5, max: 27 }), (requests, cut) => {
        const on = (one: number) => `2019-03-${String(one).padStart(2, '0')}`
        const first = homeFigures(requests, { from: on(1), until: on(cut) })
        const second = homeFigures(requests, { from: on(cut + 1), until: '2019-05-31' })
        const whole = homeFigures(requests, { from: on(1), until: '2019-05-31' })
        for (const key of ['requests', 'entitled', 'visited', 'daysWaited'] as const)
          expect(first[key] + second[key]).toBe(whole[key])
        expect(Math.max(first.longest, second.longest)).toBe(whole.longest)
        expect(whole.requests).toBe(requests.length)
      }),
    )
  })
})

test('a day’s way keeps neighbours together and everything in it, and gives the places that were given', () => {
  const anyStop = fc.record({
    code: fc.uuid(),
    commune: fc.constantFrom('A', 'B'),
    hamlet: fc.constantFrom('x', 'y', 'z'),
    place: fc.constant(null),
  })
  fc.assert(
    fc.property(
      fc.array(anyStop, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 20 }),
      (stops, which, place) => {
        const route = routeOf(stops).map(({ commune, hamlet }) => `${commune}${hamlet}`)
        expect(new Set(route).size).toBe(route.filter((one, at) => route[at - 1] !== one).length)
        const moved = stops.map((one, at) => (at === which % stops.length ? { ...one, place } : one))
        const after = routeOf(moved)
        expect(after.map(({ code }) => code).toSorted()).toEqual(stops.map(({ code }) => code).toSorted())
        expect(after[Math.min(place, stops.length) - 1]).toMatchObject({ place })
      },
    ),
  )
})

test('a session takes by the mobile channel, a visit by the one at home', () => {
  const visit = { kind: 'home-visit', id: 'x', consent: 'fingerprint', witness: null } as const
  expect(isTakenOutRight({ kind: 'session', id: 'x' }, 'mobile')).toBe(true)
  expect(isTakenOutRight({ kind: 'session', id: 'x' }, 'counter')).toMatchObject({
    refused: 'taken-out-otherwise',
  })
  expect(isTakenOutRight(visit, 'mobile')).toMatchObject({ refused: 'taken-out-otherwise' })
  expect(isTakenOutRight(visit, 'home')).toMatchObject({ refused: 'witness-needed' })
  expect(isTakenOutRight({ ...visit, witness: 'Trưởng thôn' }, 'home')).toBe(true)
})
