import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type PacketAnswer, type PacketGiven, PIECE_BYTES } from '#shapes/field/packet.ts'
import { type OutingNamed, type Provision, ProvisionToMake, type PublicJwk } from '#shapes/field/provision.ts'
import { sealPacket, sha256Of } from '#shapes/field/sealed-packet.ts'
import { newId, newLookupKey } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type DeviceDesk, deviceDesk } from './device-desk.ts'
import type { FieldOffice } from './field-office.ts'
import { provisionDevice } from './provision-device.ts'
import { askDeviceCode, registerDevice, seeDeviceCode } from './register-device.ts'
import { takeInPiece } from './take-in-piece.ts'

/** A key for packets as a centre has one. Only for tests. */
export async function aFieldOffice(): Promise<FieldOffice> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  return { privateKey, publicKey: await publicJwk(publicKey) }
}

/** The smallest picture there is. */
export const PICTURE = Uint8Array.fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)

/** A sealed packet on its device. */
export interface Sealed {
  readonly id: string
  readonly sha256: string
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
}

type WithoutHead<One> = One extends unknown
  ? Omit<
      One,
      | 'format'
      | 'device'
      | 'provision'
      | 'sequence'
      | 'previous'
      | 'lastContact'
      | 'lawVersion'
      | 'attachments'
    >
  : never
/** What a packet says besides what every packet of the device does. */
export type SaidInPacket = WithoutHead<PacketGiven>

/** A telephone of the mobile team, for tests: what it seals and sends. */
export interface TestDevice {
  readonly id: string
  readonly token: string
  at(now: Temporal.Instant, deviceAt?: string): Promise<DeviceDesk>
  provision(outing: OutingNamed, now: Temporal.Instant): Promise<Outcome<Provision>>
  readonly seal: Seal
  send(sealed: Sealed, now: Temporal.Instant, deviceAt?: string): Promise<Outcome<PacketAnswer>>
}

export interface PictureTaken {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly what?: 'page' | 'signature'
  readonly component?: string
}

/** Registers a device of the person at a desk. `open` is the public's desk at that moment. */
export async function aDevice(owner: Desk, open: (now: Temporal.Instant) => Desk): Promise<TestDevice> {
  const own = await deviceKeys()
  const { publicKey } = own
  const asked = newId()
  mustBe(await askDeviceCode(owner, asked))
  const code = (await seeDeviceCode(owner, asked))?.code ?? ''
  const device = mustBe(await registerDevice(open(owner.now), { code, name: 'Máy của đội', publicKey }))
  async function at(now: Temporal.Instant, deviceAt?: string) {
    const desk = await deviceDesk(open(now), device.token, deviceAt ?? null)
    if (desk === null) throw new Error('the device is unknown')
    return mustBe(desk)
  }
  return {
    id: device.device,
    token: device.token,
    at,
    provision: async (outing, now) =>
      provisionDevice(await at(now), ProvisionToMake.parse({ id: newId(), outing })),
    seal: sealerOf({ device: device.device, privateKey: own.privateKey }),
    async send(sealed, now, deviceAt) {
      let answer: Outcome<PacketAnswer> | undefined
      for (const place of sealed.pieces.keys())
        answer = await sendPiece(await at(now, deviceAt), sealed, place)
      if (!answer) throw new Error('a packet without pieces')
      return answer
    },
  }
}

/** Seals what a device says as its next packet. */
export type Seal = (
  said: SaidInPacket,
  by: Provision,
  more?: {
    readonly pictures?: readonly PictureTaken[]
    readonly pieceBytes?: number
    readonly over?: Partial<PacketGiven>
  },
) => Promise<Sealed>

/** Keeps the order of a device's packets, each naming the one before. */
export function sealerOf({
  device,
  privateKey,
}: {
  readonly device: string
  readonly privateKey: CryptoKey
}): Seal {
  let sequence = 0
  let previous: string | null = null
  return async (said, by, { pictures = [], pieceBytes = PIECE_BYTES, over = {} } = {}) => {
    sequence += 1
    const attachments = await Promise.all(
      pictures.map(async ({ bytes, what = 'page', component = null }, place) => ({
        name: `anh-${place + 1}`,
        mediaType: bytes[0] === 0xff ? ('image/jpeg' as const) : ('image/png' as const),
        size: bytes.length,
        sha256: await sha256Of(bytes),
        component,
        what,
      })),
    )
    const packet = {
      format: 1,
      device,
      provision: by.id,
      sequence,
      previous,
      lastContact: { serverAt: by.now, deviceAt: by.now },
      lawVersion: by.lawVersion,
      attachments,
      ...said,
      ...over,
    } as PacketGiven
    const keys = { device: privateKey, centre: by.publicKey }
    const sealed = await sealPacket({ packet, attachments: pictures.map(({ bytes }) => bytes) }, keys)
    previous = await sha256Of(sealed)
    return { id: packet.id, sha256: previous, pieces: cut(sealed, pieceBytes) }
  }
}

/** A key by which a device signs, with its public half. */
export async function deviceKeys() {
  const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const
  const own = await crypto.subtle.generateKey(signing, false, ['sign', 'verify'])
  return { privateKey: own.privateKey, publicKey: await publicJwk(own.publicKey) }
}

/** Sends one piece of a packet. */
export function sendPiece(at: DeviceDesk, { id, sha256, pieces }: Sealed, place: number) {
  const bytes = pieces[place] ?? new Uint8Array()
  return takeInPiece(at, { packet: id, place, pieces: pieces.length, sha256, bytes })
}

/** The same cut off behind so many bytes. */
export function sendCutOff(at: DeviceDesk, { id, sha256, pieces }: Sealed, place: number) {
  const bytes = (pieces[place] ?? new Uint8Array()).subarray(0, 20)
  return takeInPiece(at, { packet: id, place, pieces: pieces.length, sha256, bytes })
}

/** A dossier that is taken in outside: an own packet for each. Its number and day are of the provision. */
export function anIntake(
  by: Provision,
  place: number,
  over: Partial<Extract<SaidInPacket, { kind: 'intake' }>> = {},
): Extract<SaidInPacket, { kind: 'intake' }> {
  const [block] = by.numbers
  const number = (block?.first ?? 1) + place
  const { kind, id, on } = by.outing
  const procedure = by.procedures.find(({ key }) => key === '1.004979')
  const takenOut =
    kind === 'session' ? { kind, id } : { kind, id, consent: 'signature' as const, witness: null }
  return {
    kind: 'intake',
    id: newId(),
    claimedAt: `${on}T01:30:00.000Z`,
    code: `${block?.identifier}-${on.replaceAll('-', '').slice(2)}-${String(number).padStart(4, '0')}`,
    lookupKey: newLookupKey(),
    procedureVersion: procedure?.version ?? 1,
    dueShown: null,
    form: null,
    fee: null,
    dossier: {
      procedure: '1.004979',
      channel: kind === 'session' ? 'mobile' : 'home',
      placeOfReceipt: by.officer.units[0] ?? '',
      placeOfSupport: by.outing.commune,
      applicant: {
        kind: 'citizen',
        name: 'Đỗ Thị Mai',
        idNumber: `0221${String(place).padStart(8, '0')}`,
        phone: '0912345678',
        address: 'Thôn Chí Linh',
      },
      components: [],
      takenOut,
    },
    ...over,
  }
}

function cut(sealed: Uint8Array<ArrayBuffer>, bytes: number): readonly Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: Math.ceil(sealed.length / bytes) }, (_, place) =>
    sealed.slice(place * bytes, (place + 1) * bytes),
  )
}

async function publicJwk(key: CryptoKey): Promise<PublicJwk> {
  const { x, y } = await crypto.subtle.exportKey('jwk', key)
  if (x === undefined || y === undefined) throw new Error('a key without a point')
  return { kty: 'EC', crv: 'P-256', x, y }
}

function mustBe<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}
