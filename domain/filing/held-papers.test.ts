import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiesForPaper } from './held-papers.ts'

const NUMBER = '022188001234'
const paper = { key: 'giay-khai-sinh', name: 'Bản sao giấy khai sinh' }
const copy = {
  ownerNumber: NUMBER as string | null,
  isStruck: false,
  isCertified: true,
  validUntil: null as string | null,
  component: 'giay-khai-sinh',
  name: 'Giấy tờ khác.pdf',
}
const self = { vouchedNumber: NUMBER as string | null, isForSelf: true, on: '2019-03-05' }

test.each([
  ['of the paper by its key', {}, {}, 1],
  ['of the paper by its name alone', { component: 'x', name: 'bản sao Giấy khai sinh.pdf' }, {}, 1],
  ['of another paper', { component: 'x' }, {}, 0],
  ['of somebody else', { ownerNumber: '022188009999' }, {}, 0],
  ['of nobody known', { ownerNumber: null }, { vouchedNumber: null }, 0],
  ['of a number that was only typed', {}, { vouchedNumber: null }, 0],
  ['for somebody else', {}, { isForSelf: false }, 0],
  ['struck out', { isStruck: true }, {}, 0],
  ['not compared with the original', { isCertified: false }, {}, 0],
  ['of a paper that has run out', { validUntil: '2019-03-04' }, {}, 0],
  ['of a paper that runs out today', { validUntil: '2019-03-05' }, {}, 1],
])('a copy %s', (_, over, who, count) => {
  expect(copiesForPaper([{ ...copy, ...over }], paper, { ...self, ...who })).toHaveLength(count)
})

test('nobody is ever offered a copy of another person’s paper', () => {
  const anyNumber = fc.constantFrom(NUMBER, '022188009999', null)
  const anyCopy = fc.record({
    ownerNumber: anyNumber,
    isStruck: fc.boolean(),
    isCertified: fc.boolean(),
    validUntil: fc.constantFrom(null, '2019-01-01', '2020-01-01'),
    component: fc.constantFrom('giay-khai-sinh', 'x'),
    name: fc.constantFrom('Bản sao giấy khai sinh', 'y'),
  })
  fc.assert(
    fc.property(fc.array(anyCopy), anyNumber, fc.boolean(), (copies, vouchedNumber, isForSelf) => {
      for (const one of copiesForPaper(copies, paper, { ...self, vouchedNumber, isForSelf })) {
        expect([one.ownerNumber, one.isStruck, one.isCertified, isForSelf]).toEqual([
          vouchedNumber,
          false,
          true,
          true,
        ])
        expect(one.ownerNumber).not.toBeNull()
      }
    }),
  )
})
