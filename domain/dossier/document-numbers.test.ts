import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { documentNumbers } from './document-numbers.ts'

test.each([
  ['12/KT', ['12/KT', '13/KT', '14/KT']],
  ['99/TP-HT', ['99/TP-HT', '100/TP-HT', '101/TP-HT']],
  ['0099/TP', ['0099/TP', '0100/TP', '0101/TP']],
  ['Số 7/2019/QĐ', ['Số 7/2019/QĐ', 'Số 8/2019/QĐ', 'Số 9/2019/QĐ']],
  ['5', ['5', '6', '7']],
])('from %s on', (first, numbers) => {
  expect(documentNumbers(first, 3)).toEqual(numbers)
})

test('what holds no number cannot be counted from', () => {
  expect(documentNumbers('TP-HT', 2)).toMatchObject({
    refused: 'no-number-to-count',
    facts: { documentNumber: 'TP-HT' },
  })
})

test('no number is given twice, and the first is the first', () => {
  const anyFirst = fc.tuple(
    fc.stringMatching(/^[A-Z ]{0,4}$/),
    fc.nat(99_999),
    fc.stringMatching(/^[A-Z/-]{0,6}$/),
  )
  fc.assert(
    fc.property(anyFirst, fc.integer({ min: 1, max: 100 }), ([before, number, behind], count) => {
      const first = `${before}${number}${behind}`
      const numbers = documentNumbers(first, count)
      if (isRefusal(numbers)) throw new Error('there is a number')
      expect(numbers[0]).toBe(first)
      expect(new Set(numbers).size).toBe(count)
    }),
  )
})
