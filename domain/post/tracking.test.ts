import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCalendar } from '#domain/calendar/a-calendar.ts'
import { workingCalendar } from '#domain/calendar/working-time.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { allowed } from '#domain/dossier/a-dossier.ts'
import { aParcel, aPostRule, HANDED_AT, HANDED_OVER, TAKEN } from './a-parcel.ts'
import { TRACKED_STATUSES, type Tracked, type TrackedStatus } from './carrier.ts'
import { awaitsPerson, evolveParcel, isLateParcel, isPostAtFault, type Parcel } from './parcel.ts'
import { askNextAt, heardOf } from './tracking.ts'

const counting = workingCalendar(aCalendar())
const NOW = '2019-03-20T01:00:00.000Z'
const rule = aPostRule()

function hears(parcel: Parcel, said: readonly Tracked[], now = NOW): Parcel {
  return allowed(heardOf(parcel, said, { rule, counting, now })).reduce<Parcel>(evolveParcel, parcel)
}

function says(id: number, status: TrackedStatus | null, at: string, more: Partial<Tracked> = {}): Tracked {
  return { id, status, at, said: `${status}`, receiver: null, codDong: null, ...more }
}

const away = aParcel([TAKEN, HANDED_OVER])
const BY = { receiver: 'Nguyễn Thị Hương' }

test('delivered after a try: the try is kept, and who received it', () => {
  const parcel = hears(away, [
    says(2, 'attempted', '2019-03-06T03:00:00.000Z'),
    says(1, 'taken', '2019-03-05T04:00:00.000Z'),
    says(3, 'delivered', '2019-03-08T03:00:00.000Z', { ...BY, codDong: 8000 }),
  ])
  expect(parcel).toMatchObject({ stage: 'delivered', receiver: BY.receiver, collectedDong: 8000, heard: 3 })
  expect(parcel.attempts).toHaveLength(1)
})

test('what was heard before is passed over, and the same under another number is no second try', () => {
  const tries = [says(1, 'attempted', '2019-03-06T03:00:00.000Z')]
  const once = hears(away, tries)
  expect(allowed(heardOf(once, tries, { rule, counting, now: NOW }))).toEqual([])
  const again = hears(once, [says(2, 'attempted', '2019-03-06T03:00:00.000Z')])
  expect([again.attempts.length, again.breach, again.heard]).toEqual([1, null, 2])
})

test('what was heard before is passed over, and the same under another number is no second try', () => {
  const tries = [says(1, 'attempted', '2019-03-06T03:00:00.000Z')]
  const once = hears(away, tries)
  expect(allowed(heardOf(once, tries, { rule, counting, now: NOW }))).toEqual([])
  const again = hears(once, [says(2, 'attempted', '2019-03-06T03:00:00.000Z')])
  expect([again.attempts.length, again.breach, again.heard]).toEqual([1, null, 2])
})

test.each([
  [
    'never handed over',
    aParcel([TAKEN]),
    says(1, 'delivered', '2019-03-06T03:00:00.000Z', BY),
    'not-handed-over',
  ],
  ['before it was', away, says(1, 'delivered', '2019-03-05T01:00:00.000Z', BY), 'before-handed-over'],
  ['of tomorrow', away, says(1, 'delivered', '2019-03-21T01:00:00.000Z', BY), 'of-tomorrow'],
  [
    'gone back and delivered',
    hears(away, [says(1, 'going-back', '2019-03-07T01:00:00.000Z')]),
    says(2, 'delivered', '2019-03-08T01:00:00.000Z', BY),
    'contradicts',
  ],
  [
    'delivered and not met',
    hears(away, [says(1, 'delivered', '2019-03-06T01:00:00.000Z', BY)]),
    says(2, 'attempted', '2019-03-07T01:00:00.000Z'),
    'contradicts',
  ],
] as const)('what cannot be so is doubted and changes nothing: %s', (_, parcel, said, doubt) => {
  const after = hears(parcel, [said, says(9, 'going-back', '2019-03-09T01:00:00.000Z')])
  expect(after).toMatchObject({ stage: parcel.stage, doubt, heard: said.id })
  expect(awaitsPerson(after)).toBe(true)
  const settled = evolveParcel(after, { type: 'DoubtSettled', at: NOW, by: 'lan', note: 'x' })
  expect(settled.doubt).toBeNull()
})

test('papers that come in are where they are scanned, whatever the post says of them', () => {
  const coming = aParcel([TAKEN], { direction: 'in' })
  const said = [
    says(1, 'taken', '2019-03-05T04:00:00.000Z'),
    says(2, 'delivered', '2019-03-06T04:00:00.000Z', BY),
  ]
  expect(hears(coming, said)).toMatchObject({ stage: 'waiting', doubt: null, deliveredAt: null, heard: 2 })
})

test('who gives up too soon is told so, and pays for sending again', () => {
  const once = hears(away, [
    says(1, 'attempted', '2019-03-06T03:00:00.000Z'),
    says(2, 'going-back', '2019-03-08T03:00:00.000Z'),
  ])
  expect([once.breach, isPostAtFault(once, NOW)]).toEqual(['too-few-attempts', true])
  const hurried = hears(away, [
    says(1, 'attempted', '2019-03-06T03:00:00.000Z'),
    says(2, 'attempted', '2019-03-07T03:00:00.000Z'),
  ])
  expect(hurried.breach).toBe('attempts-too-close')
  const right = hears(away, [
    says(1, 'attempted', '2019-03-06T03:00:00.000Z'),
    says(2, 'attempted', '2019-03-08T03:00:00.000Z'),
    says(3, 'going-back', '2019-03-08T09:00:00.000Z'),
  ])
  expect([right.stage, right.breach, isPostAtFault(right, NOW)]).toEqual(['coming-back', null, false])
})

test('the post is late when neither a try nor a delivery came in its time', () => {
  const due = '2019-03-06T10:00:00.000Z'
  expect(isLateParcel(away, due)).toBe(false)
  expect(isLateParcel(away, '2019-03-06T10:00:00.001Z')).toBe(true)
  expect(isLateParcel(hears(away, [says(1, 'attempted', '2019-03-06T03:00:00.000Z')]), NOW)).toBe(false)
  expect(isLateParcel(hears(away, [says(1, 'delivered', '2019-03-07T03:00:00.000Z', BY)]), NOW)).toBe(true)
})

const anySaid = fc
  .array(
    fc.record({
      status: fc.option(fc.constantFrom(...TRACKED_STATUSES)),
      hours: fc.integer({ min: -30, max: 400 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ status, hours }, place) =>
      says(place + 1, status, toMoment(Temporal.Instant.from(HANDED_AT).add({ hours })), BY),
    ),
  )

test('whatever the post says, twice, in pieces or in a heap, comes to the same and to nothing that cannot be', () => {
  fc.assert(
    fc.property(anySaid, fc.array(fc.nat(12), { maxLength: 6 }), fc.boolean(), (said, cuts, isHandedOver) => {
      const before = isHandedOver ? away : aParcel([TAKEN])
      const whole = hears(before, said.toReversed())
      const piecemeal = [...cuts]
        .sort((a, b) => a - b)
        .reduce((one, cut) => hears(one, said.slice(0, cut)), before)
      const { version: _, ...end } = hears(hears(piecemeal, said), said)
      const { version: __, ...once } = whole
      expect(end).toEqual(once)
      if (!isHandedOver) expect(end.stage).toBe('waiting')
      if (end.deliveredAt !== null) {
        expect(
          end.deliveredAt >= '2019-03-05T02:50:00.000Z' && end.deliveredAt <= '2019-03-20T01:10:00.000Z',
        ).toBe(true)
        expect(end.stage).toBe('delivered')
      }
      expect(new Set(end.attempts).size).toBe(end.attempts.length)
    }),
  )
})

test('the post is asked ever less often', () => {
  const at = [0, 1, 99].map((asked) => askNextAt(NOW, asked))
  expect(at).toEqual(['2019-03-20T01:05:00.000Z', '2019-03-20T01:15:00.000Z', '2019-03-20T07:00:00.000Z'])
})
