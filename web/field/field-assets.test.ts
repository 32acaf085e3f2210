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
