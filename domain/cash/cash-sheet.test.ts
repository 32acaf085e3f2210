import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowed } from '#domain/dossier/a-dossier.ts'
import { PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { closeSheet, countedSum, DENOMINATIONS, mayOpen, mayTakeOver } from './cash-sheet.ts'
import { cashOf, type Movement } from './movements.ts'

const ON = { on: '2019-03-05', today: '2019-03-05', opening: null }
const anyMovement = fc.record({
  kind: fc.constantFrom<Movement['kind']>('taken', 'cancelled', 'refunded'),
  way: fc.constantFrom(...PAYMENT_WAYS),
  dong: fc.integer({ min: 1, max: 1_000_000_000 }),
})
const anyCount = fc
  .array(fc.nat(200), { minLength: DENOMINATIONS.length, maxLength: DENOMINATIONS.length })
  .map((counts) => Object.fromEntries(DENOMINATIONS.map((one, place) => [one, counts[place] ?? 0])))

test('a sheet balances to the đồng with what moved, whatever moved', () => {
  fc.assert(
    fc.property(fc.array(anyMovement), fc.nat(10_000_000), anyCount, (movements, openingDong, counted) => {
      const sheet = allowed(closeSheet(movements, { openingDong, counted, why: 'Chưa rõ' }, ON))
      const byHand = movements
        .filter(({ way }) => way === 'cash')
        .reduce((sum, { kind, dong }) => (kind === 'taken' ? sum + dong : sum - dong), openingDong)
      expect(sheet.expectedDong).toBe(byHand)
      expect(sheet.openingDong + sheet.takenDong - sheet.cancelledDong - sheet.refundedDong).toBe(byHand)
      expect(sheet.countedDong - sheet.differenceDong).toBe(byHand)
      const all = PAYMENT_WAYS.reduce((sum, way) => sum + sheet.sums[way], 0)
      expect(all).toBe(movements.reduce((sum, { kind, dong }) => sum + (kind === 'taken' ? dong : -dong), 0))
    }),
  )
})

const taken: Movement = { kind: 'taken', way: 'cash', dong: 80_000 }
const counted = { '50000': 1, '20000': 4, '10000': 5 }

test.each([
  ['what is there is what must be', { openingDong: 100_000, counted, why: null }, 0, null],
  ['a reason for nothing is left out', { openingDong: 100_000, counted, why: 'x' }, 0, null],
  ['missing money is explained', { openingDong: 110_000, counted, why: 'Trả thừa' }, -10_000, 'Trả thừa'],
])('%s', (_, given, differenceDong, why) => {
  expect(allowed(closeSheet([taken], given, ON))).toMatchObject({ differenceDong, why })
})

test('a difference without a reason is refused, and so is a day that has not begun', () => {
  const given = { openingDong: 0, counted, why: ' ' }
  expect(closeSheet([taken], given, ON)).toEqual({
    refused: 'difference-needs-reason',
    facts: { counted: 180_000, expected: 80_000 },
  })
  expect(closeSheet([], given, { ...ON, on: '2019-03-06' })).toMatchObject({ refused: 'day-not-begun' })
})

test('what came by transfer or card is not cash', () => {
  const movements: Movement[] = [taken, { ...taken, way: 'transfer' }, { ...taken, way: 'card' }]
  expect(cashOf(movements)).toEqual({ cash: 80_000, transfer: 80_000, card: 80_000 })
})

test('money is taken over by a second person, once', () => {
  expect(mayTakeOver('thu', 'thu', null)).toMatchObject({ refused: 'second-person-needed' })
  expect(mayTakeOver('thu', 'lan', '2019-03-05T10:00:00.000Z')).toMatchObject({
    refused: 'taken-over-already',
  })
  expect(mayTakeOver('thu', 'lan', null)).toBe(true)
  expect(countedSum({ '500000': 2, '100': 3, '7': 9 })).toBe(1_000_300)
})

test('a float that was recorded in the morning counts, and no other', () => {
  const opening = { dong: 100_000, at: '2019-03-05T00:05:00.000Z' }
  const close = (openingDong: number | null) =>
    closeSheet([taken], { openingDong, counted, why: null }, { ...ON, opening })
  for (const given of [null, 100_000])
    expect(allowed(close(given))).toMatchObject({
      openingDong: 100_000,
      openedAt: opening.at,
      differenceDong: 0,
    })
  expect(close(0)).toEqual({ refused: 'opening-differs', facts: { opened: 100_000, given: 0 } })
  expect(allowed(closeSheet([], { openingDong: null, counted: {}, why: null }, ON)).openingDong).toBe(0)
})

test('a day begins once, on itself, and not when it is closed', () => {
  const at = { on: '2019-03-05', today: '2019-03-05', isClosed: false }
  expect(mayOpen(undefined, at)).toBe(true)
  expect(mayOpen(undefined, { ...at, today: '2019-03-06' })).toMatchObject({ refused: 'day-not-today' })
  expect(mayOpen(undefined, { ...at, today: '2019-03-04' })).toMatchObject({ refused: 'day-not-today' })
  expect(mayOpen(undefined, { ...at, isClosed: true })).toMatchObject({ refused: 'day-closed' })
  const opening = { dong: 1, at: '2019-03-05T00:05:00.000Z' }
  expect(mayOpen(opening, at)).toEqual({ refused: 'day-opened', facts: { dong: 1 } })
})
