import { expect, test } from 'vitest'
import { papersGiven } from './papers-given.ts'

const given = (fields: { [name: string]: string }) =>
  papersGiven({
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
    files: [],
  })
const PREFILLED = {
  'components.0.component': 'a',
  'components.0.copy': '',
  'components.0.fromData.source': '',
  'components.0.fromData.purpose': 'Giải quyết thủ tục hành chính',
  'components.0.fromData.day': '2026-08-05',
  'components.0.paperDespiteData.reason': '',
}

test('a row nobody filled in is no paper, whatever stands in it beforehand', () => {
  expect(given(PREFILLED)).toEqual({})
  expect(given({ ...PREFILLED, 'components.0.copy': '00' })).toEqual({})
})

test('a paper is given without the data that were not chosen, data without a reason that was not chosen', () => {
  const { 'components.0.component': component } = given({ ...PREFILLED, 'components.0.copy': '1' })
  expect(component).toEqual(['a'])
  expect(Object.keys(given({ ...PREFILLED, 'components.0.copy': '1' }))).toEqual([
    'components.0.component',
    'components.0.copy',
  ])
  const fetched = given({ ...PREFILLED, 'components.0.fromData.source': 'dan-cu' })
  expect(Object.keys(fetched)).toContain('components.0.fromData.purpose')
  expect(Object.keys(fetched)).not.toContain('components.0.paperDespiteData.reason')
})
