import { expect, test } from 'vitest'
import { MARCH_5 } from '#domain/dossier/a-dossier.ts'
import { ContactPacket } from '#shapes/field/packet.ts'
import { contactLacks, contactPacket, type VisitContact } from './visit-contact.ts'

const SIGNED = { id: 's', name: 'chu-ky.png', mediaType: 'image/png', size: 9, sha256: 'ab'.repeat(32) }
const aContact = (typed = {}, what: 'signature' | 'fingerprint' | null = null): VisitContact => ({
  id: '0193f2c8-9a00-7000-8000-000000000003',
  typed,
  signed: what && { what, ...SIGNED },
})
const lacks = (typed = {}, what: Parameters<typeof aContact>[1] = null) =>
  contactLacks(aContact(typed, what)).map(({ code }) => code)

test('whoever was met agrees by a signature, through a witness, or by a fingerprint before one', () => {
  expect(lacks()).toEqual(['not-said'])
  expect(lacks({ met: 'not-at-home' })).toEqual([])
  expect(lacks({ met: 'visited' })).toEqual(['not-signed'])
  expect(lacks({ met: 'visited' }, 'signature')).toEqual([])
  expect(lacks({ met: 'visited', 'sign.how': 'witness' })).toEqual(['no-witness'])
  expect(lacks({ met: 'visited', 'sign.how': 'witness', witness: 'Trưởng thôn' })).toEqual([])
  expect(lacks({ met: 'visited', 'sign.how': 'fingerprint' }, 'signature')).toEqual([
    'no-witness',
    'no-fingerprint',
  ])
  expect(lacks({ met: 'visited', 'sign.how': 'fingerprint', witness: 'x' }, 'fingerprint')).toEqual([])
})

test('a contact is a packet the centre reads', () => {
  const person = { id: '0193f2c8-9a00-7000-8000-0000000000aa', ground: 'old' } as const
  const envelope = {
    format: 1,
    device: '0193f2c8-9a00-7000-8000-0000000000d1',
    provision: '0193f2c8-9a00-7000-8000-0000000000b1',
    sequence: 1,
    previous: null,
    claimedAt: MARCH_5,
    lastContact: { serverAt: MARCH_5, deviceAt: MARCH_5 },
    lawVersion: 1,
  }
  const sent = (typed: object, what: Parameters<typeof aContact>[1] = null) =>
    ContactPacket.parse({ ...envelope, ...contactPacket(aContact(typed, what), person).packet }).contact
  expect(sent({ met: 'visited', 'sign.how': 'fingerprint', witness: 'Trưởng thôn' }, 'fingerprint')).toEqual({
    outcome: 'visited',
    consent: 'fingerprint',
    witness: 'Trưởng thôn',
    ground: 'old',
    note: null,
  })
  const named = { met: 'visited', 'sign.how': 'witness', witness: 'Trưởng thôn' }
  expect(contactPacket(aContact(named, 'signature'), person).files).toEqual([])
  expect(sent({ ...named, 'sign.how': 'self' }, 'signature')).toMatchObject({ witness: null })
  expect(sent({ met: 'not-at-home', note: 'Đi viện, hẹn thứ Ba' }, 'signature')).toEqual({
    outcome: 'not-at-home',
    note: 'Đi viện, hẹn thứ Ba',
  })
})
