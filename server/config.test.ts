import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any setting the centre is on this machine only, with its own database and the true time', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    baseUrl: 'http://127.0.0.1:3000',
    clock: null,
    trustProxy: false,
    isLoopback: true,
  })
})

test('every wrong setting is named at once, with what it should look like', () => {
  const wrong = {
    PORT: '80a',
    CLOCK: '2019-07-03T08:00',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    TRUST_PROXY: 'yes',
  }
  expect(() => readConfig(wrong)).toThrow(
    /PORT phải .*\n.*DATABASE_URL phải .*\n.*CLOCK phải .*\n.*LOG_LEVEL phải .*\n.*TRUST_PROXY phải/,
  )
})

test.each(['0', '65536', '-1', '1e3', ' 80'])('%j is no port', (port) => {
  expect(() => readConfig({ PORT: port })).toThrow(/PORT/)
})

test('the clock is set by a moment with its offset, an empty setting is none', () => {
  expect(readConfig({ CLOCK: '2019-07-03T08:00+07:00' }).clock?.toString()).toBe('2019-07-03T01:00:00Z')
  expect(readConfig({ PORT: '', CLOCK: '' })).toMatchObject({ port: 3000, clock: null })
})

test('an address with a colon stands in brackets; a base address loses its last slash', () => {
  expect(readConfig({ HOST: '::1', PORT: '8080' }).baseUrl).toBe('http://[::1]:8080')
  expect(readConfig({ HOST: '0.0.0.0', BASE_URL: 'https://motcua.vn/' })).toMatchObject({
    baseUrl: 'https://motcua.vn',
    isLoopback: false,
  })
})

test('clamd listens at a socket of this machine or at a port', () => {
  expect(readConfig({}).clamd).toBeNull()
  expect(readConfig({ CLAMD: 'unix:/run/clamav/clamd.ctl' }).clamd).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(readConfig({ CLAMD: 'tcp://127.0.0.1:3310' }).clamd).toEqual({ host: '127.0.0.1', port: 3310 })
  expect(readConfig({ CLAMD: 'tcp://[::1]:3310' }).clamd).toEqual({ host: '::1', port: 3310 })
  for (const wrong of ['unix:clamd.ctl', 'tcp://127.0.0.1', 'http://127.0.0.1:3310', '/run/clamav/clamd.ctl'])
    expect(() => readConfig({ CLAMD: wrong })).toThrow(/CLAMD phải là nơi clamd nghe/)
})
