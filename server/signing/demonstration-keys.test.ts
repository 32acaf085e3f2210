import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import { unfitToSign } from '#papers/signing/unfit-to-sign.ts'
import { demonstrationKeys } from './demonstration-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-demo-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PEOPLE = [
  { login: 'anh.dn', name: 'Đặng Ngọc Ánh', post: 'approver' },
  { login: 'dat.tx', name: 'Trịnh Xuân Đạt', post: 'clerk' },
]

test('keys are made once, for approvers and the seal, as files that openssl opens and nobody else reads', async () => {
  const made = await demonstrationKeys(folder, 'Trung tâm Hành chính công', PEOPLE)
  expect(Object.keys(made.people)).toEqual(['anh.dn'])
  const [key] = Object.values(made.people)
  if (!key || !('file' in key)) throw new Error('no key')
  expect(statSync(key.file).mode & 0o077).toBe(0)
  const passphrase = readFileSync(key.passphraseFile, 'utf8')
  const opened = execFileSync('openssl', [
    'pkcs12',
    '-in',
    key.file,
    '-passin',
    `pass:${passphrase}`,
    '-nokeys',
  ])
  const told = execFileSync('openssl', ['x509', '-noout', '-subject', '-nameopt', 'utf8'], {
    input: opened,
    encoding: 'utf8',
  })
  expect(told).toContain('Đặng Ngọc Ánh')
  const before = readFileSync(key.file)
  await demonstrationKeys(folder, 'Trung tâm Hành chính công', PEOPLE)
  expect(readFileSync(key.file).equals(before)).toBe(true)
  const signer = await pkcs12Signer(before, passphrase)
  if (isRefusal(signer)) throw new Error(signer.refused)
  expect(unfitToSign(signer, '2019-03-05T01:00:00.000Z')).toBeNull()
})
