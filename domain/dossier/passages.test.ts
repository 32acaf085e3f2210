import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, passagesOf, type Passing } from './passages.ts'

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

test('what somebody else does on the way hides nobody: the first of the unit who takes it up received it', () => {
  const carried = passing(COUNTER, null)
  expect(passagesOf([passing(COUNTER, JUSTICE), carried, passing(JUSTICE, null)])[0]?.receiver).toBe(
    `người của ${JUSTICE}`,
  )
  const past = [passing(COUNTER, JUSTICE), passing(COUNTER, 'Chi cục Thuế'), passing(JUSTICE, null)]
  expect(passagesOf(past)[0]?.receiver).toBeNull()
})

const minute = (count: number) => Temporal.Instant.from(AT).add({ minutes: count }).toString()

test('papers stand with the passage they were carried for, from wherever they lay; what nobody waited for stands alone', () => {
  const passage = (from: string, to: string, at: number) => ({
    from,
    to,
    at: minute(at),
    giver: '',
    receiver: null,
    result: null,
  })
  const sheet = (from: string, to: string, at: number) => ({ from, to, at: minute(at) })
  const [out, on, back] = [
    passage(COUNTER, JUSTICE, 10),
    passage(JUSTICE, 'Thuế', 20),
    passage('Thuế', JUSTICE, 40),
  ]
  const early = sheet('Kho', COUNTER, 5)
  const late = sheet(COUNTER, 'Thuế', 30)
  const again = sheet('Thuế', JUSTICE, 50)
  expect(blocksOf([out, on, back], [early, late, again])).toEqual([
    { passage: null, sheets: [early] },
    { passage: out, sheets: [] },
    { passage: on, sheets: [late] },
    { passage: back, sheets: [again] },
  ])
})

test('every sheet stands once, with a passage to its receiver that is not after it', () => {
  const unit = fc.constantFrom('A', 'B', 'C')
  const moving = fc.record({ from: unit, to: unit, at: fc.nat(50).map((one) => minute(one)) })
  fc.assert(
    fc.property(fc.array(moving), fc.array(moving), (moves, sheets) => {
      const sorted = moves.toSorted((one, other) => (one.at < other.at ? -1 : 1))
      const passages = sorted.map((one) => ({ ...one, giver: '', receiver: null, result: null }))
      const blocks = blocksOf(passages, sheets)
      expect(blocks.flatMap((one) => one.sheets)).toHaveLength(sheets.length)
      expect(new Set(blocks.flatMap((one) => one.sheets))).toEqual(new Set(sheets))
      expect(blocks.filter(({ passage }) => passage)).toHaveLength(passages.length)
      for (const { passage, sheets: there } of blocks)
        for (const { to, at } of there)
          expect(passage === null || (passage.to === to && passage.at <= at)).toBe(true)
    }),
  )
})
