import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { dossierCode, readDossierCode, seriesOf } from './dossier-code.ts'

const on = Temporal.PlainDate.from('2019-07-03')

test.each([
  ['000.00.19.H49', 5, '000.00.19.H49-190703-0005'],
  ['H15.50.05.13', 975, 'H15.50.05.13-190703-0975'],
  ['H49.12', 9999, 'H49.12-190703-9999'],
  ['H49.12', 10_000, 'H49.12-190703-10000'],
])('of %s number %i is %s', (identifier, number, code) => {
  expect(dossierCode(identifier, on, number)).toBe(code)
})

test.each([
  ['h49.12-190703-0005', 'H49.12-190703-0005'],
  ['  000.00.19.H49 - 190703 - 0005 ', '000.00.19.H49-190703-0005'],
])('%s is read as %s', (typed, code) => {
  expect(readDossierCode(typed)).toBe(code)
})

test.each([
  ['hs-2018-00123', 'HS-2018-00123'],
  ['0123 / 2018 / ĐĐ', '0123/2018/ĐĐ'],
  ['20180012345', '20180012345'],
])('%s of a register of before is read as %s', (typed, code) => {
  expect(readDossierCode(typed)).toBe(code)
  expect(seriesOf(code)).toBe(null)
})

test.each(['', '0005-', 'HS', 'HS-12', '../../123', 'HS 2018 <12>', 'HS-2018?x=1', 'x'.repeat(41)])(
  '%j is not a code',
  (typed) => {
    expect(readDossierCode(typed)).toMatchObject({ refused: 'no-such-dossier' })
  },
)

test('a code of ours names its series and its place in it', () => {
  expect(seriesOf('H49.12-190703-0005')).toEqual({ identifier: 'H49.12', on: '2019-07-03', number: 5 })
})

test('every code that is made can be read, and numbers keep their order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_998 }), (number) => {
      const code = dossierCode('H49.12', on, number)
      expect(readDossierCode(code)).toBe(code)
      expect(isRefusal(readDossierCode(code.toLowerCase()))).toBe(false)
      expect(code).not.toBe(dossierCode('H49.12', on, number + 1))
    }),
  )
})
