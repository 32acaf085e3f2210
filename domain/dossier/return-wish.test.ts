import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { aDoer, after, aLaw, aProcedure, goneTo } from './a-dossier.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import { isPossible } from './guards.ts'
import { isResultOnPaper } from './papers.ts'
import { waysOpen } from './return-wish.ts'

const WAYS = ['counter', 'post', 'home', 'electronic'] as const
const change = (dossier: Dossier, way: (typeof WAYS)[number], address: string | null = null) =>
  ({
    id: 'x',
    by: aDoer('dung'),
    version: dossier.version,
    step: dossier.step,
    at: dossier.lastEventAt,
    type: 'ChangeReturnWish',
    way,
    address,
  }) as const

test('while nothing is decided any way may be chosen that the procedure has; what is brought needs an address', () => {
  const law = (isPostal: boolean) => aLaw({ procedure: aProcedure({ isPostal }) })
  const dossier = goneTo('appraise')
  const to = (isPostal: boolean, way: (typeof WAYS)[number], address: string | null = null) =>
    under(law(isPostal)).decide(dossier, change(dossier, way, address))
  expect(to(true, 'post', 'Khu 3')).toMatchObject([
    { type: 'ReturnWishChanged', returnWish: { way: 'post', address: 'Khu 3' } },
  ])
  expect(to(false, 'post', 'Khu 3')).toMatchObject({ refused: 'way-not-open' })
  expect(to(true, 'post')).toMatchObject({ refused: 'return-address-needed' })
  expect(to(true, 'counter', 'Khu 3')).toMatchObject({ refused: 'nothing-to-correct' })
  const { dossier: changed } = after(dossier, change(dossier, 'electronic', 'Khu 3'))
  expect(changed.returnWish).toEqual({ way: 'electronic', address: null })
})

test('once approved, a paper stays a paper; on its way it goes that way', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('appraise', 'approve', 'seal', 'return', 'ready', 'returned' as const),
      fc.constantFrom(...WAYS),
      fc.constantFrom(...WAYS),
      (step, way, wanted) => {
        const dossier = { ...goneTo(step), returnWish: { way, address: null } } as Dossier
        const { steps } = aProcedure()
        const open = waysOpen(dossier, { isPostal: true })
        const isOpen = isPossible(dossier, steps, 'ChangeReturnWish') === true
        expect(isOpen).toBe(open.length > 0)
        if (dossier.approvedAt !== null && open.includes(wanted))
          expect(isResultOnPaper({ returnWish: { way: wanted, address: null } })).toBe(
            isResultOnPaper(dossier),
          )
        if (dossier.stage === 'ready') expect(open.length > 0).toBe(way === 'counter')
        if (dossier.stage === 'returned') expect(open).toEqual([])
        const outcome = under(aLaw()).decide(dossier, change(dossier, wanted, 'Khu 3'))
        if (!isRefusal(outcome)) expect(open).toContain(wanted)
      },
    ),
  )
})

test('an address for the post keeps its parts, and giving them to the same line is a change', () => {
  const to = {
    line: 'Khu 3',
    ward: 'Phường Mạo Khê',
    wardCode: '07069',
    district: null,
    districtCode: null,
    province: 'Tỉnh Quảng Ninh',
    provinceCode: '22',
  }
  const address = 'Khu 3, Phường Mạo Khê, Tỉnh Quảng Ninh'
  const dossier = goneTo('appraise')
  const plain = after(dossier, change(dossier, 'post', address)).dossier
  expect(plain.returnWish).toEqual({ way: 'post', address })
  const whole = after(plain, { ...change(plain, 'post', address), to }).dossier
  expect(whole.returnWish).toEqual({ way: 'post', address, to })
  expect(under(aLaw()).decide(whole, { ...change(whole, 'post', address), to })).toMatchObject({
    refused: 'nothing-to-correct',
  })
  expect(after(whole, { ...change(whole, 'counter', null), to }).dossier.returnWish).toEqual({
    way: 'counter',
    address: null,
  })
})
