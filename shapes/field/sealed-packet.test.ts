import { createCipheriv, createECDH, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PacketGiven } from './packet.ts'
import type { PublicJwk } from './provision.ts'
import { isSignedBy, openPacket, sealPacket, sha256Of } from './sealed-packet.ts'

/** Keys with known private numbers, so that node:crypto and WebCrypto hold the same. */
const CENTRE = jwkOf('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721')
const DEVICE = jwkOf('519b423d715f8b581f4fa8ee59f4771a5b44c8130b4e3eacca54a56dda72b464')

const NOTE = 'Nhà văn hóa thôn Đồng Ý mất điện từ 10 giờ.'
const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

async function aPacket(): Promise<PacketGiven> {
  return {
    format: 1,
    id: '019a1b2c-0000-7000-8000-000000000001',
    device: '019a1b2c-0000-7000-8000-000000000002',
    provision: '019a1b2c-0000-7000-8000-000000000003',
    sequence: 1,
    previous: null,
    claimedAt: '2026-11-28T01:30:00.000Z',
    lastContact: { serverAt: '2026-11-27T09:00:00.000Z', deviceAt: '2026-11-27T09:00:04.000Z' },
    lawVersion: 7,
    attachments: [
      {
        name: 'phiếu.jpg',
        mediaType: 'image/jpeg',
        size: photo.length,
        sha256: await sha256Of(photo),
        component: null,
        what: 'page',
      },
    ],
    kind: 'closing',
    on: '2026-11-28',
    received: 12,
    handedBack: 3,
    contacts: 0,
    cashDong: 96_000,
    slips: 4,
    note: NOTE,
  }
}

const centreKey = () =>
  crypto.subtle.importKey('jwk', CENTRE, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
const deviceKey = () =>
  crypto.subtle.importKey('jwk', DEVICE, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])

test('what the cryptography of the server sealed by the agreed layout is opened', async () => {
  const packet = await aPacket()
  const opened = await openPacket(sealedByNode(JSON.stringify(packet), photo), await centreKey())
  if ('refused' in opened) throw new Error(opened.refused)
  expect(opened.packet).toMatchObject({ kind: 'closing', received: 12, note: NOTE })
  expect(opened.attachments).toEqual([photo])
  expect(await isSignedBy(opened, publicOf(DEVICE))).toBe(true)
  expect(await isSignedBy(opened, publicOf(CENTRE))).toBe(false)
})

test('what is sealed is opened again, and never looks the same twice', async () => {
  const packet = await aPacket()
  const keys = { device: await deviceKey(), centre: publicOf(CENTRE) }
  const sealed = await sealPacket({ packet, attachments: [photo] }, keys)
  const again = await sealPacket({ packet, attachments: [photo] }, keys)
  expect(await sha256Of(sealed)).not.toBe(await sha256Of(again))
  const opened = await openPacket(sealed, await centreKey())
  if ('refused' in opened) throw new Error(opened.refused)
  expect(opened.packet).toEqual(packet)
  expect(await isSignedBy(opened, publicOf(DEVICE))).toBe(true)
})

test('a changed or missing byte anywhere is refused', async () => {
  const sealed = sealedByNode(JSON.stringify(await aPacket()), photo)
  const centre = await centreKey()
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sealed.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, by, isCut) => {
        const hurt = Uint8Array.from(isCut ? sealed.subarray(0, at) : sealed)
        if (!isCut) hurt[at] = (sealed[at] ?? 0) ^ by
        expect(await openPacket(hurt, centre)).toEqual({ refused: 'packet-unreadable', facts: {} })
      },
    ),
    { numRuns: 60 },
  )
})

test('a packet that is none, and pictures that are others, are refused by name', async () => {
  const centre = await centreKey()
  const packet = await aPacket()
  expect(await openPacket(sealedByNode('{"format":1', photo), centre)).toMatchObject({
    refused: 'packet-unreadable',
  })
  expect(
    await openPacket(sealedByNode(JSON.stringify({ ...packet, sequence: 0 }), photo), centre),
  ).toMatchObject({ refused: 'packet-not-as-agreed', facts: { at: ['sequence'] } })
  for (const other of [
    Uint8Array.from([...photo, 9]),
    photo.subarray(1),
    Uint8Array.from(photo, (one) => one ^ 1),
  ])
    expect(await openPacket(sealedByNode(JSON.stringify(packet), other), centre)).toMatchObject({
      refused: 'attachment-differs',
    })
})

/** The layout of the wire once more, by other cryptography: nothing of ours is used. */
function sealedByNode(json: string, attachments: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(json)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const signed = Buffer.concat([length, text, attachments])
  const key = createPrivateKey({ key: DEVICE, format: 'jwk' })
  const signature = sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' })
  const ephemeral = createECDH('prime256v1')
  const sender = ephemeral.generateKeys()
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(CENTRE.x, 'base64url'),
    Buffer.from(CENTRE.y, 'base64url'),
  ])
  const secret = ephemeral.computeSecret(point)
  const shared = Buffer.from(hkdfSync('sha256', secret, sender, 'mot-cua field packet 1', 32))
  const iv = Buffer.alloc(12, 7)
  const cipher = createCipheriv('aes-256-gcm', shared, iv)
  const sealed = Buffer.concat([cipher.update(Buffer.concat([signed, signature])), cipher.final()])
  return Uint8Array.from(Buffer.concat([sender, iv, sealed, cipher.getAuthTag()]))
}

function jwkOf(number: string) {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(number, 'hex')
  const point = pair.getPublicKey()
  return {
    kty: 'EC' as const,
    crv: 'P-256' as const,
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: Buffer.from(number, 'hex').toString('base64url'),
  }
}

function publicOf({ kty, crv, x, y }: ReturnType<typeof jwkOf>): PublicJwk {
  return { kty, crv, x, y }
}
