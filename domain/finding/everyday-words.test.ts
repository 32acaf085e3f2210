import { expect, test } from 'vitest'
import { type EverydayWords, elsewhereFor, exchangesOf, readingsOf } from './everyday-words.ts'

const words = (changed: Partial<EverydayWords>): EverydayWords => ({
  said: [],
  means: [],
  procedures: [],
  elsewhere: null,
  ground: '',
  ...changed,
})

const RED_BOOK = words({ said: ['sổ đỏ', 'bìa đỏ'], means: ['giấy chứng nhận quyền sử dụng đất'] })
const LOST = words({ said: ['mất'], means: ['cấp lại'] })
const FILLER = words({ said: ['ở đâu'] })
const PASSPORT = words({
  said: ['hộ chiếu'],
  elsewhere: { vi: 'Công an tỉnh', en: 'Provincial police' },
  ground: 'Luật',
})
const LOST_PASSPORT = words({
  said: ['mất hộ chiếu'],
  elsewhere: { vi: 'Báo Công an', en: 'Tell the police' },
})

test('a search is read as typed and with the words of the law in place of people’s own, one or all of them', () => {
  const readings = readingsOf('mat so do o dau', exchangesOf([RED_BOOK, LOST, FILLER, PASSPORT]))
  expect(readings[0]).toBe('mat so do o dau')
  expect(readings).toContain('cap lai giay chung nhan quyen su dung dat')
  expect(readings).toContain('mat so do')
})

test('words that mean themselves and more are not exchanged for ever', () => {
  const wider = words({ said: ['chết'], means: ['khai tử; người chết'] })
  expect(readingsOf('chet', exchangesOf([wider])).length).toBeLessThan(3)
})

test('a search is read in a limited number of ways', () => {
  const many = Array.from({ length: 9 }, (_, at) => words({ said: [`t${at}`], means: [`a${at}`, `b${at}`] }))
  const typed = many.map(({ said }) => said[0]).join(' ')
  expect(readingsOf(typed, exchangesOf(many))).toHaveLength(16)
})

test('what is done elsewhere is told for the longest words that say so', () => {
  expect(elsewhereFor('Làm HỘ CHIẾU', [PASSPORT, LOST_PASSPORT])).toBe(PASSPORT)
  expect(elsewhereFor('mat ho chieu', [PASSPORT, LOST_PASSPORT])).toBe(LOST_PASSPORT)
  expect(elsewhereFor('hộ chiếuu', [PASSPORT])).toBeNull()
  expect(elsewhereFor('sổ đỏ', [RED_BOOK])).toBeNull()
})
