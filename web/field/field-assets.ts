import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { type Asset, asset, small } from '../look/assets.ts'
import { assets } from '../page.tsx'
import { FIELD, FIELD_MANIFEST } from './addresses.ts'

/** As a web manifest names it. */
export interface AppIcon {
  readonly src: string
  readonly sizes: string
  readonly type: 'image/png'
  readonly purpose: 'any' | 'maskable'
}

/** What the field app is made of, besides what every page has. */
export interface FieldAssets {
  readonly script: string
  readonly stylesheet: string
  /** Reads QR codes where the browser cannot. */
  readonly codeReader: string
  /** Drawn from `web/look/mot-cua.svg`, for home screens that take no SVG; the maskable one is red to its edge. */
  readonly icons: readonly AppIcon[]
  /** The service worker, with the list of all it keeps. */
  readonly worker: Uint8Array<ArrayBuffer>
  /** Every address that works without a network. */
  readonly kept: readonly string[]
  find(path: string): Asset | undefined
}

const ROOM = new URL('../../field/', import.meta.url)
const SCRIPT = 'text/javascript; charset=utf-8'
let made: FieldAssets | undefined

/** Made when the first device asks: most starts of the program serve none. */
export function fieldAssets(): FieldAssets {
  made ??= readFieldAssets()
  return made
}

function readFieldAssets(): FieldAssets {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const script = asset('thuc-dia', 'js', SCRIPT, bundle('app.tsx'))
  const codeReader = asset('thuc-dia-ma', 'wasm', 'application/wasm', readFileSync(wasm))
  const styles = ['screens.css', 'field.css'].map((name) => readFileSync(new URL(name, ROOM), 'utf8'))
  const stylesheet = asset('thuc-dia', 'css', 'text/css; charset=utf-8', Buffer.from(small(styles)))
  const icons = (
    [
      ['thuc-dia-192', 192, 'any'],
      ['thuc-dia-512', 512, 'any'],
      ['thuc-dia-maskable', 512, 'maskable'],
    ] as const
  ).map(([name, side, purpose]) => {
    const file = asset(name, 'png', 'image/png', readFileSync(new URL(`icons/${name}.png`, ROOM)))
    return { file, named: { src: file.path, sizes: `${side}x${side}`, type: 'image/png' as const, purpose } }
  })
  const own = [script, codeReader, stylesheet, ...icons.map(({ file }) => file)]
  const kept = [
    FIELD,
    FIELD_MANIFEST,
    ...own.map(({ path }) => path),
    assets.stylesheet,
    assets.pageLooker,
    assets.icon,
    ...assets.preloaded,
  ]
  const all = new Map(own.map((one) => [one.path, one]))
  return {
    script: script.path,
    stylesheet: stylesheet.path,
    codeReader: codeReader.path,
    icons: icons.map(({ named }) => named),
    worker: new Uint8Array(bundle('service-worker.ts', { KEPT: kept, VERSION: versionOf(kept) })),
    kept,
    find: (path) => all.get(path),
  }
}

/** Addresses are named by their content, but those of the shell and the manifest: what they say counts as well. */
function versionOf(kept: readonly string[]): string {
  const shell = readFileSync(new URL('field-pages.tsx', import.meta.url))
  return createHash('sha256').update(kept.join('\n')).update(shell).digest('base64url').slice(0, 12)
}

function bundle(name: string, known: { readonly [name: string]: unknown } = {}): Buffer {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(name, ROOM))],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    write: false,
    legalComments: 'none',
    define: Object.fromEntries(Object.entries(known).map(([key, value]) => [key, JSON.stringify(value)])),
  })
  return Buffer.from(outputFiles[0]?.contents ?? [])
}
