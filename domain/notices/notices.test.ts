import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MINUTES, dayOf, minuteOfDay, toMoment } from '#domain/calendar/moment.ts'
import { aDossier } from '#domain/dossier/a-dossier.ts'
import { NOTICE_WISHES } from '#domain/dossier/notice-wish.ts'
import {
  afterAttempt,
  afterCut,
  afterReport,
  DELIVERY_REPORTS,
  type Going,
  NOTICE_STATES,
  type SendOutcome,
} from './going.ts'
import { NOTICE_LANGUAGES, NOTICE_WAYS } from './notice.ts'
import { HOUSE_QUIET, mayGoAt, quietOn, quietUntil } from './quiet-hours.ts'
import { mayBeTold, receiverOf, type TellsOf } from './receiver.ts'

const anyInstant = fc
  .integer({ min: 0, max: 20 * 365 * DAY_MINUTES })
  .map((minutes) => Temporal.Instant.from('2018-12-31T17:00:00Z').add({ minutes }))
const anyMinute = fc.integer({ min: 0, max: DAY_MINUTES - 1 })
const anyQuiet = fc.record({ begins: anyMinute, ends: anyMinute })
const anyWays = fc.subarray([...NOTICE_WAYS])

/** By walking minute after minute, as nobody would count. */
function isQuiet(at: Temporal.Instant, { begins, ends }: { begins: number; ends: number }): boolean {
  for (let minute = begins; minute !== ends; minute = (minute + 1) % DAY_MINUTES)
    if (minute === minuteOfDay(at)) return true
  return false
}

test('nothing goes in quiet hours but what cannot wait, and nothing waits longer than they last', () => {
  fc.assert(
    fc.property(anyInstant, anyQuiet, fc.option(fc.nat(3)), (at, quiet, daysLeft) => {
      const lastDay = daysLeft === null ? undefined : dayOf(at).add({ days: daysLeft }).toString()
      const facts = lastDay === undefined ? {} : { lastDay }
      const goes = mayGoAt(at, facts, quiet)
      if (!isQuiet(at, quiet)) expect(goes).toEqual(at)
      else if (goes.equals(at))
        expect(lastDay !== undefined && lastDay <= dayOf(quietUntil(at, quiet) ?? at).toString()).toBe(true)
      else {
        expect(isQuiet(goes, quiet)).toBe(false)
        expect(isQuiet(goes.subtract({ minutes: 1 }), quiet)).toBe(true)
        expect(goes.since(at).total('minutes')).toBeLessThanOrEqual(DAY_MINUTES)
        if (lastDay !== undefined) expect(lastDay > dayOf(goes).toString()).toBe(true)
      }
      expect(mayGoAt(at, facts, null)).toEqual(at)
    }),
  )
})

test('quiet hours are those of the day, the house’s where a centre has none', () => {
  const at = (text: string) => Temporal.Instant.from(`2019-03-05T${text}+07:00`)
  expect(quietUntil(at('20:59'), HOUSE_QUIET)).toBeNull()
  expect(toMoment(quietUntil(at('21:00'), HOUSE_QUIET) ?? at('00:00'))).toBe('2019-03-06T00:00:00.000Z')
  expect(toMoment(quietUntil(at('06:59'), HOUSE_QUIET) ?? at('00:00'))).toBe('2019-03-05T00:00:00.000Z')
  expect(quietUntil(at('07:00'), HOUSE_QUIET)).toBeNull()
  const own = { begins: 20 * 60, ends: 6 * 60, from: '2019-04-01', ground: 'Thông báo 12' }
  expect(quietOn([own], '2019-03-31')).toEqual(HOUSE_QUIET)
  expect(quietOn([own], '2019-04-01')).toBe(own)
})

const anyPhone = fc.option(fc.constantFrom('0912345678', '0323456789', '02033870123'))
const anyMail = fc.option(fc.constantFrom('huong@example.vn', 'lan@example.vn'))
const anyAccount: fc.Arbitrary<TellsOf> = fc.record({
  id: fc.constant('huong'),
  phone: anyPhone,
  email: anyMail,
  hasDevices: fc.boolean(),
  isOwner: fc.boolean(),
  choice: fc.option(
    fc.record({
      language: fc.constantFrom(...NOTICE_LANGUAGES),
      ways: anyWays,
      quiet: fc.oneof(fc.constantFrom('centre', 'none'), anyQuiet),
    }),
  ),
})
const LAN = {
  id: 'lan',
  phone: '0323456789',
  email: 'lan@example.vn',
  hasDevices: false,
  choice: null,
} as const
const anyWish = fc.record({ way: fc.constantFrom(...NOTICE_WISHES), email: anyMail })

test('each is told once by a way, by no way the centre lacks or the person did not choose, and nobody who wished not to be', () => {
  fc.assert(
    fc.property(
      anyPhone,
      fc.option(anyWish),
      fc.option(anyAccount),
      anyWays,
      (phone, wish, account, offered) => {
        const { applicant, ...rest } = aDossier()
        const dossier = { ...rest, applicant: { ...applicant, phone }, ...(wish && { notices: wish }) }
        const { destinations, language, quiet } = receiverOf(dossier, account, offered)
        const ways = destinations.map(({ way }) => way)
        expect(new Set(ways).size).toBe(ways.length)
        expect(ways.every((way) => offered.includes(way))).toBe(true)
        if (wish?.way === 'none' || !mayBeTold(dossier)) expect(ways).toEqual([])
        for (const { way, to } of destinations) {
          if (way === 'push') expect(account?.isOwner && account.hasDevices).toBe(true)
          else {
            const named = way === 'email' ? wish?.email : phone
            // What is only named goes where it was named, and to nobody who once had the number.
            const own = account?.isOwner ? [way === 'email' ? account.email : account.phone] : []
            expect([named, ...own]).toContain(to?.address)
          }
          // No telephone on a wall takes a message.
          expect(to?.address).not.toBe('02033870123')
        }
        const choice = wish?.way === 'none' ? null : account?.choice
        if (choice) {
          expect([language, quiet]).toEqual([choice.language, choice.quiet])
          expect(ways.every((way) => choice.ways.includes(way))).toBe(true)
        } else expect(ways.length).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('one way is enough where nothing was chosen, the mailbox before the telephone', () => {
  const { applicant, ...rest } = aDossier()
  const told = (over: object) =>
    receiverOf({ ...rest, applicant, ...over }, { ...LAN, isOwner: true }, ['sms', 'email']).destinations
  expect(told({ applicant: { ...applicant, phone: null } })).toEqual([
    { way: 'email', to: { way: 'email', address: 'lan@example.vn' } },
  ])
  expect(told({ applicant: { ...applicant, phone: '0912345678' } })).toMatchObject([{ way: 'sms' }])
  expect(mayBeTold({ applicant, notices: { way: 'none', email: null } })).toBe(false)
  expect(mayBeTold({ applicant: { ...applicant, phone: '0912345678' } })).toBe(true)
})

const anyOutcome: fc.Arbitrary<SendOutcome | 'killed'> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'not-now', why: 'busy' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'unknown' } as const) },
  { weight: 2, arbitrary: fc.constant('killed' as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'refused', why: 'no such number' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'accepted', reference: null } as const) },
)

test('whatever a gateway answers or does not, a notice arrives at most twice, ends, and a day’s fault loses nothing', () => {
  fc.assert(
    fc.property(fc.array(anyOutcome, { minLength: 45, maxLength: 45 }), (outcomes) => {
      let going: Going = {
        state: 'waiting',
        attempts: 0,
        doubts: 0,
        next: Temporal.Instant.from('2019-03-05T01:00:00Z'),
      }
      const began = going.next
      let mayHaveArrived = 0
      for (const outcome of outcomes) {
        const { next } = going
        if (next === null || began === null) break
        if (outcome === 'killed' || outcome.kind === 'unknown' || outcome.kind === 'accepted')
          mayHaveArrived += 1
        const after = outcome === 'killed' ? afterCut(going, next) : afterAttempt(going, outcome, next)
        if (after.next) {
          const pause = after.next.since(next).total('minutes')
          if (going.attempts > 0) expect(pause).toBeGreaterThan(0)
          expect(after.state).toBe('waiting')
        }
        if (after.state === 'given-up') expect(next.since(began).total('hours')).toBeGreaterThan(24)
        going = after
      }
      expect(mayHaveArrived).toBeLessThanOrEqual(2)
      expect(going.next).toBeNull()
      expect(going.state).not.toBe('waiting')
    }),
  )
})

test('pauses grow', () => {
  let going: Going = {
    state: 'waiting',
    attempts: 0,
    doubts: 0,
    next: Temporal.Instant.from('2019-03-05T01:00:00Z'),
  }
  const pauses: number[] = []
  for (let at = going.next; at !== null; at = going.next) {
    going = afterAttempt(going, { kind: 'not-now', why: '' }, at)
    if (going.next) pauses.push(going.next.since(at).total('minutes'))
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauses.slice(0, 5)).toEqual([1, 5, 15, 30, 60])
  expect(pauses.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(24 * 60)
  expect(going.state).toBe('given-up')
})

test('a message that may have gone is tried once more', () => {
  const at = Temporal.Instant.from('2019-03-05T01:00:00Z')
  const once = afterAttempt({ state: 'waiting', attempts: 0, doubts: 0, next: at }, { kind: 'unknown' }, at)
  expect(once).toMatchObject({ state: 'waiting', attempts: 1, doubts: 1, next: at.add({ minutes: 1 }) })
  expect(afterCut(once, at)).toMatchObject({ state: 'in-doubt', next: null })
  // One gateway on the way says no, another may say yes: what is being tried goes on.
  expect(afterReport({ state: 'waiting', wasTried: true }, 'not-delivered')).toBe('waiting')
  expect(afterReport({ state: 'waiting', wasTried: true }, 'bounced')).toBe('bounced')
})

test('reports in any order and number: what arrived stays so, what was never tried is not believed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NOTICE_STATES),
      fc.boolean(),
      fc.array(fc.constantFrom(...DELIVERY_REPORTS), { minLength: 1, maxLength: 5 }),
      (first, wasTried, reports) => {
        const walked = reports.reduce((state, report) => afterReport({ state, wasTried }, report), first)
        if (!wasTried || first === 'overtaken' || first === 'unwanted') expect(walked).toBe(first)
        else if (reports.includes('delivered')) expect(walked).toBe('delivered')
        // The same reports once more change nothing.
        expect(reports.reduce((state, report) => afterReport({ state, wasTried }, report), walked)).toBe(
          walked,
        )
      },
    ),
  )
})
