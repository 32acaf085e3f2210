import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { Packet, PACKET_BYTES, type PacketGiven } from './packet.ts'
import type { PublicJwk } from './provision.ts'

/**
 * The wire of field work, alike on both sides and by WebCrypto alone.
 *
 * plain:  length of the JSON (4 bytes, big-endian) | JSON | attachments | signature of all before (64 bytes, ECDSA P-256)
 * sealed: ephemeral public key (65 bytes, raw P-256) | iv (12 bytes) | plain by AES-256-GCM
 *
 * The key is HKDF-SHA-256 of the shared secret with the ephemeral public key as salt. Whoever sealed a packet cannot
 * read it again.
 */
const SENDER_BYTES = 65
const IV_BYTES = 12
const SIGNATURE_BYTES = 64
const LENGTH_BYTES = 4
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const
const PURPOSE = new TextEncoder().encode('mot-cua field packet 1')

type Bytes = Uint8Array<ArrayBuffer>

/** What is sealed: a packet with the bytes of its attachments, in its order. */
export interface ToSeal {
  readonly packet: PacketGiven
  readonly attachments: readonly Bytes[]
}

export interface SealingKeys {
  /** ECDSA, private. */
  readonly device: CryptoKey
  /** ECDH, of the centre. */
  readonly centre: PublicJwk
}

/** Signs a packet by the device's key and seals it to the centre's. */
export async function sealPacket({ packet, attachments }: ToSeal, keys: SealingKeys): Promise<Bytes> {
  const json = new TextEncoder().encode(JSON.stringify(packet))
  const length = new Uint8Array(LENGTH_BYTES)
  new DataView(length.buffer).setUint32(0, json.length)
  const signed = joined([length, json, ...attachments])
  const signature = new Uint8Array(await crypto.subtle.sign(SIGNATURE, keys.device, signed))
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const sender = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const centre = await crypto.subtle.importKey('jwk', { ...keys.centre }, CURVE, false, [])
  const key = await sharedKey({ own: privateKey, other: centre, sender }, 'encrypt')
  const plain = joined([signed, signature])
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return joined([sender, iv, sealed])
}

/** A packet that was opened: whose it is, only its signature says. */
export interface OpenedPacket {
  readonly packet: Packet
  readonly attachments: readonly Bytes[]
  readonly signed: Bytes
  readonly signature: Bytes
}

/** Opens what was sealed to the centre's key (ECDH, private). Refuses what is not as it was sealed, or no packet. */
export async function openPacket(sealed: Bytes, centre: CryptoKey): Promise<Outcome<OpenedPacket>> {
  const plain = await decrypted(sealed, centre)
  if (isRefusal(plain)) return plain
  const signed = plain.subarray(0, Math.max(0, plain.length - SIGNATURE_BYTES))
  const json = jsonIn(signed)
  if (json === undefined) return refuse('packet-unreadable')
  const parsed = Packet.safeParse(json.value)
  if (!parsed.success) return refuse('packet-not-as-agreed', { at: pathsOf(parsed.error.issues) })
  const attachments = await attachmentsIn(signed.subarray(json.end), parsed.data)
  if (isRefusal(attachments)) return attachments
  return { packet: parsed.data, attachments, signed, signature: plain.subarray(signed.length) }
}

/** Whether a device signed what was opened. */
export async function isSignedBy({ signed, signature }: OpenedPacket, device: PublicJwk): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { ...device }, SIGNING, false, ['verify'])
  return crypto.subtle.verify(SIGNATURE, key, signature, signed)
}

/** SHA-256 in hexadecimal, as packets name each other and their attachments. */
export async function sha256Of(bytes: Bytes): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
}

async function decrypted(sealed: Bytes, centre: CryptoKey): Promise<Outcome<Bytes>> {
  if (sealed.length > PACKET_BYTES) return refuse('packet-unreadable')
  const sender = sealed.subarray(0, SENDER_BYTES)
  const iv = sealed.subarray(SENDER_BYTES, SENDER_BYTES + IV_BYTES)
  try {
    const other = await crypto.subtle.importKey('raw', sender, CURVE, false, [])
    const key = await sharedKey({ own: centre, other, sender }, 'decrypt')
    const rest = sealed.subarray(SENDER_BYTES + IV_BYTES)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, rest))
  } catch (error) {
    // Cut off, changed on the way or for another key: WebCrypto tells them apart by nothing.
    if (error instanceof Error) return refuse('packet-unreadable')
    throw error
  }
}

interface Sharing {
  readonly own: CryptoKey
  readonly other: CryptoKey
  readonly sender: Bytes
}

async function sharedKey({ own, other, sender }: Sharing, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: sender, info: PURPOSE }
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, [use])
}

function jsonIn(signed: Bytes): { readonly value: unknown; readonly end: number } | undefined {
  if (signed.length < LENGTH_BYTES) return undefined
  const length = new DataView(signed.buffer, signed.byteOffset).getUint32(0)
  const end = LENGTH_BYTES + length
  if (end > signed.length) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(signed.subarray(LENGTH_BYTES, end))
    const value: unknown = JSON.parse(text)
    return { value, end }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

async function attachmentsIn(bytes: Bytes, { attachments }: Packet): Promise<Outcome<readonly Bytes[]>> {
  let from = 0
  const found: Bytes[] = []
  for (const { size, sha256, name } of attachments) {
    const one = bytes.subarray(from, from + size)
    if (one.length !== size || (await sha256Of(one)) !== sha256) return refuse('attachment-differs', { name })
    found.push(one)
    from += size
  }
  return from === bytes.length ? found : refuse('attachment-differs', { name: '' })
}

const pathsOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]) =>
  issues.slice(0, 5).map(({ path }) => path.join('.'))

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
