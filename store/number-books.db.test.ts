import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCentre, testCentre } from '../server/test-centre.ts'
import { numbersTaken, takeNumber } from './number-books.ts'

let hall: TestCentre
beforeAll(async () => {
  hall = await testCentre({ poolSize: 16 })
})
afterAll(() => hall.close())

const staff = randomUUIDv7()
const taking = async (over: object = {}) => {
  const { number } = await takeNumber(hall.centre, {
    id: randomUUIDv7(),
    book: 'slip:tnhs',
    year: 2019,
    takenFor: 'H49-1',
    staff,
    at: '2019-03-05T01:00:00Z',
    ...over,
  })
  return number
}

test('sixteen at once get sixteen numbers in a row; another year and another book begin anew', async () => {
  const numbers = await Promise.all(Array.from({ length: 100 }, () => taking()))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  expect(await taking({ year: 2020 })).toBe(1)
  expect(await taking({ book: 'slip:hdhs' })).toBe(1)
  const written = await numbersTaken(hall.centre, 'slip:tnhs', '2019-03-05T01:00:00Z', '2019-03-05T01:01:00Z')
  expect(written.filter(({ year }) => year === 2019)).toHaveLength(100)
})

test('the same command gets the same number, also twice at one moment', async () => {
  const id = randomUUIDv7()
  const numbers = await Promise.all(Array.from({ length: 8 }, () => taking({ id, book: 'receipt' })))
  expect(new Set(numbers)).toEqual(new Set([1]))
  expect(await taking({ id, book: 'receipt' })).toBe(1)
  expect(await taking({ book: 'receipt' })).toBe(2)
})
