import type { Context } from 'hono'
import { answerDocument, assets } from '../page.tsx'
import { LOOK_UP } from '../portal/key-cookie.tsx'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'
import { FIELD, FIELD_MANIFEST, FIELD_WORKER } from './addresses.ts'
import { fieldAssets } from './field-assets.ts'

/** From here alone; the reader of QR codes is WebAssembly, pictures that were just taken are blobs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
const PERMISSIONS = 'camera=(self), bluetooth=(self), usb=(self), microphone=(), geolocation=(), payment=()'

/** The shell of the field app: nothing of a person is in it, and nobody has to be signed in. */
export async function fieldShell(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  c.header('Permissions-Policy', PERMISSIONS)
  const title = visit.words.fieldFrame.appTitle
  return answerDocument(visit, { title, main: null }, POLICY, <Shell visit={visit} />)
}

function Shell({ visit: { words, centre } }: { visit: Visit }) {
  const { script, stylesheet, codeReader } = fieldAssets()
  const said = words.fieldFrame
  return (
    <html lang={words.language} data-color-scheme="light" data-color="accent">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${said.appTitle} – ${centre.name}`}</title>
        <meta name="theme-color" content="#8C1D2F" />
        <meta name="robots" content="noindex" />
        <link rel="manifest" href={FIELD_MANIFEST} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="stylesheet" href={stylesheet} />
        <script type="module" src={script} />
      </head>
      <body>
        <main
          id="thuc-dia"
          data-looker={assets.pageLooker}
          data-code-reader={codeReader}
          data-look-up={LOOK_UP}
          data-centre={centre.name}
          data-worker={FIELD_WORKER}
        >
          <noscript>
            <p>{said.needsScript}</p>
          </noscript>
        </main>
      </body>
    </html>
  )
}

/** The worker that keeps the app on the device; looked for anew each time, as its address stays. */
export function fieldWorker(c: Context): Response {
  c.header('Content-Type', 'text/javascript; charset=utf-8')
  c.header('Cache-Control', 'no-cache')
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  return c.body(fieldAssets().worker)
}

/** So that it can be put on the home screen. */
export async function fieldManifest(c: Context, doors: WebDoors): Promise<Response> {
  const { words, centre } = await visitOf(c, doors)
  c.header('Content-Type', 'application/manifest+json; charset=utf-8')
  c.header('Cache-Control', 'no-cache')
  return c.body(
    JSON.stringify({
      id: FIELD,
      name: `${words.fieldFrame.appTitle} – ${centre.name}`,
      short_name: words.fieldFrame.appTitle,
      lang: words.language,
      start_url: FIELD,
      scope: FIELD,
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#8C1D2F',
      icons: [
        { src: assets.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ...fieldAssets().icons,
      ],
    }),
  )
}
