import { describe, expect, test } from 'vitest'
import { paper } from '#domain/dossier/a-dossier.ts'
import { checkedComponents, missingPapers, papersToBring } from './checklist.ts'

const asked = [
  paper('declaration', { original: 1 }),
  paper('certificate', { certified: 1, copy: 1 }),
  paper('id-card', { isShown: true }),
  paper('authority', { original: 1, isRequired: false }),
]

const given = (component: string, over = {}) => ({
  component,
  original: 0,
  certified: 0,
  copy: 0,
  insteadOfPaper: null,
  ...over,
})

const missing = (...papers: ReturnType<typeof given>[]) => missingPapers(asked, papers).map((one) => one.key)

describe('missing papers', () => {
  test('are the required ones of which nothing was given', () => {
    expect(missing()).toEqual(['declaration', 'certificate'])
    expect(missing(given('declaration', { original: 1 }))).toEqual(['certificate'])
    expect(missing(given('declaration'))).toEqual(['declaration', 'certificate'])
  })

  test.each([
    { original: 1 },
    { certified: 2 },
    { copy: 1 },
    { fromData: { source: 'dan-cu', purpose: 'x', reference: 'YC-1', day: '2026-08-05' } },
    { heldCopy: { scan: '01940000-0000-7000-8000-000000000001', code: '000.00.12.H49-190305-0001' } },
    { insteadOfPaper: 'Đã có trong cơ sở dữ liệu' },
  ])('are not those given as %o', (how) => {
    expect(missing(given('declaration', { original: 1 }), given('certificate', how))).toEqual([])
  })
})

describe('the list of papers', () => {
  const complete = [given('declaration', { original: 1 }), given('certificate', { copy: 1 })]

  test('is taken as it was given when it is complete', () => {
    expect(checkedComponents(asked, complete)).toEqual(complete)
  })

  test.each([
    ['names a paper that is not asked for', [...complete, given('passport')], 'no-such-component'],
    ['names a paper twice', [...complete, given('declaration')], 'component-counted-twice'],
    ['lacks papers', [given('declaration', { original: 1 })], 'papers-missing'],
  ])('is refused when it %s', (_, papers, refused) => {
    expect(checkedComponents(asked, papers)).toMatchObject({ refused })
  })

  test('says by name what is missing', () => {
    expect(checkedComponents(asked, [])).toMatchObject({
      facts: { papers: ['Giấy declaration', 'Giấy certificate'] },
    })
  })
})

test('somebody brings what everybody needs and what holds for him', () => {
  const brought = (...holds: string[]) => papersToBring(asked, new Set(holds)).map(({ key }) => key)
  expect(brought()).toEqual(['declaration', 'certificate', 'id-card'])
  expect(brought('authority', 'unknown')).toEqual(['declaration', 'certificate', 'id-card', 'authority'])
})
