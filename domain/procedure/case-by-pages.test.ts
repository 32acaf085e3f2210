import { expect, test } from 'vitest'
import { caseOfRow, feeOfRow, papersAsAsked } from '#domain/dossier/batch.ts'
import { aDossier, aLaw, aProcedure, aReceipt, paper } from '#domain/dossier/a-dossier.ts'
import { under } from '#domain/dossier/decide.ts'
import { goesByPages } from './procedure.ts'

const [ONE] = aProcedure().cases
if (!ONE) throw new Error('a procedure has a case')
const fee = {
  any: { kind: 'per-page', dong: 2000, laterFrom: 3, laterDong: 1000, mostDong: 200_000, note: '' },
  channels: {},
} as const
/** As copies are certified: one page, two, and from three on. */
const COPIES = aProcedure({
  cases: [
    { ...ONE, key: 'one', pages: { from: 1, to: 1 }, fee },
    { ...ONE, key: 'two', pages: { from: 2, to: 2 }, fee },
    { ...ONE, key: 'more', pages: { from: 3, to: null }, fee },
    { ...ONE, key: 'large', fee },
  ],
})

test.each([
  [1, 'one', 2000],
  [2, 'two', 4000],
  [3, 'more', 5000],
  [400, 'more', 200_000],
])('a document of %i pages falls under %s and costs %i đ a copy', (pages, key, dong) => {
  const chosen = caseOfRow(COPIES, null, { pages })
  expect(chosen?.key).toBe(key)
  expect(chosen && feeOfRow(chosen, 'counter', { pages, copies: 2 })).toBe(2 * dong)
})

test('without pages no case is guessed; one that was chosen is taken; others need none', () => {
  expect(caseOfRow(COPIES, null, { pages: null })).toBeUndefined()
  expect(caseOfRow(COPIES, 'large', { pages: null })?.key).toBe('large')
  expect(caseOfRow(COPIES, 'none', { pages: 1 })).toBeUndefined()
  expect(caseOfRow(aProcedure(), null, { pages: null })?.key).toBe('default')
  expect([goesByPages(COPIES), goesByPages(aProcedure())]).toEqual([true, false])
})

test('received with its pages a dossier has its fee, and under a case of other pages it is refused', () => {
  const law = aLaw({ procedure: COPIES })
  expect(aDossier({ case: 'more', pages: 12 }, law)).toMatchObject({ feeDong: 14_000, pages: 12 })
  expect(aDossier({ case: 'more' }, law).feeDong).toBeNull()
  expect(aDossier({ case: 'large', pages: 2 }, law).feeDong).toBe(4000)
  const asked = { ...aReceipt(), case: 'one', pages: 2 }
  expect(under(law).receive(asked)).toMatchObject({ refused: 'case-of-other-pages' })
})

test('papers as they are asked for: required ones by their counts, nothing of what is only shown', () => {
  const components = [
    paper('form', { original: 1, copy: 2 }),
    paper('card', { isShown: true }),
    paper('maybe', { original: 1, isRequired: false }),
  ]
  expect(papersAsAsked(components)).toEqual([
    { component: 'form', original: 1, certified: 0, copy: 2, insteadOfPaper: null },
  ])
})
