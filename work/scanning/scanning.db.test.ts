import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWhole, mediaTypeOf } from '#domain/digitising/media-type.ts'
import { isRefusal } from '#domain/outcome.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aCompleteDossier, aHall, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { checkScans } from '../checks/check-scans.ts'
import { seeAccess } from '../reading/see-access.ts'
import { attachScan } from './attach-scan.ts'
import { bombPng, photo, textPdf } from '#papers/digitising/bad-files.ts'
import { seeScan, seeScans } from './see-scans.ts'
import { strikeScan } from './strike-scan.ts'

const PDF = textPdf(1)
const PNG = await photo({ format: 'png' })

let opened: TestCentre
let hall: Hall
let code: string

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  const receipt = await receiveDossier(hall.deskOf('clerk', 'HCC-TN'), await aCompleteDossier(hall))
  if (isRefusal(receipt)) throw new Error(JSON.stringify(receipt))
  code = receipt.code
})
afterAll(() => opened.close())

const clerk = () => hall.deskOf('clerk', 'HCC-TN')
const aScan = (over = {}) => ({ id: newId(), name: 'đơn.pdf', component: null, ...over })

async function scans() {
  const seen = await seeScans(clerk(), code)
  if (isRefusal(seen)) throw new Error(JSON.stringify(seen))
  return seen
}

test('a scan is kept byte for byte, and the same sent twice is one', async () => {
  const given = aScan()
  for (const _ of ['once', 'again']) expect(await attachScan(clerk(), code, given, PDF)).toBe(true)
  expect((await scans()).scans.filter((one) => one.id === given.id)).toHaveLength(1)
  const content = await seeScan(clerk(), code, given.id)
  if (isRefusal(content)) throw new Error('not seen')
  expect(Buffer.compare(content.bytes, PDF)).toBe(0)
  expect(await attachScan(clerk(), code, given, PNG)).toMatchObject({ refused: 'command-id-reused' })
})

test('a paper of the case counts as scanned while a scan of it stands', async () => {
  const [paper] = (await scans()).papers
  if (!paper) throw new Error('a case without papers')
  expect(paper.isScanned).toBe(false)
  const given = aScan({ component: paper.key })
  await attachScan(clerk(), code, given, PNG)
  expect((await scans()).papers[0]?.isScanned).toBe(true)
  const struck = { scan: given.id, reason: 'Nhầm hồ sơ' }
  for (const _ of ['once', 'again']) expect(await strikeScan(clerk(), code, struck)).toBe(true)
  const seen = await scans()
  expect(seen.papers[0]?.isScanned).toBe(false)
  expect(seen.scans.find((one) => one.id === given.id)?.struck).toBe('Nhầm hồ sơ')
})

test('people of another unit neither see nor add; what is seen is recorded', async () => {
  const elsewhere = hall.deskOf('handler', 'TNMT')
  const given = aScan()
  expect(await attachScan(elsewhere, code, given, PDF)).toMatchObject({ refused: 'not-permitted' })
  expect(await seeScans(elsewhere, code)).toMatchObject({ refused: 'not-permitted' })
  await attachScan(clerk(), code, given, PDF)
  expect(await seeScan(elsewhere, code, given.id)).toMatchObject({ refused: 'not-permitted' })
  expect(await strikeScan(elsewhere, code, { scan: given.id, reason: 'x' })).toMatchObject({
    refused: 'not-permitted',
  })
  await seeScan(hall.deskOf('handler', 'TCKH'), code, given.id)
  const accesses = await seeAccess(hall.deskOf('director', 'HCC'), code)
  if (isRefusal(accesses)) throw new Error('no accesses')
  expect(JSON.stringify(accesses)).toContain('see-paper')
  const other = await receiveDossier(clerk(), await aCompleteDossier(hall))
  if (isRefusal(other)) throw new Error('not received')
  expect(await seeScan(clerk(), other.code, given.id)).toMatchObject({ refused: 'no-such-scan' })
})

test.each([
  ['a letter', Buffer.from('Kính gửi'), 'scan-of-no-kind'],
  ['nothing', Buffer.alloc(0), 'scan-empty'],
  ['a page with script', Buffer.from('<svg onload="x">'), 'scan-of-no-kind'],
  ['half a PDF', PDF.subarray(0, 12), 'scan-cut-off'],
  ['a PDF with a password', textPdf(1, { trailer: '/Encrypt 3 0 R' }), 'scan-locked'],
  ['a PDF in name only', Buffer.from('%PDF-1.7\nthư\n%%EOF'), 'scan-unreadable'],
  ['a PDF with a script', textPdf(1, { catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), 'scan-active'],
  ['a picture as large as a field', bombPng(60_000), 'scan-bomb'],
  ['more than anybody scans', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]), 'scan-too-large'],
])('%s is refused, and nothing of it is kept', async (_, bytes, refused) => {
  const before = (await scans()).scans.length
  expect(await attachScan(clerk(), code, aScan(), bytes)).toMatchObject({ refused })
  expect((await scans()).scans).toHaveLength(before)
})

test('a scan whose bytes have changed where they lie is found at night, with its dossier', async () => {
  const bytes = textPdf(3)
  await attachScan(clerk(), code, aScan(), bytes)
  expect(await checkScans(opened.centre)).toEqual([])
  const change = (from: Buffer, to: Buffer) =>
    opened.ownerCentre.db
      .updateTable('scan_content')
      .set({ bytes: to })
      .where('bytes', '=', from)
      .executeTakeFirst()
  const rotten = Buffer.concat([bytes, Buffer.from(' ')])
  await change(bytes, rotten)
  expect(await checkScans(opened.centre)).toMatchObject([{ promise: 'scan-unchanged', code }])
  await change(rotten, bytes)
  expect(await checkScans(opened.centre)).toEqual([])
})

test('a file is taken for what it holds, never for something a browser would run', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const type = mediaTypeOf(bytes)
      expect([null, 'application/pdf', 'image/jpeg', 'image/png']).toContain(type)
      if (type === null) return
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/^(?:%PDF-|\u00ff\u00d8\u00ff|\u0089PNG)/)
    }),
  )
  expect(isWhole(PDF, 'application/pdf')).toBe(true)
})
