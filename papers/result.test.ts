import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { markText } from '#domain/dossier/result-mark.ts'
import { aResult } from './a-result.ts'
import { printResultOnPaper } from './result.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-result-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What another reader than ours finds on each page of a print. */
async function marksOn(bytes: Uint8Array, pages: number): Promise<(string | undefined)[]> {
  writeFileSync(join(folder, 'print.pdf'), bytes)
  execFileSync('pdftoppm', ['-r', '200', '-png', join(folder, 'print.pdf'), join(folder, 'page')])
  const found = Array.from({ length: pages }, async (_, place) => {
    const { data, info } = await sharp(join(folder, `page-${place + 1}.png`))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data
  })
  return Promise.all(found)
}

test('every page that is signed by hand bears the mark of its dossier, its print and its place, and nothing of a person', async () => {
  const result = aResult({ paragraphs: 24 })
  const { bytes, print, pages } = printResultOnPaper(result)
  expect(pages).toBe(4)
  const { code } = result.data
  expect(await marksOn(bytes, pages)).toEqual(
    [1, 2, 3, 4].map((page) => markText({ code, print, page, pages })),
  )
})

test('the same data and moment are the same print; what another person signs, or says more, is another', () => {
  const { print, bytes } = printResultOnPaper(aResult())
  const again = printResultOnPaper(aResult())
  expect([again.print, Buffer.compare(again.bytes, bytes)]).toEqual([print, 0])
  expect(printResultOnPaper(aResult({ signer: 'Tạ Văn Quân' })).print).not.toBe(print)
  expect(printResultOnPaper(aResult({ paragraphs: 2 })).print).not.toBe(print)
})
