import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMON_READING, NUMBER_WORDS } from '#domain/number-reading.ts'
import { amount, moneyInWords } from './money-words.ts'

test.each([
  [0, 'Không đồng'],
  [4, 'Bốn đồng'],
  [10, 'Mười đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm lẻ một đồng'],
  [104, 'Một trăm lẻ bốn đồng'],
  [105, 'Một trăm lẻ năm đồng'],
  [111, 'Một trăm mười một đồng'],
  [1005, 'Một nghìn không trăm lẻ năm đồng'],
  [1015, 'Một nghìn không trăm mười lăm đồng'],
  [8000, 'Tám nghìn đồng'],
  [20_000, 'Hai mươi nghìn đồng'],
  [121_000, 'Một trăm hai mươi mốt nghìn đồng'],
  [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
  [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
  [1_004_024, 'Một triệu không trăm lẻ bốn nghìn không trăm hai mươi tư đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [2_000_050_000, 'Hai tỷ không trăm năm mươi nghìn đồng'],
  [21_000_000_001, 'Hai mươi mốt tỷ không trăm lẻ một đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  [1_005_000_000_015, 'Một nghìn không trăm lẻ năm tỷ không trăm mười lăm đồng'],
])('%i đ is read "%s"', (dong, words) => {
  expect(moneyInWords(dong)).toBe(words)
})

test.each([
  [105, { ...COMMON_READING, zeroTen: 'linh' }, 'Một trăm linh năm đồng'],
  [1_000_004, { ...COMMON_READING, zeroTen: 'linh' }, 'Một triệu không trăm linh bốn đồng'],
  [8000, { ...COMMON_READING, thousand: 'ngàn' }, 'Tám ngàn đồng'],
  [24, { ...COMMON_READING, four: 'bốn' }, 'Hai mươi bốn đồng'],
  [44_014, { ...COMMON_READING, four: 'bốn' }, 'Bốn mươi bốn nghìn không trăm mười bốn đồng'],
] as const)('%i đ as an office with other habits reads it', (dong, reading, words) => {
  expect(moneyInWords(dong, reading)).toBe(words)
})

const anyReading = fc.record({
  zeroTen: fc.constantFrom(...NUMBER_WORDS.zeroTen),
  thousand: fc.constantFrom(...NUMBER_WORDS.thousand),
  four: fc.constantFrom(...NUMBER_WORDS.four),
})

/** The words back to the number, by a reader of its own. */
function readBack(words: string): number {
  const digits: { [word: string]: number } = {
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    tư: 4,
    năm: 5,
    lăm: 5,
  }
  Object.assign(digits, { sáu: 6, bảy: 7, tám: 8, chín: 9 })
  let [sum, below, group, last] = [0, 0, 0, 0]
  for (const word of words.toLowerCase().split(' ')) {
    if (word in digits) group += last = digits[word] ?? 0
    else if (word === 'mười') group += 10
    else if (word === 'mươi') group += last * 9
    else if (word === 'trăm') group += last * 99
    else if (word === 'nghìn' || word === 'ngàn') [below, group] = [below + group * 1000, 0]
    else if (word === 'triệu') [below, group] = [below + group * 1_000_000, 0]
    else if (word === 'tỷ') [sum, below, group] = [sum + (below + group) * 1_000_000_000, 0, 0]
  }
  return sum + below + group
}

test('what is read back from the words is the amount, for any amount and every habit; no other word stands in it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), anyReading, (dong, reading) => {
      const words = moneyInWords(dong, reading)
      expect(readBack(words)).toBe(dong)
      for (const word of ['zeroTen', 'thousand', 'four'] as const)
        for (const other of NUMBER_WORDS[word].filter((one) => one !== reading[word] && one !== 'bốn'))
          expect(words.toLowerCase().split(' ')).not.toContain(other)
    }),
    { numRuns: 500 },
  )
})

test('thousands are set apart by points', () => {
  expect([0, 999, 8000, 1_250_000].map(amount)).toEqual(['0', '999', '8.000', '1.250.000'])
})
