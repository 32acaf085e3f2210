import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { zaloEvents } from './zalo-events.ts'

const ID = '018f6b2e-3d1c-7b4a-9c2d-0a1b2c3d4e5f'
const hear = zaloEvents({ appId: '360846524940903967', secret: 'bi-mat-cua-oa' })
const event = (over: object = {}) =>
  JSON.stringify({
    app_id: '360846524940903967',
    event_name: 'user_received_message',
    timestamp: '1551747600000',
    message: { msg_id: 'a1', tracking_id: ID, delivery_time: '1551747599000' },
    ...over,
  })
/** By another tool than the program's. */
const mac = (body: string, { secret = 'bi-mat-cua-oa', time = '1551747600000' } = {}) => {
  const input = `360846524940903967${body}${time}${secret}`
  const said = execFileSync('openssl', ['dgst', '-sha256', '-r'], { input, encoding: 'utf8' })
  return `mac=${said.slice(0, 64)}`
}

test('a notice that arrived is told by the id it was sent with', () => {
  expect(hear(event(), mac(event()))).toEqual({ kind: 'delivered', id: ID })
  const numbered = event({ timestamp: 1551747600000 })
  expect(hear(numbered, mac(numbered))).toEqual({ kind: 'delivered', id: ID })
})

test('who follows or leaves the account, and what has no id of ours, changes nothing', () => {
  for (const over of [
    { event_name: 'follow', message: undefined },
    { event_name: 'unfollow', message: undefined },
    { message: { msg_id: 'a1', tracking_id: '7' } },
    { message: 'x' },
  ]) {
    const body = event(over)
    expect(hear(body, mac(body))).toEqual({ kind: 'other' })
  }
})

test('nothing is believed that is not signed with the secret, over these very bytes, for this app', () => {
  const body = event()
  const foreign = event({ app_id: '1' })
  for (const [sent, signature] of [
    [body, null],
    [body, ''],
    [body, mac(body).slice(4)],
    [body, mac(body, { secret: 'khac' })],
    [body, mac(body, { time: '1551747600001' })],
    [`${body} `, mac(body)],
    [foreign, mac(foreign)],
    ['{', mac('{')],
    ['[]', mac('[]')],
  ] as const)
    expect(hear(sent, signature)).toEqual({ kind: 'false' })
})
