import { expect, test } from 'vitest'
import { filled, type NoticeTemplate, templateFault, templateOn, withoutMarks } from './template.ts'

test('a centre’s own template holds in its days', () => {
  const own = { kind: 'ready', form: 'short', language: 'vi', subject: '', text: 'HS {code} xong' } as const
  const house = { ...own, text: 'Hồ sơ {code} đã xong' }
  const dated = { ...own, from: '2019-04-01', until: '2019-05-01' }
  const on = (day: string) => templateOn([dated], [house], { ...own, on: day }).text
  expect(on('2019-03-31')).toBe(house.text)
  expect(on('2019-04-01')).toBe(own.text)
  expect(on('2019-05-01')).toBe(house.text)
})

test('what is left out takes its brackets along', () => {
  expect(filled('A[, hạn {due}][ và {dong}].', { due: '1/4' })).toBe('A, hạn 1/4.')
})

test.each<[string | null, Partial<NoticeTemplate>]>([
  [null, { text: 'HS {code}[ hạn {due}]' }],
  ['no-code', { text: 'Hồ sơ của bạn' }],
  ['unknown-word', { text: '{code} {procedure}' }],
  ['unknown-word', { text: '{code} {}' }],
  ['word-may-lack', { text: '{code} {due}' }],
  ['word-may-lack', { form: 'mail', subject: 'Hạn {due}', text: '{code}' }],
  ['brackets', { text: '{code} [hạn' }],
  ['brackets', { text: '{code} [[{due}]]' }],
  ['brackets', { text: '{code} {due' }],
  ['too-long', { text: `{code} ${'dài '.repeat(109)}` }],
  [null, { text: `{code} ${'dài '.repeat(108)}` }],
  [null, { kind: 'session-soon', text: 'Nhắc[ ngày {lastDay}]' }],
  ['unknown-word', { kind: 'session-soon', text: '{code}' }],
  [null, { form: 'mail', subject: 'HS {code}', text: `{code} ${'dài '.repeat(120)}` }],
])('a template that cannot be sent is told before: %s %o', (fault, over) => {
  const given = { kind: 'ready', form: 'short', language: 'vi', subject: '', text: '' } as const
  expect(templateFault({ ...given, ...over })).toBe(fault)
})

test('without diacritics', () => {
  expect(withoutMarks('Đã có kết quả, hẹn đến')).toBe('Da co ket qua, hen den')
})
