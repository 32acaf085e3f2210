import { z } from 'zod'
import { MOST_PIECES, PACKET_STAGES, PIECE_BYTES } from '#shapes/field/packet.ts'
import { DeviceToRegister, OutingNamed, ProvisionToMake, PublicJwk } from '#shapes/field/provision.ts'
import { isRefusal } from '#domain/outcome.ts'
import { confirmErased } from '#work/field/end-device.ts'
import { provisionDevice } from '#work/field/provision-device.ts'
import { registerDevice } from '#work/field/register-device.ts'
import { seeOutings } from '#work/field/see-outings.ts'
import { seePacket, takeInPiece } from '#work/field/take-in-piece.ts'
import { isProblem, refused, tooMany } from '../problem.ts'
import { subjectOf } from '../rate-limit.ts'
import { type ApiRoute, NO_BODY, NONE, route } from '../route.ts'
import { arrivedWithToken, deviceRoute } from './device-route.ts'

const group = 'field'
const who = 'device'
const action = 'work-outside'
const ID = '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1a'
const POINT = 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4'
const OfPacket = z.strictObject({ id: z.uuid({ version: 'v7' }).describe('Of the packet') })
const whole = z.int().min(0)

const OutingShape = z.strictObject({
  ...OutingNamed.shape,
  on: z.string(),
  opens: whole.nullable(),
  closes: whole.nullable(),
  place: z.string(),
  communeName: z.string(),
})

const PacketAnswer = z.strictObject({
  stage: z.enum(PACKET_STAGES),
  have: z.array(whole).describe('Places of the pieces that are there, from 0'),
  code: z.string().nullable(),
  receivedAt: z.string().nullable(),
  due: z.string().nullable(),
  why: z.array(z.string()),
})
const packetAnswer = {
  status: 200,
  name: 'PacketAnswer',
  schema: PacketAnswer,
  description: 'How far the packet has come; with `taken-in` and `to-decide` it is kept here',
} as const

const register = route({
  method: 'post',
  path: '/field/devices',
  name: 'registerDevice',
  group,
  summary: { vi: 'Đăng ký một thiết bị lưu động', en: 'A device of the mobile team asks in' },
  who: 'public',
  action: 'ask-in-device',
  params: NONE,
  query: NONE,
  body: {
    name: 'DeviceToRegister',
    schema: DeviceToRegister,
    example: {
      code: '7KQ2M9XTRB',
      name: 'Máy tính bảng số 2',
      publicKey: { kty: 'EC', crv: 'P-256', x: POINT, y: POINT },
    },
  },
  answer: {
    status: 201,
    name: 'DeviceRegistered',
    schema: z.strictObject({
      device: z.uuid(),
      token: z.string(),
      staff: z.strictObject({ id: z.uuid(), name: z.string() }),
      now: z.string(),
    }),
    description: 'Its token, shown once',
  },
  problems: ['device-code-wrong', 'too-many-requests'],
  async handle({ c, doors, desk, body }) {
    const subject = subjectOf(doors.addressOf(c))
    const again = doors.limits.strangeDevices.look(subject, desk.now)
    if (again) return tooMany(again, desk.now)
    const done = await registerDevice(desk, body)
    if (isRefusal(done)) doors.limits.strangeDevices.take(subject, desk.now)
    return done
  },
})

/** The one door a device that was ended still has. */
const erased: ApiRoute = {
  method: 'post',
  path: '/field/erased',
  name: 'confirmErased',
  group,
  summary: { vi: 'Thiết bị báo đã tự xóa', en: 'A device says that it has erased itself' },
  who,
  action: 'ask-in-device',
  params: NONE,
  query: NONE,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'DeviceErased',
    schema: z.strictObject({ erased: z.boolean() }),
    description: 'Kept, the first time',
  },
  problems: [],
  async answerTo(c, doors) {
    const arrived = await arrivedWithToken(c, doors)
    if (isProblem(arrived)) return arrived
    const done = await confirmErased(arrived.desk, arrived.token)
    if (done === null) return arrived.strange()
    if (isRefusal(done)) return refused(done)
    c.header('Cache-Control', 'no-store')
    return c.json({ erased: done })
  },
}

const outings = deviceRoute({
  method: 'get',
  path: '/field/outings',
  name: 'seeOutings',
  group,
  summary: { vi: 'Các buổi lưu động, tại nhà sắp tới', en: 'Where the owner of the device goes this week' },
  who,
  action,
  params: NONE,
  query: NONE,
  headers: NONE,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'Outings',
    schema: z.strictObject({ now: z.string(), outings: z.array(OutingShape) }),
    description: 'The earliest first',
  },
  problems: ['not-permitted'],
  handle: (at) => seeOutings(at),
})

/** Law and people as the rules know them: their shapes are those of the domain. */
const rules = z.unknown().meta({ type: 'object' })
const provision = deviceRoute({
  method: 'post',
  path: '/field/provisions',
  name: 'provisionDevice',
  group,
  summary: {
    vi: 'Chuẩn bị thiết bị cho một buổi: danh mục, số hồ sơ, người hẹn',
    en: 'All a device needs for an outing without a network',
  },
  who,
  action,
  params: NONE,
  query: NONE,
  headers: NONE,
  body: {
    name: 'ProvisionToMake',
    schema: ProvisionToMake,
    example: { id: ID, outing: { kind: 'session', id: ID }, days: 1 },
  },
  answer: {
    status: 200,
    name: 'Provision',
    schema: z.strictObject({
      id: z.uuid(),
      now: z.string(),
      lawVersion: whole,
      centre: z.strictObject({ name: z.string(), isDemonstration: z.boolean() }),
      officer: z.strictObject({ id: z.uuid(), name: z.string(), units: z.array(z.string()) }),
      outing: rules,
      units: z.array(rules),
      procedures: z.array(rules),
      englishNames: z.record(z.string(), z.string()),
      guide: rules,
      forms: z.array(rules),
      places: z.array(rules),
      calendars: rules,
      dataSources: z.array(rules),
      ruleSets: z.array(rules),
      numbers: z.array(z.strictObject({ on: z.string(), identifier: z.string(), first: whole, last: whole })),
      publicKey: PublicJwk,
      registrations: z.array(rules),
      results: z.array(rules),
    }),
    description: 'The same again for the same id; the access to people’s data is recorded',
  },
  problems: [
    'no-field-work',
    'not-permitted',
    'no-such-session',
    'no-such-home-visit',
    'not-of-the-team',
    'outing-over',
    'command-id-reused',
  ],
  handle: (at, { body }) => provisionDevice(at, body),
})

const piece = deviceRoute({
  method: 'put',
  path: '/field/packets/{id}/pieces/{place}',
  name: 'takeInPiece',
  group,
  summary: { vi: 'Gửi một mảnh của gói hồ sơ', en: 'A piece of a sealed packet' },
  who,
  action,
  params: OfPacket.extend({
    place: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_PIECES - 1),
  }),
  query: NONE,
  headers: z.strictObject({
    'x-pieces': z.coerce.number().int().min(1).max(MOST_PIECES).describe('Of how many'),
    'x-sha256': z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the whole sealed packet'),
  }),
  body: NO_BODY,
  mostBytes: PIECE_BYTES,
  answer: packetAnswer,
  problems: ['packet-differs', 'packet-unreadable', 'too-much-on-its-way', 'no-field-work'],
  handle: (at, { params, headers, bytes }) =>
    takeInPiece(at, {
      packet: params.id,
      place: params.place,
      pieces: headers['x-pieces'],
      sha256: headers['x-sha256'],
      bytes,
    }),
})

const packet = deviceRoute({
  method: 'get',
  path: '/field/packets/{id}',
  name: 'seePacket',
  group,
  summary: { vi: 'Một gói hồ sơ đã đến đâu', en: 'How far a packet has come' },
  who,
  action,
  params: OfPacket,
  query: NONE,
  headers: NONE,
  body: NO_BODY,
  answer: packetAnswer,
  problems: ['no-field-work'],
  handle: (at, { params }) => seePacket(at, params.id),
})

/** Devices of the mobile team and of visits at home. */
export const FIELD_ROUTES: readonly ApiRoute[] = [register, erased, outings, provision, piece, packet]
