import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clamd } from './clamd.ts'
import { startClamd } from './real-clamd.ts'
import { SIMULATED_VIRUS, startSimulatedClamd } from './simulated-clamd.ts'
import { TEST_VIRUS } from './test-virus.ts'

let real: Awaited<ReturnType<typeof startClamd>>
let played: Awaited<ReturnType<typeof startSimulatedClamd>>
beforeAll(async () => {
  ;[real, played] = await Promise.all([startClamd(), startSimulatedClamd('finds', 800)])
}, 60_000)
afterAll(() => Promise.all([real.stop(), played.stop()]))

test('the clamd of Debian finds the test file of EICAR, alone and inside another, and nothing in a paper', async () => {
  const { lookForViruses, version } = clamd(real.at)
  const found = { kind: 'infected', found: expect.stringContaining('Eicar-Test-Signature') }
  expect(await lookForViruses(Buffer.from(TEST_VIRUS))).toEqual(found)
  const inside = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000), Buffer.from(TEST_VIRUS)])
  expect(await lookForViruses(inside)).toEqual(found)
  expect(await lookForViruses(randomBytes(20 * 1024 * 1024))).toEqual({ kind: 'clean' })
  expect(await version()).toMatch(/^ClamAV \d/)
})

test('what is larger than clamd takes is not called clean', async () => {
  const finding = await clamd(real.at).lookForViruses(Buffer.alloc(31 * 1024 * 1024, 1))
  expect(finding.kind).toBe('unknown')
})

const ask = (bytes: Uint8Array = Buffer.from('giấy')) => clamd(played.at, 400).lookForViruses(bytes)

test('a scanner that is slow is waited for, so long', async () => {
  played.be('slow')
  expect(await clamd(played.at, 5000).lookForViruses(Buffer.from(SIMULATED_VIRUS))).toMatchObject({
    kind: 'infected',
  })
  expect(await ask()).toEqual({ kind: 'unknown', why: 'no answer in 400 ms' })
})

test.each(['silent', 'hangs-up', 'hasty', 'babbles', 'narrow'] as const)(
  'of a scanner that %s nothing is believed',
  async (behaviour) => {
    played.be(behaviour)
    expect(await ask(randomBytes(8_000_000))).toMatchObject({ kind: 'unknown' })
  },
)

test('a scanner that is not there has found nothing out', async () => {
  const nobody = await startSimulatedClamd()
  await nobody.stop()
  expect(await clamd(nobody.at).lookForViruses(Buffer.from('x'))).toMatchObject({ kind: 'unknown' })
  expect(await clamd({ path: '/nowhere/clamd.sock' }).lookForViruses(Buffer.from('x'))).toMatchObject({
    kind: 'unknown',
  })
  await expect(clamd({ path: '/nowhere/clamd.sock' }).version()).rejects.toThrow('ENOENT')
})
