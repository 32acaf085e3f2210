import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFieldKey } from './field-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-field-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a centre has one key for what devices seal: its own, the same again, for nobody else to read', async () => {
  const [one, again] = await Promise.all([openFieldKey(folder, 'a'), openFieldKey(folder, 'a')])
  const later = await openFieldKey(folder, 'a')
  const other = await openFieldKey(folder, 'b')
  expect(again.publicKey).toEqual(one.publicKey)
  expect(later.publicKey).toEqual(one.publicKey)
  expect(other.publicKey).not.toEqual(one.publicKey)
  expect(later.privateKey.extractable).toBe(false)
  expect(readdirSync(join(folder, 'secrets'))).toEqual(['field-a.jwk', 'field-b.jwk'])
  expect(statSync(join(folder, 'secrets', 'field-a.jwk')).mode & 0o777).toBe(0o600)
})

test('a key that was cut off stops the start instead of being made anew', async () => {
  writeFileSync(join(folder, 'secrets', 'field-c.jwk'), '{"kty":"EC"')
  await expect(openFieldKey(folder, 'c')).rejects.toThrow('cut off')
})
