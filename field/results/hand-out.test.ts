import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDoer, aLaw, aProcedure, goneTo, MARCH_5, paper } from '#domain/dossier/a-dossier.ts'
import { under } from '#domain/dossier/decide.ts'
import { isRefusal } from '#domain/outcome.ts'
import { HandBackPacket } from '#shapes/field/packet.ts'
import type { ResultToBring } from '#shapes/field/provision.ts'
import { handBackPacket, type HandedAt, type HandOut, handOutLacks } from './hand-out.ts'

const law = aLaw({
  procedure: aProcedure({
    cases: aProcedure().cases.map((one) => ({
      ...one,
      components: [...one.components, paper('old', { original: 1, isRequired: false, isWithdrawn: true })],
    })),
  }),
})
const ready = goneTo('ready', law)
const RESULT: ResultToBring = {
  code: ready.code,
  version: ready.version,
  step: ready.step,
  procedure: ready.procedure,
  procedureName: 'Thay đổi, cải chính hộ tịch',
  ownerName: 'Nguyễn Thị Hương',
  applicantName: 'Nguyễn Thị Hương',
  idNumberEnd: '3456',
  isRefused: false,
  toWithdraw: [paper('old', { original: 1 })],
  toGiveBack: [paper('id-card')],
}
const SIGNED = { id: 's', name: 'chu-ky.png', mediaType: 'image/png', size: 9, sha256: 'ab'.repeat(32) }
const HOME: HandedAt = { way: 'home', slip: 'TN-190309-AB12' }
const aHandOut = (boxes = {}, what: 'signature' | 'fingerprint' | null = 'signature'): HandOut => ({
  id: '0193f2c8-9a00-7000-8000-000000000002',
  typed: { 'identity.number': '100 123 456', 'withdrawn.old.isTaken': 'true', ...boxes },
  signed: what && { what, ...SIGNED },
})
const codes = (draft: HandOut) =>
  handOutLacks(draft, RESULT, { way: 'counter' }).map((one) => (one.kind === 'own' ? one.code : one.box))

test('a result is handed out to who shows a paper and signs; each part that is missing is named', () => {
  expect(codes(aHandOut())).toEqual([])
  expect(codes(aHandOut({ 'identity.number': '' }))).toEqual(['no-identity'])
  expect(codes(aHandOut({ 'identity.number': '100999999' }))).toEqual(['number-differs'])
  expect(codes(aHandOut({ 'identity.number': '100999999', whyDiffers: 'Thẻ mới' }))).toEqual([])
  expect(codes(aHandOut({ 'withdrawn.old.isTaken': '' }))).toEqual(['not-withdrawn'])
  expect(codes(aHandOut({ 'withdrawn.old.isTaken': '', 'withdrawn.old.whyNot': 'Đã mất' }))).toEqual([])
  expect(codes(aHandOut({}, null))).toEqual(['not-signed'])
  expect(codes(aHandOut({ 'sign.how': 'fingerprint' }))).toEqual(['no-witness', 'no-fingerprint'])
  const other = { who: 'authorised', 'identity.number': '022188001234' }
  expect(codes(aHandOut(other))).toEqual(['no-receiver', 'no-authority', 'no-scope'])
  const parent = {
    ...other,
    'receiver.name': 'Trần Văn Đức',
    authority: 'Khai sinh 12',
    authorityKind: 'parent',
  }
  expect(codes(aHandOut(parent))).toEqual([])
})

test('whatever was typed, what lacks nothing is a packet the centre reads, and the domain hands it out', () => {
  const anyBoxes = fc.record({
    who: fc.constantFrom('', 'applicant', 'owner', 'authorised'),
    'receiver.name': fc.constantFrom('', 'Trần Văn Đức'),
    'identity.number': fc.constantFrom('100123456', '100 123 456', '022188001234', ''),
    'identity.paper': fc.constantFrom('', 'citizen-card', 'passport'),
    whyDiffers: fc.constantFrom('', 'Đã đổi thẻ căn cước'),
    authority: fc.constantFrom('', '12/UQ'),
    authorityKind: fc.constantFrom('', 'written', 'parent'),
    scope: fc.constantFrom('', 'Nhận kết quả'),
    'withdrawn.old.isTaken': fc.constantFrom('', 'true'),
    'withdrawn.old.whyNot': fc.constantFrom('', 'Đã mất'),
    'sign.how': fc.constantFrom('', 'self', 'fingerprint'),
    witness: fc.constantFrom('', 'Trưởng thôn'),
  })
  const anySigned = fc.constantFrom('signature', 'fingerprint', null)
  let whole = 0
  fc.assert(
    fc.property(
      anyBoxes,
      anySigned,
      fc.constantFrom<HandedAt>({ way: 'counter' }, HOME),
      (boxes, what, at) => {
        const draft = aHandOut(boxes, what)
        if (handOutLacks(draft, RESULT, at).length > 0) return
        whole += 1
        const { packet, files } = handBackPacket(draft, RESULT, at)
        expect(files).toEqual(['s'])
        const { code, result } = HandBackPacket.parse({ ...ENVELOPE, ...packet })
        expect(code).toBe(ready.code)
        const by = aDoer('lan', { unit: 'HCC-TN', post: 'clerk' })
        const events = under(law).decide(ready, {
          ...result,
          type: 'HandBack',
          id: draft.id,
          at: MARCH_5,
          by,
        })
        if (isRefusal(events)) throw new Error(events.refused)
      },
    ),
    { numRuns: 2000 },
  )
  expect(whole).toBeGreaterThan(20)
})

/** What the frame adds to every packet. */
const ENVELOPE = {
  format: 1,
  device: '0193f2c8-9a00-7000-8000-0000000000d1',
  provision: '0193f2c8-9a00-7000-8000-0000000000b1',
  sequence: 1,
  previous: null,
  claimedAt: MARCH_5,
  lastContact: { serverAt: MARCH_5, deviceAt: MARCH_5 },
  lawVersion: 1,
}
