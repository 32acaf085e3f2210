import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClosingPacket } from '#shapes/field/packet.ts'
import type { Done } from '../outing/frame.ts'
import { closingPacket, closingSheet } from './closing-sheet.ts'

const ON = '2019-03-09'
const numbers = [
  { on: ON, identifier: 'H44.52', first: 101, last: 350 },
  { on: '2019-03-10', identifier: 'H44.52', first: 1, last: 250 },
]
const done = (kind: Done['kind'], given: Partial<Done> = {}): Done => ({
  id: 'x',
  kind,
  code: 'H44.52-190309-0101',
  at: '2019-03-09T01:30:00.000Z',
  cashDong: 0,
  registration: null,
  ...given,
})

describe('the closing sheet of a day', () => {
  test('counts by what was done, cash and the slips given for it, numbers used of those brought', () => {
    const all = [
      done('intake', { cashDong: 50_000 }),
      done('intake', { cashDong: 8_000 }),
      done('intake', { code: null }),
      done('hand-back'),
      done('contact', { code: null }),
      done('closing', { code: null }),
    ]
    expect(closingSheet(all, { numbers }, ON)).toEqual({
      on: ON,
      received: 3,
      handedBack: 1,
      contacts: 1,
      cashDong: 58_000,
      slips: 2,
      numbersUsed: 2,
      numbersBrought: 250,
    })
  })

  test('is of its day in Việt Nam, not of the day in Greenwich', () => {
    const all = [
      done('intake', { at: '2019-03-08T17:00:00.000Z' }),
      done('intake', { at: '2019-03-08T23:00:00.000Z' }),
      done('intake', { at: '2019-03-09T16:59:59.999Z' }),
      done('intake', { at: '2019-03-08T16:59:59.999Z' }),
      done('intake', { at: '2019-03-09T17:00:00.000Z' }),
    ]
    expect(closingSheet(all, { numbers }, ON).received).toBe(3)
  })

  test('becomes a packet that the centre can read', () => {
    const id = '0193f2c8-9a00-7000-8000-0000000000b1'
    const rest = {
      format: 1,
      device: id,
      provision: id,
      sequence: 1,
      previous: null,
      claimedAt: '2019-03-09T01:30:00.000Z',
      lastContact: { serverAt: '2019-03-08T01:30:00.000Z', deviceAt: '2019-03-08T01:30:00.000Z' },
      lawVersion: 1,
    }
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(1_000_000), (received, given, dong) => {
        const all = [
          ...Array.from({ length: received }, () => done('intake', { cashDong: dong })),
          ...Array.from({ length: given }, () => done('hand-back')),
        ]
        const part = closingPacket(id, closingSheet(all, { numbers }, ON), 'Thiếu một phong bì')
        expect(ClosingPacket.parse({ ...part, ...rest })).toMatchObject({
          received,
          handedBack: given,
          cashDong: received * dong,
          slips: dong > 0 ? received : 0,
        })
      }),
      { numRuns: 50 },
    )
  })
})
