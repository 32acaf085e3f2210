import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { assets } from '../page.tsx'
import { FIELD, FIELD_MANIFEST } from './addresses.ts'
import { fieldAssets } from './field-assets.ts'

test('everything the app is made of is kept on the device, and nothing that is not there', () => {
  const { kept, script, stylesheet, codeReader, worker, find } = fieldAssets()
  for (const path of [
    FIELD,
    FIELD_MANIFEST,
    script,
    stylesheet,
    codeReader,
    assets.stylesheet,
    assets.pageLooker,
  ])
    expect(kept).toContain(path)
  const files = kept.filter((path) => path.startsWith('/assets/'))
  expect(files.filter((path) => !find(path) && !assets.find(path))).toEqual([])
  expect(files).toHaveLength(kept.length - 2)
  const text = new TextDecoder().decode(worker)
  expect(kept.filter((path) => !text.includes(JSON.stringify(path)))).toEqual([])
})

test('every file that its script and styles name is kept too', () => {
  const { kept, script, stylesheet, find } = fieldAssets()
  const textOf = (path: string) => new TextDecoder().decode((find(path) ?? assets.find(path))?.bytes)
  const named = [script, stylesheet, assets.stylesheet].flatMap(
    (path) => textOf(path).match(/\/assets\/[\w.-]+/g) ?? [],
  )
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((path) => !kept.includes(path))).toEqual([])
})

test('each icon is as large as the manifest says, and shows the mark of the house as it is drawn today', async () => {
  const { icons, find } = fieldAssets()
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
  const mark = readFileSync(new URL('../look/mot-cua.svg', import.meta.url), 'utf8')
  for (const { src, sizes, purpose } of icons) {
    // By what its name begins with an asset of the app is told from those of the pages.
    expect(src).toMatch(/^\/assets\/thuc-dia-/)
    const kept = sharp(find(src)?.bytes)
    const { width, height } = await kept.metadata()
    expect(`${width}x${height}`).toBe(sizes)
    const drawn = purpose === 'maskable' ? mark.replace(' rx="8"', '') : mark
    expect(await farthest(kept, sharp(Buffer.from(drawn), { density: (72 * width) / 36 }))).toBeLessThan(40)
  }
})

/** How far the two pictures are apart where they are farthest, of 255; edges are smoothed a little otherwise. */
async function farthest(one: Sharp, other: Sharp): Promise<number> {
  const small = (picture: Sharp) => picture.resize(48, 48).flatten({ background: '#fff' }).raw().toBuffer()
  const [left, right] = await Promise.all([small(one), small(other)])
  expect(left.length).toBe(right.length)
  return left.reduce((most, value, at) => Math.max(most, Math.abs(value - (right[at] ?? 0))), 0)
}
