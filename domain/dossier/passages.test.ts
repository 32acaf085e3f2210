import { expect, test } from 'vitest'
import { passagesOf, type Passing } from './passages.ts'

const AT = '2019-03-05T01:00:00.000Z'
const COUNTER = 'Bộ phận Một cửa'
const JUSTICE = 'Phòng Tư pháp'

function passing(unit: string, to: string | null, minutes: readonly [number, number] | null = null): Passing {
  return {
    at: AT,
    by: { name: `người của ${unit}`, unitName: unit },
    to: to === null ? null : { unitName: to, staffName: null },
    minutesTaken: minutes?.[0] ?? null,
    minutesAllotted: minutes?.[1] ?? null,
  }
}

test('given by the counter, worked on in one unit by several, and given back: two passages', () => {
  expect(
    passagesOf([
      passing(COUNTER, JUSTICE),
      passing(JUSTICE, null),
      passing(JUSTICE, JUSTICE, [100, 120]),
      passing(JUSTICE, COUNTER, [30, 30]),
      passing(COUNTER, null, [5, 10]),
    ]),
  ).toEqual([
    {
      from: COUNTER,
      to: JUSTICE,
      at: AT,
      giver: `người của ${COUNTER}`,
      receiver: `người của ${JUSTICE}`,
      result: null,
    },
    {
      from: JUSTICE,
      to: COUNTER,
      at: AT,
      giver: `người của ${JUSTICE}`,
      receiver: `người của ${COUNTER}`,
      result: 'early',
    },
  ])
})

test.each([
  [100, 'early'],
  [150, 'on-time'],
  [151, 'late'],
] as const)('a unit that took %i of its 150 minutes over two steps is %s', (taken, result) => {
  const steps = [passing(JUSTICE, JUSTICE, [taken - 30, 120]), passing(JUSTICE, COUNTER, [30, 30])]
  expect(passagesOf([passing(COUNTER, JUSTICE), ...steps]).at(-1)?.result).toBe(result)
})

test('a unit is judged anew each time it has the dossier', () => {
  const round = [
    passing(JUSTICE, COUNTER, [200, 100]),
    passing(COUNTER, JUSTICE),
    passing(JUSTICE, COUNTER, [50, 100]),
  ]
  expect(passagesOf([passing(COUNTER, JUSTICE), ...round]).map(({ result }) => result)).toEqual([
    null,
    'late',
    null,
    'early',
  ])
})

test('who is given it by name received it; where nobody has taken it up the receiver stays open', () => {
  const named = { ...passing(COUNTER, JUSTICE), to: { unitName: JUSTICE, staffName: 'Vũ Thị Hoa' } }
  expect(passagesOf([named])[0]?.receiver).toBe('Vũ Thị Hoa')
  expect(passagesOf([passing(COUNTER, JUSTICE)])[0]?.receiver).toBeNull()
})
