import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { readAssets } from './look/assets.ts'
import { DoorMark } from './parts/door-mark.tsx'
import { Link } from './parts/link.tsx'
import { type Frame, inLanguage } from './visit.ts'

/** A page as its view makes it: what stands in the title, and the main part. */
export interface Page {
  readonly title: string
  readonly main: ComponentChildren
  readonly status?: 200 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500
  /** An address to go on to by itself, for the one page that needs it (`portal/look-up.tsx`). */
  readonly goOnTo?: string
  /** The one script of a page outside the desk that has any. */
  readonly script?: string
  /** A page of the desk that shows itself anew when something changes: its lists, or the dossier of its address. */
  readonly live?: 'lists' | 'dossier'
}

export const assets = readAssets()

/** Styles and fonts from here, forms to here, no script at all. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The answer to a visit: the document around the page. */
export function answerPage(visit: Frame, page: Page): Response {
  const policy = page.script ? `${POLICY}; script-src 'self'; connect-src 'self'` : POLICY
  return answerDocument(visit, page, policy, <Document visit={visit} page={page} />)
}

/** A document and the headers that every page has. */
export function answerDocument({ c, words }: Frame, page: Page, policy: string, document: VNode): Response {
  c.header('Content-Security-Policy', policy)
  // `no-referrer` would make browsers send `Origin: null`, which the check against other sites refuses.
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie')
  c.header('Content-Language', words.language)
  return c.html(`<!doctype html>${renderToString(document)}`, page.status ?? 200)
}

function Document({ visit, page }: { visit: Frame; page: Page }) {
  const { words, centre } = visit
  return (
    <html lang={words.language} data-color-scheme="light" data-color="accent">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} – ${centre.name}`}</title>
        {page.goOnTo && <meta http-equiv="refresh" content={`0; url=${page.goOnTo}`} />}
        <meta name="theme-color" content="#8C1D2F" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.preloaded.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        {page.script && <script type="module" src={page.script} />}
      </head>
      <body>
        <a class="ds-skip-link" href="#main">
          {words.site.skip}
        </a>
        {centre.isDemonstration && <Demonstration visit={visit} />}
        <Header visit={visit} />
        <main id="main" tabIndex={-1}>
          {page.main}
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  )
}

/** Says that nothing here is real, where nothing is. */
export function Demonstration({ visit: { words } }: { visit: Frame }) {
  return (
    <aside class="demonstration" aria-label={words.site.demonstration}>
      <p class="wrap">
        <strong>{words.site.demonstration}.</strong> {words.site.demonstrationWhy}
      </p>
    </aside>
  )
}

function Header({ visit }: { visit: Frame }) {
  const { words, url, centre } = visit
  const here = (path: string) => (url.pathname.startsWith(path) ? 'page' : undefined)
  return (
    <header class="top">
      <div class="wrap">
        <a class="logo" href="/">
          <DoorMark />
          <span lang="vi">
            {centre.name}
            <small>{words.site.product}</small>
          </span>
        </a>
        <nav aria-label={words.site.navigation}>
          <a href="/thu-tuc" aria-current={here('/thu-tuc')}>
            {words.site.procedures}
          </a>
          <a href="/tra-cuu" aria-current={here('/tra-cuu')}>
            {words.site.lookUp}
          </a>
          <a href="/so-lieu" aria-current={here('/so-lieu')}>
            {words.site.figures}
          </a>
          <LanguageSwitch visit={visit} />
        </nav>
      </div>
    </header>
  )
}

/** The same page in the other language. */
export function LanguageSwitch({ visit: { words, url } }: { visit: Frame }) {
  const other = words.language === 'vi' ? 'en' : 'vi'
  return (
    <a class="language" href={inLanguage(url, other)} hreflang={other} lang={other}>
      {words.site.otherLanguage}
    </a>
  )
}

function Footer({ visit: { words, centre } }: { visit: Frame }) {
  return (
    <footer class="bottom">
      <div class="wrap">
        <div>
          <h2>{words.site.helpTitle}</h2>
          <p>{words.site.help}</p>
        </div>
        <div>
          <p lang="vi">
            <strong>{centre.name}</strong>
          </p>
          <p>{words.site.footer}</p>
          {words.site.onlyInVietnamese && <p>{words.site.onlyInVietnamese}</p>}
          <p>
            <Link href="/api">{words.site.developers}</Link>
          </p>
        </div>
      </div>
    </footer>
  )
}
