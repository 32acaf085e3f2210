import { afterAll, beforeAll, expect, test } from 'vitest'
import { RESULT_COMPONENT } from '#domain/digitising/copy-status.ts'
import { bombPdf, bombPng, photo, textPdf } from '#papers/digitising/bad-files.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { aCompleteDossier, aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { giveReceipt } from '../intake/give-receipt.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { seeIntake } from '../intake/see-intake.ts'
import { seeAccess } from '../reading/see-access.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeScan, seeScans } from '../scanning/see-scans.ts'
import { strikeScan } from '../scanning/strike-scan.ts'
import { certifyCopy } from './certify-copy.ts'
import { digitise } from './digitise.ts'
import { reuseCopy } from './reuse-copy.ts'
import { seeHeldCopies } from './see-held-copies.ts'

let opened: TestCentre
let hall: Hall
let code: string
let component: string

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  code = (await received(hall)).code
  component = allowed(await seeScans(clerk(), code)).papers[0]?.key ?? ''
})
afterAll(() => opened.close())

const clerk = () => hall.deskOf('clerk', 'HCC-TN')
const given = (over = {}) => ({ id: newId(), component, declaredPages: null, turns: [], ...over })
const statusOf = async (of: string) => allowed(await seeScans(clerk(), of)).papers[0]?.status
const certifying = (scan: string, over = {}) => {
  return { scan, validUntil: null, note: null, ...over } as const
}

test('pages become one copy, which counts once it is compared and certified; sent twice it is one', async () => {
  const pages = [
    { name: 'trang 1.jpg', bytes: await photo() },
    { name: 'trang 2.pdf', bytes: textPdf(1) },
  ]
  const one = given({ declaredPages: 2 })
  for (const _ of ['once', 'again']) expect(await digitise(clerk(), code, one, pages)).toBe(true)
  const [scan, ...more] = allowed(await seeScans(clerk(), code)).scans
  expect(more).toEqual([])
  expect(scan?.copy).toMatchObject({ pages: 2, findings: [], certified: null, reused: null })
  expect(await statusOf(code)).toBe(0)
  const content = allowed(await seeScan(clerk(), code, one.id))
  expect(Buffer.from(content.bytes).toString('latin1')).toMatch(/pdfaid:part>2</)
  expect(await digitise(clerk(), code, one, pages.slice(1))).toMatchObject({ refused: 'command-id-reused' })
  for (const _ of ['once', 'again']) expect(await certifyCopy(clerk(), code, certifying(one.id))).toBe(true)
  expect(await statusOf(code)).toBe(1)
  const [made] = await opened.ownerCentre.db.selectFrom('copy_certified').selectAll().execute()
  expect(made?.sha256.toString('hex')).toBe(scan?.sha256)
  const [copy] = await opened.ownerCentre.db.selectFrom('digital_copy').selectAll().execute()
  expect(copy?.originals).toMatchObject([
    { name: 'trang 1.jpg', mediaType: 'image/jpeg' },
    { name: 'trang 2.pdf' },
  ])
})

test('what is wrong with a copy must be answered before it is certified', async () => {
  const { code } = await received(hall)
  const one = given({ declaredPages: 3 })
  expect(await digitise(clerk(), code, one, [{ name: 'a.jpg', bytes: await photo({ lines: 0 }) }])).toBe(true)
  expect(allowed(await seeScans(clerk(), code)).scans[0]?.copy?.findings).toEqual([
    { page: 1, fault: 'blank' },
    { fault: 'other-page-count', declared: 3, pages: 1 },
  ])
  expect(await certifyCopy(clerk(), code, certifying(one.id))).toMatchObject({
    refused: 'findings-unanswered',
  })
  expect(await certifyCopy(clerk(), code, certifying(one.id, { note: 'Mặt sau để trống' }))).toBe(true)
})

test.each([
  ['0 bytes', () => Buffer.alloc(0), 'scan-empty'],
  ['a letter called PDF', () => Buffer.from('Kính gửi'), 'scan-of-no-kind'],
  ['a password', () => textPdf(1, { trailer: '/Encrypt 3 0 R' }), 'scan-locked'],
  ['a script', () => textPdf(1, { catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), 'scan-active'],
  ['a file inside', () => textPdf(1, { catalog: '/Names << /EmbeddedFiles 3 0 R >>' }), 'scan-active'],
  ['500 pages', () => textPdf(500), 'scan-too-many-pages'],
  ['600 MB packed in 600 KB', () => bombPdf(600 * 1024 * 1024), 'scan-bomb'],
  ['a picture of 60,000 by 60,000', () => bombPng(60_000), 'scan-bomb'],
] as const)('of an upload with %s nothing is kept, and what is there stays', async (_, bytes, refused) => {
  const before = allowed(await seeScans(clerk(), code)).scans
  const pages = [
    { name: 'tốt.pdf', bytes: textPdf(1) },
    { name: 'giấy.pdf', bytes: bytes() },
  ]
  expect(await digitise(clerk(), code, given(), pages)).toMatchObject({
    refused,
    facts: { name: 'giấy.pdf' },
  })
  expect(allowed(await seeScans(clerk(), code)).scans).toEqual(before)
})

test('a held copy is found by the owner’s number and reused without copying; each look is recorded', async () => {
  const earlier = allowed(await seeScans(clerk(), code)).scans.find((one) => one.copy?.certified)
  if (!earlier) throw new Error('the first test certified one')
  const { code: later } = await received(hall)
  const looked = allowed(await seeHeldCopies(clerk(), later))
  expect(looked.copies.find(({ scan }) => scan === earlier.id)).toMatchObject({
    code,
    component,
    whyNot: null,
  })
  const director = hall.deskOf('director', 'HCC')
  for (const of of [code, later])
    expect(allowed(await seeAccess(director, of)).map(({ what }) => what)).toContain('see-held-copies')
  const contents = () => opened.ownerCentre.db.selectFrom('scan_content').select('sha256').execute()
  const before = (await contents()).length
  const reuse = { id: newId(), from: earlier.id, component, purpose: 'Giải quyết hồ sơ mới' }
  for (const _ of ['once', 'again']) expect(await reuseCopy(clerk(), later, reuse)).toBe(true)
  expect((await contents()).length).toBe(before)
  expect(await statusOf(later)).toBe(2)
  const [scan, ...more] = allowed(await seeScans(clerk(), later)).scans
  expect(more).toEqual([])
  expect(scan).toMatchObject({
    sha256: earlier.sha256,
    copy: { reused: { code, purpose: 'Giải quyết hồ sơ mới' } },
  })
  expect(await strikeScan(clerk(), later, { scan: reuse.id, reason: 'Nhầm giấy' })).toBe(true)
  expect(await statusOf(later)).toBe(0)
})

/** A dossier of the same person in which a held copy stands for its first paper, with or without the paper. */
async function withCopy(heldCopy: string, over: Partial<DossierToReceive> = {}, isPaper = false) {
  const complete = await aCompleteDossier(hall, over)
  const none = isPaper ? {} : { original: 0, certified: 0, copy: 0 }
  const components = complete.components.map((one) =>
    one.component === component ? { ...one, ...none, heldCopy } : one,
  )
  return { ...complete, components }
}

test('before a dossier is received a held copy stands for the paper: both are written together, once', async () => {
  const earlier = allowed(await seeScans(clerk(), code)).scans.find((one) => one.copy?.certified)
  if (!earlier) throw new Error('the first test certified one')
  const [applicant] = [(await aCompleteDossier(hall)).applicant]
  const asked = { procedure: '1.004979', idNumber: applicant.idNumber ?? '' }
  expect(allowed(await seeIntake(clerk(), asked)).held.map(({ scan }) => scan)).toContain(earlier.id)

  const given = await withCopy(earlier.id)
  const without = given.components.map((one) => ({ ...one, heldCopy: undefined }))
  expect(await receiveDossier(clerk(), { ...given, id: newId(), components: without })).toMatchObject({
    refused: 'papers-missing',
  })
  const [one, again] = await Promise.all([receiveDossier(clerk(), given), receiveDossier(clerk(), given)])
  const receipt = allowed(one)
  expect(again).toEqual(receipt)
  expect(await receiveDossier(clerk(), given)).toEqual(receipt)
  expect(await statusOf(receipt.code)).toBe(2)
  const [scan, ...more] = allowed(await seeScans(clerk(), receipt.code)).scans
  expect(more).toEqual([])
  expect(scan?.copy?.reused).toMatchObject({ code, purpose: `Giải quyết hồ sơ ${receipt.code}` })
  const seen = allowed(await seeDossier(clerk(), receipt.code))
  const paper = seen.components.find((one) => one.component === component)
  expect(paper).toMatchObject({ heldCopy: { scan: earlier.id, code }, original: 0, copy: 0 })
  // What is no paper is not carried.
  const lying = seen.papers.lying.flatMap(({ papers }) => papers.map(({ paper: at }) => at))
  expect(lying).not.toContain('0')
  expect(
    allowed(await giveReceipt(clerk(), receipt.code, 'https://hanhchinhcong.example')).length,
  ).toBeGreaterThan(0)
  expect(await checkCentre(opened.centre)).toEqual([])
  // With the paper as well, which a law may still ask to see.
  const both = allowed(await receiveDossier(clerk(), await withCopy(earlier.id, {}, true)))
  expect(await statusOf(both.code)).toBe(2)
})

test('a copy of somebody else, one that is gone, and none at all: nothing is received', async () => {
  const [earlier] = allowed(await seeScans(clerk(), code)).scans
  const dossiers = async () =>
    (await opened.ownerCentre.db.selectFrom('dossier').select('id').execute()).length
  const before = await dossiers()
  const other = {
    kind: 'citizen',
    name: 'Nguyễn Thị Hương',
    idNumber: '022188005678',
    phone: null,
    address: null,
  } as const
  const tries = async (scan: string, over: Partial<DossierToReceive> = {}) =>
    receiveDossier(clerk(), await withCopy(scan, over))
  expect(await tries(earlier?.id ?? '', { owner: other })).toMatchObject({
    refused: 'copy-not-reusable',
    facts: { why: 'other-owner' },
  })
  const nobody = { ...other, idNumber: null }
  expect(await tries(earlier?.id ?? '', { owner: nobody })).toMatchObject({ refused: 'copy-not-reusable' })
  expect(await tries(newId())).toMatchObject({ refused: 'no-such-scan' })
  expect(await dossiers()).toBe(before)
})

test('somebody else’s copy, one that has run out and one never compared are not reused', async () => {
  const other = {
    kind: 'citizen',
    name: 'Nguyễn Thị Hương',
    idNumber: '022188005678',
    phone: null,
    address: null,
  } as const
  const theirs = (await received(hall, { applicant: other })).code
  expect(allowed(await seeHeldCopies(clerk(), theirs)).copies).toEqual([])
  const [earlier] = allowed(await seeScans(clerk(), code)).scans
  const reuse = (from: string) => ({ id: newId(), from, component, purpose: 'x' })
  expect(await reuseCopy(clerk(), theirs, reuse(earlier?.id ?? ''))).toMatchObject({
    refused: 'copy-not-reusable',
    facts: { why: 'other-owner' },
  })
  const own = (await received(hall, { applicant: other })).code
  const result = given({ component: RESULT_COMPONENT })
  await digitise(clerk(), own, result, [{ name: 'kq.pdf', bytes: textPdf(1) }])
  expect(await reuseCopy(clerk(), theirs, reuse(result.id))).toMatchObject({ refused: 'no-such-scan' })
  await certifyCopy(clerk(), own, certifying(result.id, { validUntil: '2019-03-05' }))
  const tomorrow = hall.deskOf('clerk', 'HCC-TN', EIGHT.add({ hours: 24 }))
  expect(await reuseCopy(tomorrow, theirs, reuse(result.id))).toMatchObject({ facts: { why: 'run-out' } })
  expect(await reuseCopy(clerk(), theirs, reuse(result.id))).toBe(true)
  expect(await statusOf(theirs)).toBe(3)
})

test('only who receives at the place of receipt digitises, certifies and looks', async () => {
  for (const desk of [hall.deskOf('handler', 'TCKH'), hall.deskOf('director', 'HCC')]) {
    const refused = { refused: 'not-permitted' }
    expect(await digitise(desk, code, given(), [{ name: 'a.pdf', bytes: textPdf(1) }])).toMatchObject(refused)
    expect(await certifyCopy(desk, code, certifying(newId()))).toMatchObject(refused)
    expect(await seeHeldCopies(desk, code)).toMatchObject(refused)
  }
})
