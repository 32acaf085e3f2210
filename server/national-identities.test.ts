import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readIdentitySettings } from './national-identities.ts'

const PROVIDER = {
  key: 'vneid',
  name: 'VNeID',
  issuer: 'https://sso.example.vn',
  clientId: 'mot-cua',
  secretFile: 'vneid.secret',
}

function read(settings: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-identity-'))
  writeFileSync(join(folder, 'vneid.secret'), 'bí mật của trung tâm\n')
  const path = join(folder, 'dinh-danh.json')
  writeFileSync(path, typeof settings === 'string' ? settings : JSON.stringify(settings))
  return readIdentitySettings(path)
}

test('each centre has its provider; the secret lies in a file beside', () => {
  const claims = { idNumber: ['citizen_id'] }
  expect(
    read({ 'dong-trieu': { ...PROVIDER, parameters: { acr_values: 'LoA2' }, claims } }).get('dong-trieu'),
  ).toEqual({
    key: 'vneid',
    name: 'VNeID',
    issuer: 'https://sso.example.vn',
    clientId: 'mot-cua',
    clientSecret: 'bí mật của trung tâm',
    parameters: { acr_values: 'LoA2' },
    claims,
  })
})

test.each([
  ['{', /dinh-danh\.json/],
  [{ 'dong-trieu': { ...PROVIDER, issuer: 'vneid' } }, /dong-trieu\.issuer/],
  [{ 'dong-trieu': { ...PROVIDER, key: 'VNeID' } }, /dong-trieu\.key/],
  [{ 'dong-trieu': { ...PROVIDER, claims: { idNumber: [] } } }, /claims\.idNumber/],
  [{ 'dong-trieu': { ...PROVIDER, clientSecret: 'x' } }, /clientSecret/],
  [{ 'dong-trieu': { ...PROVIDER, secretFile: 'khong-co' } }, /khong-co/],
])('%j is told with where it is wrong', (settings, said) => {
  expect(() => read(settings)).toThrow(said)
})
