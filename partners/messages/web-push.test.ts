import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Device, NoticeMessage } from '#domain/notices/message.ts'
import { simulatedPushService } from './simulated-push-service.ts'
import { pushKeys, webPush } from './web-push.ts'

let service: Awaited<ReturnType<typeof simulatedPushService>>
beforeAll(async () => {
  service = await simulatedPushService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.behave('takes')
  service.shown.splice(0)
  service.calls.splice(0)
})

const keys = pushKeys(randomBytes(32).toString('base64url'))
const MESSAGE: Omit<NoticeMessage, 'to'> = {
  id: '018f6b2e-3d1c-7b4a-9c2d-0a1b2c3d4e5f',
  kind: 'ready',
  language: 'vi',
  values: { centre: 'Trung tâm Hành chính công thị xã Đông Triều' },
  subject: '',
  text: 'Hồ sơ 000.00.12.H49-190305-0042 đã có kết quả.',
  link: 'https://motcua.example.vn/toi/ho-so/000.00.12.H49-190305-0042',
  leave: null,
}
const push = (to: Device, over: Partial<Parameters<typeof webPush>[0]> = {}) =>
  webPush({
    keys,
    contact: 'quan-tri@example.vn',
    services: [{ host: service.host, from: '2019-01-01', until: null }],
    today: () => '2026-11-27',
    patience: 400,
    ...over,
  })({ ...MESSAGE, to })

test('a push arrives encrypted for its device alone, as long as any other, and a repeat replaces it', async () => {
  const [one, other] = [service.subscribe(), service.subscribe()]
  expect(await push(one)).toEqual({ kind: 'accepted', reference: null })
  await webPush({
    keys,
    contact: 'a@example.vn',
    services: [{ host: service.host, from: '2019-01-01', until: null }],
    today: () => '2026-11-27',
  })({ ...MESSAGE, text: 'Xong', to: other })
  const [first, second] = service.shown
  expect(first?.said).toEqual({
    id: MESSAGE.id,
    title: MESSAGE.values.centre,
    text: MESSAGE.text,
    language: 'vi',
    link: MESSAGE.link,
  })
  expect([first?.device, second?.device]).toEqual([one.name, other.name])
  expect(first?.topic).toBe(MESSAGE.id.replaceAll('-', ''))
  expect(first?.bytes).toBe(second?.bytes)
  // Somebody else's keys read nothing of it.
  await push({ ...one, p256dh: other.p256dh })
  expect(service.shown).toHaveLength(2)
})

test.each([
  ['gone', 'refused', 0],
  ['unknown-device', 'refused', 0],
  ['busy', 'not-now', 0],
  ['broken', 'unknown', 0],
  ['slow', 'unknown', 1],
  ['cut', 'unknown', 1],
  ['lies', 'accepted', 0],
] as const)('a service that is %s', async (behaviour, kind, shown) => {
  service.behave(behaviour)
  expect((await push(service.subscribe())).kind).toBe(kind)
  expect(service.shown).toHaveLength(shown)
})

test('nothing is sent to what is no known service, nor to where a service leads', async () => {
  const device = service.subscribe()
  for (const over of [{ services: [] }, { today: () => '2018-12-31' }])
    expect(await push(device, over)).toEqual({ kind: 'refused', why: 'no push service' })
  expect(service.calls).toEqual([])
  service.behave('leads-away')
  expect(await push(device)).toEqual({ kind: 'not-now', why: 'HTTP 307' })
  expect(service.calls).toHaveLength(1)
})

test('keys that are none are refused; nobody there sends nothing; what only the centre is wrong about keeps the device', async () => {
  const device = service.subscribe()
  for (const over of [{ auth: 'xx' }, { p256dh: Buffer.alloc(65, 4).toString('base64url') }])
    expect(await push({ ...device, ...over })).toEqual({ kind: 'refused', why: 'bad keys' })
  const away = { host: '127.0.0.1:59999', from: '2019-01-01', until: null }
  expect((await push({ ...device, endpoint: 'https://127.0.0.1:59999/x' }, { services: [away] })).kind).toBe(
    'not-now',
  )
  service.behave('distrusts')
  expect(await push(device)).toEqual({ kind: 'not-now', why: 'HTTP 403' })
})
