import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { MINE } from './citizen/addresses.ts'
import { KIOSK, KIOSK_LEAVE, KIOSK_MANIFEST } from './kiosk/addresses.ts'
import { isKiosk } from './kiosk/kiosk-cookie.ts'
import { FORGETS_SECONDS, KioskEnd } from './kiosk/kiosk-end.tsx'
import { readAssets } from './look/assets.ts'
import { FEEDBACK } from './portal/opinions/addresses.ts'
import { HOME_VISIT, SESSIONS } from './portal/outreach/addresses.ts'
import { Shown } from './parts/catalogue-text.tsx'
import { DoorMark } from './parts/door-mark.tsx'
import { Link } from './parts/link.tsx'
import { asked, type Frame, inLanguage } from './visit.ts'

/** A page as its view makes it: what stands in the title, and the main part. */
export interface Page {
  readonly title: string
  /** What a search engine shows of it. */
  readonly description?: string
  readonly main: ComponentChildren
  readonly status?: 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503
  /** An address to go on to by itself, for the one page that needs it (`portal/look-up.tsx`). */
  readonly goOnTo?: string
  /** Origins besides our own to which its forms may lead, for the one page that leads to somebody who takes payments. */
  readonly formsTo?: readonly string[]
  /** The script of a page that has one of its own. */
  readonly script?: string
  /** A page of the desk that shows itself anew when something changes: its lists, or the dossier of its address. */
  readonly live?: 'lists' | 'dossier'
}

export const assets = readAssets()

/** Styles and fonts from here, forms to here, no script at all; whoever checks the page may ask the house alone. */
const POLICY =
  "default-src 'none'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The answer to a visit: the document around the page. */
export function answerPage(visit: Frame, page: Page): Response {
  const forms = POLICY.replace(
    "form-action 'self'",
    ["form-action 'self'", ...(page.formsTo ?? [])].join(' '),
  )
  const isAtKiosk = isKiosk(visit.c)
  const scripted = page.script || isAtKiosk ? `${forms}; script-src 'self'` : forms
  const policy = isAtKiosk ? `${scripted}; manifest-src 'self'` : scripted
  return answerDocument(visit, page, policy, <Document visit={visit} page={page} />)
}

/** A document and the headers that every page has. */
export function answerDocument(
  { c, words, shownAs }: Frame,
  page: Page,
  policy: string,
  document: VNode,
): Response {
  c.header('Content-Security-Policy', policy)
  // `no-referrer` would make browsers send `Origin: null`, which the check against other sites refuses.
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', isKiosk(c) ? 'no-store' : 'private, no-cache')
  c.header('Vary', 'Cookie')
  c.header('Content-Language', words.language)
  const html = renderToString(
    <Shown.Provider value={{ language: words.language, as: shownAs }}>{document}</Shown.Provider>,
  )
  return c.html(`<!doctype html>${html}`, page.status ?? 200)
}

function Document({ visit, page }: { visit: Frame; page: Page }) {
  const { words, centre, display, url } = visit
  const isAtKiosk = isKiosk(visit.c)
  const isStart = url.pathname === KIOSK
  return (
    <html
      lang={words.language}
      data-color-scheme="light"
      data-color="accent"
      {...(isAtKiosk && { 'data-kiosk': true })}
      {...(display.text === 'large' && { 'data-text': 'large' })}
      {...(display.contrast === 'high' && { 'data-contrast': 'high' })}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} – ${centre.name}`}</title>
        <meta name="description" content={page.description ?? words.site.description(centre.name)} />
        {page.goOnTo && <meta http-equiv="refresh" content={`0; url=${page.goOnTo}`} />}
        {(page.status ?? 200) === 200 && <SamePage visit={visit} />}
        <meta name="theme-color" content="#8C1D2F" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.preloaded.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        {page.script && <script type="module" src={page.script} />}
        {isAtKiosk && <KioskHead isStart={isStart} />}
      </head>
      <body>
        <a class="ds-skip-link" href="#main">
          {words.site.skip}
        </a>
        {centre.isDemonstration && <Demonstration visit={visit} />}
        <DisplayBar visit={visit} />
        <Header visit={visit} />
        <main id="main" tabIndex={-1}>
          {page.main}
        </main>
        <Footer visit={visit} />
        {isAtKiosk && (!isStart || isChanged(display, words)) && <KioskEnd words={words} isStart={isStart} />}
      </body>
    </html>
  )
}

/** At the first page there is something to forget only where its look was changed. */
const isChanged = ({ text, contrast }: Frame['display'], { language }: Frame['words']) =>
  language !== 'vi' || text !== 'normal' || contrast !== 'normal'

/** What every page of the machine in the hall takes besides; without script it goes back by itself. */
export function KioskHead({ isStart = false }: { readonly isStart?: boolean }) {
  return (
    <>
      <link rel="manifest" href={KIOSK_MANIFEST} />
      <link rel="stylesheet" href={assets.kioskStylesheet} />
      <script type="module" src={assets.kioskScript} />
      {!isStart && (
        <noscript>
          <meta http-equiv="refresh" content={`${FORGETS_SECONDS}; url=${KIOSK_LEAVE}`} />
        </noscript>
      )}
    </>
  )
}

/** Where the page is to be found, however it is shown, and where in the other language. */
function SamePage({ visit: { words, url } }: { visit: Frame }) {
  const plain = new URL(url)
  for (const shown of ['lang', 'text', 'contrast']) plain.searchParams.delete(shown)
  const address = { vi: plain.href, en: plain.origin + inLanguage(plain, 'en') }
  return (
    <>
      <link rel="canonical" href={address[words.language]} />
      <link rel="alternate" hreflang="vi" href={address.vi} />
      <link rel="alternate" hreflang="en" href={address.en} />
    </>
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
          {centre.takesFilings && (
            <a href={MINE} aria-current={here(MINE)}>
              {words.citizens.mine}
            </a>
          )}
        </nav>
      </div>
    </header>
  )
}

/** Larger text, more contrast, the other language: links, so that they need no script. */
function DisplayBar({ visit }: { visit: Frame }) {
  const { words, url, display } = visit
  const { site } = words
  const isLarge = display.text === 'large'
  const isHigh = display.contrast === 'high'
  return (
    <nav class="display-bar no-print" aria-label={site.display}>
      <div class="wrap">
        <a rel="nofollow" href={asked(url, 'text', isLarge ? 'normal' : 'large')}>
          {isLarge ? site.usualText : site.largeText}
        </a>
        <a rel="nofollow" href={asked(url, 'contrast', isHigh ? 'normal' : 'high')}>
          {isHigh ? site.usualContrast : site.highContrast}
        </a>
        <LanguageSwitch visit={visit} />
      </div>
    </nav>
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
          <p>
            <Link href={SESSIONS}>{words.outreach.sessions.title}</Link>
          </p>
          <p>
            <Link href={HOME_VISIT}>{words.outreach.home.title}</Link>
          </p>
          {centre.takesFeedback && (
            <p>
              <Link href={FEEDBACK}>{words.feedback.title}</Link>
            </p>
          )}
          <p>
            <Link href="/tu-de-hieu">{words.site.plainWords}</Link>
          </p>
          {words.site.onlyInVietnamese && <p>{words.site.onlyInVietnamese}</p>}
          <p>
            <Link href="/api">{words.site.developers}</Link>
          </p>
        </div>
      </div>
    </footer>
  )
}
