import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aResult } from '../a-result.ts'
import { printResultOnPaper } from '../result.ts'
import { blankSheet, feederPdf, scanned, type ScanWay } from './a-scan.ts'
import { bombPdf, bombPng, photo, textPdf } from './bad-files.ts'
import type { UploadedFile } from './look-into.ts'
import { takeApart } from './take-apart.ts'
import type { TakenApart } from './taken-apart.ts'

// Pages are drawn, read and packed: seconds, where other things run beside.
vi.setConfig({ testTimeout: 60_000 })

const ASKED = { title: 'Kết quả đã đóng dấu', office: 'Văn thư', madeAt: '2019-03-05T03:00:00.000Z' }
const ONE = { code: '000.00.12.H49-190305-0001' }
const LONG = { code: '000.00.12.H49-190305-0002', paragraphs: 9 }
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-stack-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
const file = (kind: keyof typeof TYPES, bytes: Uint8Array): UploadedFile => {
  return { name: `quét.${kind}`, mediaType: TYPES[kind], bytes, turn: 0 }
}
const printed = (over: Parameters<typeof aResult>[0]) => printResultOnPaper(aResult(over))
const pagesOf = (over: Parameters<typeof aResult>[0], way?: ScanWay) => scanned(printed(over).bytes, way)

async function apart(...files: UploadedFile[]) {
  const taken = await takeApart(files, ASKED)
  if (taken.fault !== undefined) throw new Error(taken.fault)
  return taken
}

/** Where the mark stands on the first page of a copy, as a share of its width and height: by the ink of the corners. */
async function inkOfCorners(pdf: Uint8Array): Promise<{ readonly [corner: string]: number }> {
  writeFileSync(join(folder, 'copy.pdf'), pdf)
  const told = ['-r', '60', '-gray', '-png', '-singlefile', join(folder, 'copy.pdf'), join(folder, 'copy')]
  execFileSync('pdftoppm', told)
  const page = sharp(join(folder, 'copy.png'))
  const { width, height } = await page.metadata()
  const size = { width: Math.round(width * 0.15), height: Math.round(height * 0.1) }
  const corners = { 'top left': [0, 0], 'bottom left': [0, 1], 'top right': [1, 0], 'bottom right': [1, 1] }
  const inks = Object.entries(corners).map(async ([name, [x = 0, y = 0]]) => {
    const at = { left: x * (width - size.width), top: y * (height - size.height), ...size }
    const { channels } = await sharp(await page.clone().extract(at).png().toBuffer()).stats()
    return [name, 255 - (channels[0]?.mean ?? 255)] as const
  })
  return Object.fromEntries(await Promise.all(inks))
}

describe('a mark is read', () => {
  const WAYS: { readonly [way: string]: ScanWay } = {
    'at 300 dots': { dpi: 300 },
    'at 150 dots': {},
    'upside down': { turned: 180, dpi: 200 },
    'lying on its side': { turned: 90 },
    'lying on the other side': { turned: 270 },
    crooked: { turned: 3.5 },
    'crooked and upside down': { turned: 176, dpi: 200 },
    'of grainy paper in bad light': { grain: 40, blur: 0.6, quality: 45 },
    'grainy, crooked, upside down': { grain: 40, blur: 0.6, quality: 45, turned: 178 },
  }
  const codeOf = (way: string) => `000.00.12.H49-190305-1${Object.keys(WAYS).indexOf(way)}00`
  let read: TakenApart
  beforeAll(async () => {
    const pages: Buffer[] = []
    for (const [way, how] of Object.entries(WAYS)) pages.push(...(await pagesOf({ code: codeOf(way) }, how)))
    read = await apart(...pages.map((page) => file('jpeg', page)))
  }, 60_000)

  test.each(Object.keys(WAYS))('%s, and the copy stands upright', async (way) => {
    const code = codeOf(way)
    const piece = read.pieces.find(({ of }) => of?.code === code)
    expect(piece).toMatchObject({ of: { print: printed({ code }).print, pages: 1 }, missing: [], unread: 0 })
    const inks = Object.entries(await inkOfCorners(piece?.pdf ?? Buffer.alloc(0)))
    expect(inks.toSorted(([, one], [, other]) => other - one)[0]?.[0]).toBe('bottom left')
  })
})

test('a stack of several results with blank sheets between, some upside down, comes apart into each', async () => {
  const [one = Buffer.alloc(0)] = await pagesOf(ONE)
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = await pagesOf(LONG, { turned: 180 })
  const stack = await feederPdf([second, await blankSheet(), first, await blankSheet(), one])
  const { pages, pieces } = await apart(file('pdf', stack))
  expect(pages).toBe(5)
  expect(
    pieces.map(({ of, pages: from, missing }) => [of?.code, from.map(({ page }) => page), missing]),
  ).toEqual([
    [LONG.code, [3, 1], []],
    [ONE.code, [5], []],
  ])
  const [long] = pieces
  writeFileSync(join(folder, 'long.pdf'), long?.pdf ?? '')
  const info = execFileSync('pdfinfo', [join(folder, 'long.pdf')], { encoding: 'utf8' })
  expect(info).toMatch(/Pages:\s+2/)
  expect(Buffer.from(long?.pdf ?? []).toString('latin1')).toMatch(/pdfaid:part>2</)
  expect((await sharp(long?.thumbnail).metadata()).width).toBe(360)
})

test('pages that come as pictures, one a file, are one document; what bears no mark of ours is told apart', async () => {
  const pages = await pagesOf(LONG)
  const { pieces } = await apart(
    ...pages.map((page) => file('jpeg', page)),
    file('png', await photo({ format: 'png' })),
  )
  expect(pieces.map(({ of, pages: from }) => [of?.code ?? null, from])).toEqual([
    [
      LONG.code,
      [
        { file: 0, page: 1 },
        { file: 1, page: 1 },
      ],
    ],
    [null, [{ file: 2, page: 1 }]],
  ])
})

test('a page whose mark was stamped over or torn off leaves its document wanting', async () => {
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = await pagesOf(LONG)
  const { width = 0, height = 0 } = await sharp(second).metadata()
  const cover = {
    width: Math.round(width / 5),
    height: Math.round(height / 6),
    channels: 3,
    background: '#fff',
  } as const
  const torn = await sharp(second)
    .composite([{ input: await sharp({ create: cover }).png().toBuffer(), gravity: 'southwest' }])
    .jpeg()
    .toBuffer()
  const { pieces } = await apart(file('pdf', await feederPdf([first, torn])))
  expect(pieces).toMatchObject([{ of: { code: LONG.code, pages: 2 }, missing: [2], unread: 1 }])
  expect(pieces[0]?.pages).toHaveLength(2)
})

test.each([
  ['a content of 600 MB', file('pdf', bombPdf(600 * 1024 * 1024)), 'bomb'],
  ['60,000 by 60,000 dots', file('png', bombPng(60_000)), 'bomb'],
  ['a script', file('pdf', textPdf(1, { catalog: '/OpenAction << /S /JavaScript /JS (x) >>' })), 'active'],
  ['a password', file('pdf', textPdf(1, { trailer: '/Encrypt 3 0 R' })), 'locked'],
  ['500 pages', file('pdf', textPdf(500)), 'too-many-pages'],
  ['half a picture', file('jpeg', (await photo()).subarray(0, 9000)), 'unreadable'],
] as const)('a file with %s is refused as everywhere', async (_, sent, fault) => {
  expect(await takeApart([sent], ASKED)).toMatchObject({ fault, name: sent.name })
})
