import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  copyStatus,
  type HeldCopy,
  RESULT_COMPONENT,
  type StandingCopy,
  whyNotReused,
} from './copy-status.ts'
import { faultsOfPage, findingsOf, type PageMeasured } from './page-quality.ts'

const good: PageMeasured = { width: 1654, height: 2339, paper: 244, writing: 12, inked: 0.08, sharpness: 5 }

test.each([
  ['a written page', {}, []],
  ['an empty sheet', { writing: 243, inked: 0 }, ['blank']],
  ['a sheet with dust', { writing: 90, inked: 0.0003 }, ['blank']],
  ['a stamp alone', { writing: 90, inked: 0.0004 }, []],
  ['photographed without light', { paper: 95, writing: 2 }, ['too-dark']],
  ['just light enough', { paper: 96, writing: 2 }, []],
  ['the shade of a fold', { writing: 229, inked: 0.2 }, ['blank']],
  ['a carbon copy of a carbon copy', { paper: 244, writing: 197, inked: 0.05 }, ['too-faint']],
  ['pale but there', { paper: 244, writing: 196, inked: 0.05 }, []],
  ['a shaking hand', { sharpness: 0.7 }, ['blurred']],
  ['held still enough', { sharpness: 0.75 }, []],
  ['from a chat', { width: 499, height: 900 }, ['too-small']],
  ['a short strip', { width: 500, height: 699 }, ['too-small']],
  ['an identity card', { width: 500, height: 700 }, []],
  ['small and shaken', { width: 300, height: 400, sharpness: 0.2 }, ['blurred', 'too-small']],
] as const)('%s', (_, over, faults) => {
  expect(faultsOfPage({ ...good, ...over })).toEqual(faults)
})

const measured = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
  paper: fc.integer({ min: 0, max: 255 }),
  writing: fc.integer({ min: 0, max: 255 }),
  inked: fc.double({ min: 0, max: 1, noNaN: true }),
  sharpness: fc.double({ min: 0, max: 50, noNaN: true }),
})

describe('of any page', () => {
  test('at most one thing is said about light, blank paper is never called blurred, and turning it changes nothing', () => {
    fc.assert(
      fc.property(measured, (page) => {
        const faults = faultsOfPage(page)
        const light = faults.filter((one) => ['blank', 'too-dark', 'too-faint'].includes(one))
        expect(light.length).toBeLessThanOrEqual(1)
        if (light.length > 0) expect(faults).not.toContain('blurred')
        expect(faultsOfPage({ ...page, width: page.height, height: page.width })).toEqual(faults)
      }),
    )
  })

  test('a sharper picture of more dots is never found worse', () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: 1, max: 500 }), (page, more) => {
        const { width, height, sharpness } = page
        const better = { ...page, width: width + more, height: height + more, sharpness: sharpness + more }
        for (const fault of faultsOfPage(better)) expect(faultsOfPage(page)).toContain(fault)
      }),
    )
  })

  test('findings name pages that are there, and the count exactly when it differs', () => {
    fc.assert(
      fc.property(
        fc.array(measured, { maxLength: 6 }),
        fc.option(fc.integer({ min: 1, max: 6 })),
        (pages, declared) => {
          const findings = findingsOf(pages, declared)
          for (const one of findings) if ('page' in one) expect(pages[one.page - 1]).toBeDefined()
          const isTold = findings.some(({ fault }) => fault === 'other-page-count')
          expect(isTold).toBe(declared !== null && declared !== pages.length)
        },
      ),
    )
  })
})

const made: StandingCopy = { isStruck: false, isCertified: true, reusedFrom: null }
const reused: StandingCopy = { ...made, reusedFrom: 'to-khai' }

test.each([
  ['nothing', [], 0],
  ['scanned and not compared', [{ ...made, isCertified: false }], 0],
  ['struck', [{ ...made, isStruck: true }], 0],
  ['digitised', [made], 1],
  ['reused from a component', [reused], 2],
  ['reused from a result', [{ ...made, reusedFrom: RESULT_COMPONENT }], 3],
  ['reused, then digitised anew', [reused, made], 1],
  ['digitised, struck, then reused', [{ ...made, isStruck: true }, reused], 2],
] as const)('a component with %s has its status', (_, copies, status) => {
  expect(copyStatus(copies)).toBe(status)
})

test.each<[Partial<HeldCopy>, string | null, string | null]>([
  [{}, '022188001234', null],
  [{}, null, 'other-owner'],
  [{ ownerNumber: null }, null, 'other-owner'],
  [{ ownerNumber: '022188009999' }, '022188001234', 'other-owner'],
  [{ isStruck: true }, '022188001234', 'struck'],
  [{ isCertified: false }, '022188001234', 'not-certified'],
  [{ validUntil: '2019-03-05' }, '022188001234', null],
  [{ validUntil: '2019-03-04' }, '022188001234', 'run-out'],
])('a held copy that is %o for %s: %s', (over, owner, why) => {
  const copy: HeldCopy = { ownerNumber: '022188001234', isStruck: false, isCertified: true, validUntil: null }
  expect(whyNotReused({ ...copy, ...over }, owner, '2019-03-05')).toBe(why)
})
