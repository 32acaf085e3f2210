import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, expect, test, vi } from 'vitest'
import { toMoment } from '#domain/calendar/moment.ts'
import { faultsOfPage } from '#domain/digitising/page-quality.ts'
import { bombJpeg, bombPdf, bombPng, pdfOf, photo, textPdf } from './bad-files.ts'
import type { UploadedFile } from './look-into.ts'
import { lookInto, makeCopy } from './make-copy.ts'

const ASKED = {
  title: 'Đơn đề nghị',
  office: 'Bộ phận Tiếp nhận và Trả kết quả',
  madeAt: toMoment(Temporal.Instant.from('2019-03-05T01:00:00Z')),
}
// Pages are drawn and packed: seconds, where other things run beside.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-copy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
const file = (kind: keyof typeof TYPES, bytes: Uint8Array, turn = 0): UploadedFile => {
  return { name: `giấy.${kind}`, mediaType: TYPES[kind], bytes, turn }
}

test('photographs and PDFs become one PDF/A-2b, page after page, and the same files give the same bytes', async () => {
  const files = [
    file('jpeg', await photo(), 90),
    file('pdf', textPdf(2)),
    file('png', await photo({ format: 'png' })),
  ]
  const made = await makeCopy(files, ASKED)
  if (made.fault !== undefined) throw new Error(made.fault)
  expect(made.pages).toHaveLength(4)
  expect(made.pages.flatMap(faultsOfPage)).toEqual([])
  const path = join(folder, 'copy.pdf')
  writeFileSync(path, made.pdf)
  const info = execFileSync('pdfinfo', ['-l', '4', path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(info).toMatch(/Title:\s+Đơn đề nghị/)
  expect(info).toMatch(/Pages:\s+4/)
  expect(info).toMatch(/Encrypted:\s+no/)
  expect(info).toMatch(/JavaScript:\s+no/)
  expect(info).toMatch(/Page +1 size:\s+841.89 x 595.276/)
  expect(info).toMatch(/Page +2 size:\s+59[45]/)
  const xmp = Buffer.from(made.pdf).toString('latin1')
  expect(xmp).toMatch(/pdfaid:part>2</)
  expect(xmp).toMatch(/pdfaid:conformance>B</)
  expect(xmp).toContain('/OutputIntent')
  expect(execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(2)
  const again = await makeCopy(files, ASKED)
  expect(again.fault === undefined && Buffer.compare(again.pdf, made.pdf)).toBe(0)
})

test.each([
  ['an empty sheet', { lines: 0 }, ['blank']],
  ['a shaking hand', { blur: 8 }, ['blurred']],
  ['no light', { light: 0.25 }, ['too-dark']],
  ['a picture from a chat', { width: 300, height: 420 }, ['too-small']],
] as const)('what was measured tells %s', async (_, how, faults) => {
  const made = await makeCopy([file('jpeg', await photo(how))], ASKED)
  if (made.fault !== undefined) throw new Error(made.fault)
  expect(made.pages.flatMap(faultsOfPage)).toEqual(faults)
})

const packedScript = pdfOf([
  { dict: '/Type /Catalog /Pages 2 0 R' },
  { dict: '/Type /Pages /Kids [] /Count 0' },
  {
    dict: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
    stream: deflateSync('4 0 << /S /JavaScript /JS (app.launchURL) >>'),
  },
])
const twicePacked = pdfOf([
  { dict: '/Type /Catalog /Pages 2 0 R' },
  { dict: '/Type /Pages /Kids [] /Count 0' },
  { dict: '/Filter [/FlateDecode /FlateDecode]', stream: deflateSync(deflateSync(Buffer.alloc(10_000_000))) },
])
const hugePicture = pdfOf([
  { dict: '/Type /Catalog /Pages 2 0 R' },
  { dict: '/Type /Pages /Kids [] /Count 0' },
  { dict: '/Subtype /Image /Width 60000 /Height 60000 /Filter /DCTDecode', stream: Buffer.from('x') },
])

test.each([
  [
    'a script when opened',
    'pdf',
    textPdf(1, { catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }),
    'active',
  ],
  [
    'a script with a name in disguise',
    'pdf',
    textPdf(1, { catalog: '/OpenAction << /S /J#61vaScript >>' }),
    'active',
  ],
  ['a script among packed objects', 'pdf', packedScript, 'active'],
  ['a program to launch', 'pdf', textPdf(1, { page: '/AA << /O << /S /Launch /F (cmd) >> >>' }), 'active'],
  ['a file inside', 'pdf', textPdf(1, { catalog: '/Names << /EmbeddedFiles 3 0 R >>' }), 'active'],
  ['a password', 'pdf', textPdf(1, { trailer: '/Encrypt 3 0 R' }), 'locked'],
  ['a content of 600 MB', 'pdf', bombPdf(600 * 1024 * 1024), 'bomb'],
  ['a content packed twice', 'pdf', twicePacked, 'bomb'],
  ['a picture larger than a field', 'pdf', hugePicture, 'bomb'],
  ['500 pages', 'pdf', textPdf(500), 'too-many-pages'],
  ['nothing that is a PDF', 'pdf', Buffer.from('%PDF-1.7 thư %%EOF'), 'unreadable'],
  ['60,000 by 60,000 dots', 'png', bombPng(60_000), 'bomb'],
  ['65,000 by 65,000 dots', 'jpeg', await bombJpeg(), 'bomb'],
  ['half a picture', 'jpeg', (await photo()).subarray(0, 9000), 'unreadable'],
] as const)('a file with %s is refused', async (_, kind, bytes, fault) => {
  expect(await makeCopy([file(kind, bytes)], ASKED)).toMatchObject({ fault, name: `giấy.${kind}` })
})

test('what is kept byte for byte is looked into as well', async () => {
  expect(await lookInto([file('pdf', textPdf(2)), file('png', await photo({ format: 'png' }))])).toBeNull()
  expect(await lookInto([file('pdf', textPdf(60)), file('pdf', textPdf(60))])).toMatchObject({
    fault: 'too-many-pages',
    pages: 120,
  })
})
