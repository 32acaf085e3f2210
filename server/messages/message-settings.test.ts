import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMessageSettings, secretFilesOf } from './message-settings.ts'
import { openMessages } from './open-messages.ts'

const SMS = { url: 'https://sms.example.vn', secretFile: 'sms.secret', sender: 'MOTCUA' }
const EMAIL = {
  host: 'mail.example.vn',
  user: 'trung-tam',
  passwordFile: 'thu.secret',
  from: 'bao-tin@example.vn',
  name: 'Trung tâm',
}
const ZALO = {
  events: { appId: '36', secretFile: 'oa.secret' },
  tokenFile: 'zalo.token',
  templates: { otherwise: '100', ready: '207' },
}

function written(settings: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-messages-'))
  for (const name of ['sms.secret', 'zalo.token', 'thu.secret', 'bao-cao.secret', 'oa.secret']) {
    writeFileSync(join(folder, name), 'bí mật\n')
    chmodSync(join(folder, name), 0o600)
  }
  const path = join(folder, 'bao-tin.json')
  writeFileSync(path, typeof settings === 'string' ? settings : JSON.stringify(settings))
  return { folder, path }
}
const centre = (settings: object) => {
  const { folder, path } = written({ 'dong-trieu': settings })
  const read = readMessageSettings(path).get('dong-trieu')
  if (!read) throw new Error('no settings')
  return { folder, read }
}
const around = {
  baseUrl: 'https://motcua.example.vn',
  report: async () => {},
  pushSecret: Buffer.alloc(32, 7).toString('base64url'),
  today: () => '2026-11-27',
}
const PUSH = { contact: 'quan-tri@example.vn', services: [{ host: 'push.example.vn', from: '2026-01-01' }] }

test('each centre has its ways; secrets lie in files beside', () => {
  const { folder, read } = centre({
    sms: SMS,
    email: EMAIL,
    zalo: ZALO,
    push: PUSH,
    reportSecretFile: 'bao-cao.secret',
  })
  expect(secretFilesOf(read).toSorted()).toEqual(
    ['bao-cao.secret', 'oa.secret', 'sms.secret', 'thu.secret', 'zalo.token'].map((name) =>
      join(folder, name),
    ),
  )
  const { notices, sendMessage } = openMessages(read, around)
  expect([...notices.ways.keys()]).toEqual(['sms', 'email', 'zalo', 'push'])
  expect(notices.reportSecret).toBe('bí mật')
  expect(notices.hearZalo).not.toBeNull()
  expect(notices.push?.key).toMatch(/^B[\w-]{86}$/)
  expect(notices.push?.services.at(-1)?.host).toBe('push.example.vn')
  expect(sendMessage).toBeDefined()
})

test('a centre without ways tells nobody, and codes go by no simulated way', () => {
  expect(openMessages(centre({}).read, around).notices.ways.size).toBe(0)
  const { notices, sendMessage } = openMessages(centre({ sms: { simulated: 'slow' } }).read, around)
  expect([...notices.ways.keys()]).toEqual(['sms'])
  expect(sendMessage).toBeUndefined()
})

test.each([
  ['{', /bao-tin\.json/],
  [{ 'dong-trieu': { sms: { ...SMS, url: 'sms' } } }, /dong-trieu\.sms/],
  [{ 'dong-trieu': { sms: { simulated: 'perhaps' } } }, /dong-trieu\.sms/],
  [{ 'dong-trieu': { zalo: { ...ZALO, templates: {} } } }, /dong-trieu\.zalo/],
  [{ 'dong-trieu': { email: { ...EMAIL, tls: 'none' } } }, /dong-trieu\.email/],
  [{ 'dong-trieu': { email: { ...EMAIL, user: undefined } } }, /dong-trieu\.email/],
  [{ 'dong-trieu': { push: { ...PUSH, services: [{ host: 'https://a', from: '2026-01-01' }] } } }, /push/],
  [{ 'dong-trieu': { fax: {} } }, /fax/],
])('%j is told with where it is wrong', (settings, said) => {
  expect(() => readMessageSettings(written(settings).path)).toThrow(said)
})

test('a secret that cannot be read is told before anything is sent', () => {
  for (const settings of [
    { sms: { ...SMS, secretFile: 'khong-co' } },
    { zalo: { ...ZALO, tokenFile: 'khong-co' } },
  ])
    expect(() => openMessages(centre(settings).read, around)).toThrow(/khong-co/)
})
