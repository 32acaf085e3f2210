import { expect, test } from 'vitest'
import { type Fee, feeDue } from './fee.ts'

const perPage: Fee = {
  kind: 'per-page',
  dong: 2000,
  laterFrom: 3,
  laterDong: 1000,
  mostDong: 200_000,
  note: 'TT 226/2016/TT-BTC',
}

test.each<[Fee, number, number | null]>([
  [{ kind: 'free' }, 3, 0],
  [{ kind: 'free', note: 'Không thu' }, 1, 0],
  [{ kind: 'fixed', dong: 100_000, note: '' }, 1, 100_000],
  [{ kind: 'fixed', dong: 100_000, note: '' }, 5, 100_000],
  [{ kind: 'per-copy', dong: 8000, note: '' }, 1, 8000],
  [{ kind: 'per-copy', dong: 8000, note: '' }, 12, 96_000],
  [{ kind: 'undetermined', note: 'NQ của HĐND tỉnh' }, 2, null],
])('%o for %i copies comes to %o', (fee, copies, expected) => {
  expect(feeDue(fee, copies)).toBe(expected)
})

test.each([
  [1, 1, 2000],
  [2, 1, 4000],
  [3, 1, 5000],
  [10, 1, 12_000],
  [10, 3, 36_000],
  [500, 1, 200_000],
  [500, 2, 400_000],
])(
  'certifying %i pages in %i copies costs %i đ: 2,000 a page, 1,000 from the third, 200,000 at most',
  (pages, copies, dong) => {
    expect(feeDue(perPage, copies, pages)).toBe(dong)
  },
)

test('a fee by the page is not known before the pages are counted, and is never 0', () => {
  expect(feeDue(perPage, 1)).toBeNull()
})
