import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '#papers/digitising/bad-files.ts'
import { cornerOf } from '#papers/signing/looks.ts'
import { firstPageOf } from '#papers/signing/placed-look.ts'
import { pkcs12Signer } from '#papers/signing/pkcs12.ts'
import type { Signer } from '#papers/signing/signer.ts'
import { type TrialKeys, trialKeys } from '#papers/signing/trial-keys.ts'
import { NO_WITNESSES } from '#papers/signing/witnesses.ts'
import { remoteSigner } from '#partners/signing/signing-service.ts'
import { simulatedSigningService } from '#partners/signing/simulated-signing-service.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import type { Desk } from '../desk.ts'
import { seeScan, seeScans } from '../scanning/see-scans.ts'
import type { SigningOffice } from '../signing/signing-office.ts'
import { certifyCopy } from './certify-copy.ts'
import { digitise } from './digitise.ts'
import { reuseCopy } from './reuse-copy.ts'

let opened: TestCentre
let hall: Hall
let keys: TrialKeys
let officer: Signer
let office: SigningOffice

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  keys = trialKeys()
  officer = allowed(await pkcs12Signer(keys.key('can-bo', { subject: 'Trịnh Xuân Đạt' }), 'mo'))
  const copies = allowed(await pkcs12Signer(keys.key('sao-y', { subject: 'UBND thị xã Đông Triều' }), 'mo'))
  office = {
    signerOf: () => officer,
    copies,
    seal: null,
    trust: { anchors: [keys.anchor], lists: [], answers: [] },
    witnesses: NO_WITNESSES,
  }
})
afterAll(async () => {
  keys.remove()
  await opened.close()
})

const clerk = (signing?: SigningOffice): Desk => ({ ...hall.deskOf('clerk', 'HCC-TN'), signing })
const contents = async () =>
  (await opened.ownerCentre.db.selectFrom('scan_content').select('sha256').execute()).length

/** A copy nobody has compared yet. */
async function made(pictured: { readonly width?: number; readonly height?: number } = {}) {
  const { code } = await received(hall)
  const component = allowed(await seeScans(clerk(), code)).papers[0]?.key ?? ''
  const id = newId()
  const pages = [{ name: 'giấy.jpg', bytes: await photo(pictured) }]
  expect(await digitise(clerk(), code, { id, component, declaredPages: null, turns: [] }, pages)).toBe(true)
  return { code, component, scan: id }
}

const certify = (desk: Desk, { code, scan }: { code: string; scan: string }) =>
  certifyCopy(desk, code, { scan, validUntil: null, note: 'Ảnh thử' })
const bytesOf = async ({ code, scan }: { code: string; scan: string }) =>
  Buffer.from(allowed(await seeScan(clerk(), code, scan)).bytes)
const isSigned = async ({ code, scan }: { code: string; scan: string }) =>
  allowed(await seeScans(clerk(), code)).scans.find(({ id }) => id === scan)?.copy?.certified?.isSigned

function pdfsig(bytes: Uint8Array): string {
  const path = join(keys.folder, `${newId()}.pdf`)
  writeFileSync(path, bytes)
  return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

test.each([
  ['upright', { width: 1240, height: 1754 }, 'Trịnh Xuân Đạt'],
  ['across', { width: 1754, height: 1240 }, 'UBND thị xã Đông Triều'],
])('a copy of a page %s is signed in its corner beside the unsigned, and shown so', async (_, size, by) => {
  const copy = await made(size)
  const unsigned = await bytesOf(copy)
  const before = await contents()
  const signing = by === 'Trịnh Xuân Đạt' ? office : { ...office, signerOf: () => null }
  for (const _again of ['once', 'again']) expect(await certify(clerk(signing), copy)).toBe(true)
  expect([await contents(), await isSigned(copy)]).toEqual([before + 1, true])
  const shown = await bytesOf(copy)
  expect(shown.subarray(0, unsigned.length).equals(unsigned)).toBe(true)
  expect(pdfsig(shown)).toMatch(/Signature is Valid/)
  expect(pdfsig(shown)).toContain(by)
  const page = await firstPageOf(shown)
  expect(page.width > page.height).toBe(size.width > size.height)
  const corner = cornerOf(page)
  const right = Math.round((corner.x + corner.width) * 100) / 100
  const top = Math.round((corner.y + corner.height) * 100) / 100
  expect(shown.toString('latin1')).toMatch(new RegExp(`/Rect \\[[\\d.]+ [\\d.]+ ${right} ${top}\\]`))
  expect([page.width - right, page.height - top].every((left) => left > 0 && left < 20)).toBe(true)
})

test.each([
  ['declines', 'signing-declined'],
  ['lies', 'signature-false'],
  ['silent', 'signing-unanswered'],
] as const)('a signer that %s leaves the copy as it was', async (behaviour, refused) => {
  const copy = await made()
  const before = await contents()
  const remote = remoteSigner(simulatedSigningService(officer, behaviour), 'dat.tx', officer)
  expect(await certify(clerk({ ...office, signerOf: () => remote }), copy)).toMatchObject({ refused })
  expect([await contents(), await isSigned(copy)]).toEqual([before, undefined])
  expect(await certify(clerk(office), copy)).toBe(true)
})

test('without a key the word stands alone; two at once certify once; what is reused is the signed one', async () => {
  const plain = await made()
  expect(await certify(clerk({ ...office, signerOf: () => null, copies: null }), plain)).toBe(true)
  expect(await isSigned(plain)).toBe(false)
  const copy = await made()
  const before = await contents()
  await Promise.all([certify(clerk(office), copy), certify(clerk(office), copy)])
  expect(await contents()).toBe(before + 1)
  const later = (await received(hall)).code
  const reuse = { id: newId(), from: copy.scan, component: copy.component, purpose: 'Hồ sơ mới' }
  expect(await reuseCopy(clerk(), later, reuse)).toBe(true)
  const shown = await bytesOf({ code: later, scan: reuse.id })
  expect(shown.equals(await bytesOf(copy))).toBe(true)
  expect(allowed(await seeScans(clerk(), later)).scans[0]?.size).toBe(shown.length)
  expect(await checkCentre(hall.centre)).toEqual([])
})
