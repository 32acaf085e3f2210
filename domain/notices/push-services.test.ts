import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUSE_PUSH_SERVICES, isPushEndpoint } from './push-services.ts'

const may = (endpoint: string, on = '2026-11-27') => isPushEndpoint(endpoint, HOUSE_PUSH_SERVICES, on)

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:APA91b',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://web.push.apple.com/QGtu',
  'https://wns2-par02p.notify.windows.com/w/?token=BQYAA',
])('%s is a service of a browser', (endpoint) => expect(may(endpoint)).toBe(true))

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com.example.vn/x',
  'https://example.vn/fcm.googleapis.com',
  'https://example.vn#fcm.googleapis.com',
  'https://fcm.googleapis.com@127.0.0.1/x',
  'https://u:p@fcm.googleapis.com/x',
  'https://push.apple.com/x',
  'https://.push.apple.com/x',
  'https://evilpush.apple.com.vn/x',
  'https://xpush.apple.com/x',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/x',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'fcm.googleapis.com/x',
  '',
  `https://fcm.googleapis.com/${'x'.repeat(1000)}`,
])('%s is none', (endpoint) => expect(may(endpoint)).toBe(false))

test('a service holds in its days', () => {
  const services = [{ host: 'push.example.vn', from: '2026-01-01', until: '2027-01-01' }]
  const on = (day: string) => isPushEndpoint('https://push.example.vn/x', services, day)
  expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('whatever is typed, what may be called is one of the hosts that are known', () => {
  const hosts =
    /^(?:fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|.+\.push\.apple\.com|.+\.notify\.windows\.com)$/
  const part = fc.constantFrom(
    'https://',
    'fcm.googleapis.com',
    '.push.apple.com',
    '@',
    '/',
    '\\',
    '#',
    '?',
    ':',
    'a',
    '%2e',
    '127.0.0.1',
    '\t',
    '。',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const endpoint = `https://${parts.join('')}`
      if (may(endpoint)) expect(new URL(endpoint).hostname).toMatch(hosts)
    }),
  )
})
