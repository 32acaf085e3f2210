import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { checkedData, type DataSource, DESPITE_REASONS } from './data-for-paper.ts'

const population: DataSource = {
  key: 'dan-cu',
  name: 'Cơ sở dữ liệu quốc gia về dân cư',
  keeper: 'Bộ Công an',
  from: '2023-01-01',
  until: null,
  dutyFrom: '2026-08-05',
  components: ['so-ho-khau'],
}
const paper: ComponentGiven = {
  component: 'so-ho-khau',
  original: 0,
  certified: 0,
  copy: 1,
  insteadOfPaper: null,
}
const data: ComponentGiven = {
  ...paper,
  copy: 0,
  fromData: { source: 'dan-cu', purpose: 'Giải quyết hồ sơ', reference: 'YC-12', day: '2026-08-05' },
}
const despite: ComponentGiven = { ...paper, paperDespiteData: { reason: 'incident', note: 'Mất kết nối' } }

test.each<[string, ComponentGiven, string, string | true]>([
  ['a paper before there is a duty', paper, '2026-08-04', true],
  ['a paper on the first day of the duty', paper, '2026-08-05', 'paper-despite-data'],
  ['a certified copy', { ...paper, copy: 0, certified: 1 }, '2026-08-05', 'paper-despite-data'],
  ['an original', { ...paper, copy: 0, original: 1 }, '2026-08-05', 'paper-despite-data'],
  ['a paper with a reason of the list', despite, '2026-08-05', true],
  ['a reason where none is needed', despite, '2026-08-04', 'paper-may-be-asked'],
  ['data of today', data, '2026-08-05', true],
  ['data of tomorrow', data, '2026-08-04', 'data-of-tomorrow'],
  ['data before the source is connected', data, '2022-12-31', 'no-such-data-source'],
  ['data for another paper', { ...data, component: 'giay-khai-sinh' }, '2026-08-05', 'no-such-data-source'],
  ['a paper no data stand in for', { ...paper, component: 'to-khai' }, '2026-08-05', true],
])('%s', (_, given, on, outcome) => {
  expect(checkedData([population], [given], on)).toEqual(
    outcome === true ? true : expect.objectContaining({ refused: outcome }),
  )
})

test('a source that has ended neither serves nor binds', () => {
  const ended = { ...population, until: '2026-08-05' }
  expect(checkedData([ended], [paper], '2026-08-05')).toBe(true)
  expect(checkedData([ended], [data], '2026-08-05')).toMatchObject({ refused: 'no-such-data-source' })
})

test('while the duty holds, a paper passes exactly with a reason of the closed list', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 3 }),
      fc.option(fc.constantFrom(...DESPITE_REASONS), { nil: undefined }),
      (copy, reason) => {
        const given = { ...paper, copy, ...(reason && { paperDespiteData: { reason, note: 'x' } }) }
        expect(checkedData([population], [given], '2026-09-01') === true).toBe(
          copy === 0 || reason !== undefined,
        )
      },
    ),
  )
})
