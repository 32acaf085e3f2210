import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { buildSync } from 'esbuild'

/** What the browser is given beside a page: named by its content, so that it may be kept for ever. */
export interface Asset {
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Compressed when it is first asked for, then kept; a font is compressed already. */
  readonly encoded?: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>
}

export type Encoding = 'br' | 'gzip'

export interface Assets {
  readonly stylesheet: string
  /** What the desk's pages take besides. */
  readonly deskStylesheet: string
  readonly deskScript: string
  /** For the page where people sign in. */
  readonly signInScript: string
  /** For the machine in the hall. */
  readonly kioskStylesheet: string
  readonly kioskScript: string
  /** For the page where a citizen chooses how to be told. */
  readonly noticesScript: string
  /** What a browser wakes for a push; asked for by an address that stays. */
  readonly pushWorker: Asset
  /** For the page of a paper that is handed in. */
  readonly paperScript: string
  /** Fetched by it when there is a picture to be looked at. */
  readonly pageLooker: string
  /** For the public pages that have a search box. */
  readonly portalScript: string
  /** Fetched by the desk's script when there is a PDF to be shown. */
  readonly pdfReader: string
  readonly pdfWorker: string
  readonly icon: string
  /** The fonts a Vietnamese page needs at once. */
  readonly preloaded: readonly string[]
  find(path: string): Asset | undefined
}

const DESIGN_SYSTEM = '@digdir/designsystemet-css'
const FONT = '@fontsource/be-vietnam-pro'
const LAYERS = {
  'ds.base': ['base', 'heading', 'paragraph', 'label'],
  'ds.components': [
    'link',
    'button',
    'input',
    'field',
    'details',
    'table',
    'error-summary',
    'skip-link',
    'tag',
    'alert',
    'fieldset',
  ],
} as const
const DESK_LAYERS = { 'ds.components': ['badge', 'dialog'] } as const

/** Two weights; the heavier stands for medium and bold too, so that nothing is thickened by the browser. */
const WEIGHTS = { 400: '400', 600: '500 700' } as const
/** As `@fontsource` divides the family; the extended Latin subset has no letter that Vietnamese or English lack. */
const SUBSETS = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const

const packages = createRequire(import.meta.url)

/**
 * Reads the styles and fonts once, at start. `theme.css` is made from `theme.json` by
 * `designsystemet tokens create --config web/look/theme.json` and `designsystemet tokens build -t data/theme-tokens`.
 */
export function readAssets(): Assets {
  const fonts = readFonts()
  const stylesheet = asset('mot-cua', 'css', 'text/css; charset=utf-8', Buffer.from(styles(fonts)))
  const icon = asset('mot-cua', 'svg', 'image/svg+xml', readFileSync(new URL('mot-cua.svg', import.meta.url)))
  const deskStylesheet = asset('ban', 'css', stylesheet.type, Buffer.from(deskStyles()))
  const deskScript = asset('ban', 'js', 'text/javascript; charset=utf-8', script('desk.ts'))
  const signInScript = asset('dang-nhap', 'js', deskScript.type, script('sign-in.ts'))
  const kioskStylesheet = asset('ki-ot', 'css', stylesheet.type, Buffer.from(small([own('kiosk.css')])))
  const kioskScript = asset('ki-ot', 'js', deskScript.type, script('kiosk.ts'))
  const noticesScript = asset('bao-tin', 'js', deskScript.type, script('notices.ts'))
  const pushWorker = asset('nhan-tin', 'js', deskScript.type, script('push-worker.ts'))
  const paperScript = asset('giay-to', 'js', deskScript.type, script('paper.ts'))
  const pageLooker = asset('xem-anh', 'js', deskScript.type, script('page-looker.ts'))
  const portalScript = asset('cong', 'js', deskScript.type, script('portal.ts'))
  const pdf = (name: string) =>
    asset(name, 'mjs', deskScript.type, readFileSync(packages.resolve(`pdfjs-dist/build/${name}.min.mjs`)))
  const [pdfReader, pdfWorker] = [pdf('pdf'), pdf('pdf.worker')]
  const files = [
    stylesheet,
    deskStylesheet,
    deskScript,
    signInScript,
    paperScript,
    pageLooker,
    portalScript,
    noticesScript,
    kioskStylesheet,
    kioskScript,
    pdfReader,
    pdfWorker,
    icon,
    ...fonts.map((one) => one.file),
  ]
  const all = new Map(files.map((one) => [one.path, one]))
  return {
    stylesheet: stylesheet.path,
    deskStylesheet: deskStylesheet.path,
    deskScript: deskScript.path,
    signInScript: signInScript.path,
    paperScript: paperScript.path,
    pageLooker: pageLooker.path,
    portalScript: portalScript.path,
    noticesScript: noticesScript.path,
    kioskStylesheet: kioskStylesheet.path,
    kioskScript: kioskScript.path,
    pushWorker,
    pdfReader: pdfReader.path,
    pdfWorker: pdfWorker.path,
    icon: icon.path,
    preloaded: fonts.map((one) => one.file.path),
    find: (path) => all.get(path),
  }
}

interface Font {
  readonly weight: string
  readonly range: string
  readonly file: Asset
}

function readFonts(): Font[] {
  return Object.entries(WEIGHTS).flatMap(([weight, stands]) =>
    Object.entries(SUBSETS).map(([subset, range]) => {
      const name = `be-vietnam-pro-${subset}-${weight}-normal`
      const bytes = readFileSync(packages.resolve(`${FONT}/files/${name}.woff2`))
      return { weight: stands, range, file: asset(`${subset}-${weight}`, 'woff2', 'font/woff2', bytes) }
    }),
  )
}

function styles(fonts: readonly Font[]): string {
  const faces = fonts.map(
    ({ weight, range, file }) =>
      `@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:swap;font-weight:${weight};` +
      `src:url(${file.path}) format("woff2");unicode-range:${range}}`,
  )
  const order = '@layer ds.theme,ds.base,ds.components;'
  return small([
    order,
    ...faces,
    own('theme.css').replace('@charset "UTF-8";', ''),
    ...layered(LAYERS),
    own('mot-cua.css'),
  ])
}

/** The frame of the desk, then each page's own rules, in the order of their names. */
function deskStyles(): string {
  const names = readdirSync(new URL('desk', import.meta.url)).filter((name) => name.endsWith('.css'))
  return small([
    ...layered(DESK_LAYERS),
    own('desk.css'),
    ...names.toSorted().map((name) => own(`desk/${name}`)),
  ])
}

function layered(layers: { readonly [layer: string]: readonly string[] }): string[] {
  return Object.entries(layers).map(([layer, parts]) => {
    const rules = parts.map((part) => readFileSync(packages.resolve(`${DESIGN_SYSTEM}/${part}.css`), 'utf8'))
    return `@layer ${layer}{${rules.join('')}}`
  })
}

function own(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** A script of `web/islands/` with all that it imports, in one file. */
function script(name: string): Buffer {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`../islands/${name}`, import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    legalComments: 'none',
  })
  return Buffer.from(outputFiles[0]?.contents ?? [])
}

/** Comments and needless white space out: compression does the rest. */
export function small(parts: readonly string[]): string {
  return parts
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
}

export function asset(name: string, ending: string, type: string, content: Buffer): Asset {
  const bytes = new Uint8Array(content)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
  const path = `/assets/${name}-${hash}.${ending}`
  if (ending === 'woff2') return { path, type, bytes }
  const made: { [one in Encoding]?: Promise<Uint8Array<ArrayBuffer>> } = {}
  return { path, type, bytes, encoded: (encoding) => (made[encoding] ??= compressed(bytes, encoding)) }
}

const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)]

async function compressed(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  // The last tenth of a megabyte is not worth the second that who asks first would wait.
  const isLarge = bytes.length > 200_000
  return new Uint8Array(
    encoding === 'br'
      ? await asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: isLarge ? 5 : 11 } })
      : await asGzip(bytes, { level: isLarge ? 6 : 9 }),
  )
}
