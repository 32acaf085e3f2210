import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dossierCode } from '../dossier/dossier-code.ts'
import { deviceCode } from './device-code.ts'
import { concernsOf, type IntakeJudged, needsNewNumber } from './intake-packet.ts'

const BLOCK = { on: '2019-03-09', identifier: '000.00.12.H49', first: 251, last: 500 }
const FINE: IntakeJudged = {
  code: '000.00.12.H49-190309-0251',
  receivedOn: '2019-03-09',
  basis: 'clock',
  blocks: [BLOCK],
  isCodeUsed: false,
  procedureVersion: 2,
  versionInForce: 2,
  openAlso: [],
}

test.each<[string, Partial<IntakeJudged>, readonly string[]]>([
  ['nothing is wrong', {}, []],
  ['the last number of the block', { code: '000.00.12.H49-190309-0500' }, []],
  ['put right by the hours of the session', { basis: 'hours' }, []],
  ['no number was left', { code: null }, ['number-used-up']],
  ['a number behind the block', { code: '000.00.12.H49-190309-0501' }, ['number-not-ours']],
  ['a number before the block', { code: '000.00.12.H49-190309-0250' }, ['number-not-ours']],
  ['a number of another series', { code: '000.00.13.H49-190309-0251' }, ['number-not-ours']],
  ['a number of another day', { code: '000.00.12.H49-190310-0251' }, ['number-not-ours']],
  ['received on another day than its number', { receivedOn: '2019-03-10' }, ['number-not-ours']],
  ['a number of no series', { code: 'HS-2018-0251' }, ['number-not-ours']],
  ['nothing leased', { blocks: [] }, ['number-not-ours']],
  ['a block of another day', { blocks: [{ ...BLOCK, on: '2019-03-10' }] }, ['number-not-ours']],
  ['a number somebody has', { isCodeUsed: true }, ['number-not-ours']],
  ['another version in force', { versionInForce: 3 }, ['procedure-changed']],
  ['no version in force', { versionInForce: null }, ['procedure-changed']],
  ['open elsewhere', { openAlso: ['000.00.12.H49-190305-0001'] }, ['filed-also']],
  ['nobody knows when', { basis: 'session' }, ['clock-unsure']],
  [
    'all of it',
    { code: null, versionInForce: 3, openAlso: ['x'], basis: 'session' },
    ['number-used-up', 'procedure-changed', 'filed-also', 'clock-unsure'],
  ],
])('a person looks at it where %s', (_, over, expected) => {
  const judged = { ...FINE, ...over }
  expect(concernsOf(judged).map(({ what }) => what)).toEqual(expected)
  expect(needsNewNumber(judged)).toBe(expected.some((one) => one.startsWith('number')))
})

test('exactly the numbers of its blocks are a device’s', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12_000 }),
      fc.array(fc.tuple(fc.nat(9000), fc.nat(600)), { maxLength: 4 }),
      (number, given) => {
        const blocks = given.map(([first, size]) => ({ ...BLOCK, first, last: first + size }))
        const code = dossierCode(BLOCK.identifier, Temporal.PlainDate.from(BLOCK.on), number)
        const isOwn = blocks.some(({ first, last }) => first <= number && number <= last)
        expect(concernsOf({ ...FINE, code, blocks })).toHaveLength(isOwn ? 0 : 1)
      },
    ),
  )
})

test('a code of a device has ten signs nobody mistakes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(65_535), { minLength: 10, maxLength: 10 }), (random) => {
      expect(deviceCode(Uint16Array.from(random))).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
    }),
  )
})
