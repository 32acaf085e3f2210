import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCalendar } from '#domain/calendar/a-calendar.ts'
import { dayOf, instantAt, toMoment } from '#domain/calendar/moment.ts'
import { slowDue } from '#domain/calendar/slow-model.ts'
import { workingCalendar } from '#domain/calendar/working-time.ts'
import { isRefusal } from '#domain/outcome.ts'
import { aPostRule } from './a-parcel.ts'
import { carriedBy, complaintUntil, isTooSoon } from './post-time.ts'
import { codFeeDong, postRuleOn, ZONES } from './post-rule.ts'
import { zoneOf } from './zone.ts'

const data = aCalendar()
const counting = workingCalendar(data)
const rule = aPostRule()

test.each([
  ['town', false, '2019-03-05T03:00:00.000Z', '2019-03-06T10:00:00.000Z'],
  ['town', true, '2019-03-05T03:00:00.000Z', '2019-03-07T10:00:00.000Z'],
  ['province', false, '2019-03-08T03:00:00.000Z', '2019-03-12T10:00:00.000Z'],
  ['far', false, '2019-04-26T03:00:00.000Z', '2019-05-06T10:00:00.000Z'],
] as const)('%s, slip %s, from %s: by %s', (zone, hasSlip, at, due) => {
  expect(carriedBy(rule, { zone, hasSlip }, at, counting)).toEqual({ due, isProvisional: false })
})

test('J+n is what walking from day to day comes to, whatever the hour of the hand-over', () => {
  const moments = fc.integer({ min: 0, max: 3650 * 1440 }).map((minutes) => {
    return instantAt(Temporal.PlainDate.from('2018-02-01'), 0).add({ minutes })
  })
  fc.assert(
    fc.property(moments, fc.constantFrom(...ZONES), fc.boolean(), (at, zone, hasSlip) => {
      const { days, daysWithSlip } = rule.zones[zone]
      const limit = { kind: 'civil-days', days: hasSlip ? daysWithSlip : days } as const
      const slow = slowDue(data, limit, instantAt(dayOf(at), 1))
      const carried = carriedBy(rule, { zone, hasSlip }, toMoment(at), counting)
      if (isRefusal(slow) || isRefusal(carried)) return isRefusal(slow) === isRefusal(carried)
      expect(carried.due).toBe(slow.due && toMoment(slow.due))
      return true
    }),
  )
})

test('two tries lie at least so many working days apart', () => {
  const friday = '2019-03-08T03:00:00.000Z'
  const soon = (at: string) => isTooSoon(friday, at, rule, counting)
  expect([soon('2019-03-11T08:00:00.000Z'), soon('2019-03-12T00:00:00.000Z')]).toEqual([true, false])
})

test.each([
  ['a commune of the catalogue', { wardCode: '07093', provinceCode: '22' }, '22', 'town'],
  ['elsewhere in the province', { wardCode: null, provinceCode: '22' }, '22', 'province'],
  ['a big city from a small one', { wardCode: null, provinceCode: '79' }, '22', 'far'],
  ['between big cities', { wardCode: null, provinceCode: '79' }, '01', 'major'],
] as const)('%s', (_, address, province, zone) => {
  expect(zoneOf(address, rule, { province })).toBe(zone)
})

test('rules, prices and complaints go by days', () => {
  const rules = [aPostRule(), aPostRule({ from: '2025-07-01', codPerMille: 20 })]
  expect(postRuleOn(rules, '2018-12-31')).toBeUndefined()
  expect(postRuleOn(rules, '2025-06-30')?.from).toBe('2019-01-01')
  expect(postRuleOn(rules, '2025-07-01')?.from).toBe('2025-07-01')
  expect([0, 1, 500_000, 800_001].map((dong) => codFeeDong(rule, dong))).toEqual([0, 5000, 5000, 8001])
  expect(complaintUntil(rule, '2019-08-31T10:00:00.000Z')).toBe('2020-02-29')
})
