import type { RefusalCode } from '#domain/outcome.ts'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { LANGUAGES } from './format.ts'
import { vi } from './vi.ts'
import { wordsIn } from './words.ts'

const FACTS = {
  procedure: '2.000815',
  key: '2.000815',
  on: '2019-03-05',
  case: 'chung',
  cases: ['chung', 'rieng'],
  channel: 'post',
  component: 'to-khai',
  papers: ['Tờ khai', 'Giấy chứng sinh'],
  unit: 'TP',
  way: 'post',
  stage: 'ready',
  step: 'work',
  stepName: 'Thẩm định',
  command: 'CompleteStep',
  action: 'approve',
}

/** Every sentence with its path; functions are called with something to say. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = `${path}/${key}`
    if (here === '/format' || here === '/limit' || here === '/fee') return []
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function')
      return [[here, value(...(here.startsWith('/refusals') ? [FACTS] : sample(here)))]]
    return sentences(value, here)
  })
}

function sample(path: string): unknown[] {
  if (path === '/home/lead') return [387, ['Tại quầy', 'Trực tuyến']]
  if (path === '/board/monthOf') return ['2019-05']
  if (path === '/desk/documentBooks/printed')
    return [{ centre: 'Trung tâm Hành chính công', symbol: 'QĐ', from: 1, to: 30, at: '8 giờ' }]
  if (path === '/desk/scanBox/took') return [{ pages: 12, attached: 3, left: 1, known: 2 }]
  return path === '/procedure/version' ? [2, '2019-03-05'] : [240, 303, 84, 12]
}

test.each(LANGUAGES)('every sentence says something: %s', (language) => {
  for (const [path, text] of sentences(wordsIn(language))) {
    if (path === '/site/onlyInVietnamese') continue
    expect(text, path).not.toBe('')
    expect(text, path).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

test('both languages say the same things, and no sentence was left untranslated', () => {
  const inVietnamese = sentences(vi)
  const inEnglish = new Map(sentences(en))
  expect(inVietnamese.map(([path]) => path)).toEqual([...inEnglish.keys()])
  const sameInBoth = ['/site/product', '/lookUp/codeHint']
  const left = inVietnamese.filter(([path, text]) => /[à-ỹ]/i.test(text) && inEnglish.get(path) === text)
  expect(left.map(([path]) => path).filter((path) => !sameInBoth.includes(path))).toEqual([])
})

test.each(LANGUAGES)('a refusal has a sentence even when facts are missing: %s', (language) => {
  const { refusals } = wordsIn(language)
  for (const code of Object.keys(refusals) as RefusalCode[])
    expect(refusals[code]({}), code).not.toMatch(/undefined|null/)
})

test('a refusal says its facts', () => {
  expect(vi.refusals['not-at-this-stage'](FACTS)).toBe(
    'Hồ sơ ở tình trạng “Đã có kết quả” nên không hoàn thành bước được.',
  )
  expect(vi.refusals['papers-missing'](FACTS)).toBe('Còn thiếu giấy tờ: Tờ khai; Giấy chứng sinh.')
  expect(en.refusals['channel-not-offered'](FACTS)).toBe(
    'This procedure is not offered by this way: By public post.',
  )
})

test.each([
  [{ kind: 'civil-days', days: 10 }, '10 ngày làm việc', '10 working days'],
  [{ kind: 'working-hours', minutes: 240 }, '0,5 ngày làm việc', '0.5 working days'],
  [{ kind: 'working-hours', minutes: 90 }, '1 giờ 30 phút làm việc', '1 hour 30 minutes of working time'],
  [{ kind: 'calendar-days', days: 1 }, '1 ngày (tính cả ngày nghỉ)', '1 day (days off included)'],
  [{ kind: 'not-set' }, 'Không quy định thời hạn', 'No time limit is set'],
] as const)('a limit is said in words: %o', (limit, inVietnamese, inEnglish) => {
  expect(vi.limit(limit)).toBe(inVietnamese)
  expect(en.limit(limit)).toBe(inEnglish)
})

test('an undetermined fee is never 0 đ, and no fee is free', () => {
  expect(vi.fee({ kind: 'undetermined', note: '' })).toBe('Chưa xác định')
  expect(vi.fee({ kind: 'free' })).toBe('Miễn phí')
  expect(vi.fee({ kind: 'per-copy', dong: 8000, note: '' })).toBe('8.000 đ một bản')
})

test('what is left and what is late is said in hours and minutes', () => {
  expect(vi.timeLeft(80)).toBe('còn 1 giờ 20 phút')
  expect(vi.timeLeft(-30)).toBe('quá 30 phút')
  expect(vi.timeLeft(479)).toBe('còn 7 giờ 59 phút')
  expect(vi.timeLeft(4 * 480 + 479)).toBe('còn 4 ngày làm việc')
  expect(vi.timeLeft(-480)).toBe('quá 1 ngày làm việc')
  expect(en.timeLeft(2 * 480)).toBe('2 working days left')
})
