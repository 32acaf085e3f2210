import { dayOf } from '#domain/calendar/moment.ts'
import { appointmentsOn } from '#domain/people/may.ts'
import type { VNode } from 'preact'
import { isKiosk } from '../kiosk/kiosk-cookie.ts'
import { KioskEnd } from '../kiosk/kiosk-end.tsx'
import { answerDocument, assets, Demonstration, KioskHead, LanguageSwitch, type Page } from '../page.tsx'
import { Keys } from '../parts/button.tsx'
import '../parts/elements.ts'
import type { DeskVisit } from './desk-page.ts'
import { SearchBox } from './search-box.tsx'
import { ShortcutList } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'

/** The rules of Turbo's progress bar, which it writes into the page itself. */
const TURBO_STYLE = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='"
/** Script, fonts and styles from here, forms to here; pictures and papers of a dossier in their viewer. */
const POLICY = `default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' ${TURBO_STYLE}; font-src 'self'; img-src 'self' data: blob:; worker-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** The answer at the desk: the page in its frame. */
export async function answerDeskPage(visit: DeskVisit, page: Page): Promise<Response> {
  const sidebar = await Sidebar(visit)
  return answerDocument(visit, page, POLICY, <DeskDocument visit={visit} page={page} sidebar={sidebar} />)
}

function DeskDocument({ visit, page, sidebar }: { visit: DeskVisit; page: Page; sidebar: VNode }) {
  const { words, centre, desk } = visit
  const { shell } = words.desk
  const isAtKiosk = isKiosk(visit.c)
  return (
    <html lang={words.language} data-color-scheme="light" data-color="accent" data-size="sm">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} – ${centre.name}`}</title>
        <meta name="theme-color" content="#8C1D2F" />
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        <meta name="turbo-cache-control" content="no-cache" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.preloaded.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="stylesheet" href={assets.deskStylesheet} />
        <script type="module" src={assets.deskScript} />
        {page.script && <script type="module" src={page.script} />}
        {isAtKiosk && <KioskHead />}
      </head>
      <body
        class="desk"
        data-person={desk.actor.id}
        data-pdf-reader={assets.pdfReader}
        data-pdf-worker={assets.pdfWorker}
        {...(visit.areKeysOff && { 'data-keys-off': true })}
      >
        <a class="ds-skip-link" href="#main">
          {words.site.skip}
        </a>
        {centre.isDemonstration && <Demonstration visit={visit} />}
        <div class="desk-columns">
          {sidebar}
          <div class="desk-main">
            <TopBar visit={visit} />
            <main id="main" tabIndex={-1}>
              {page.main}
            </main>
          </div>
        </div>
        <dialog id="shortcuts" class="ds-dialog" aria-labelledby="shortcuts-title">
          <h2 id="shortcuts-title">{shell.keys.title}</h2>
          <ShortcutList words={words} />
          <form method="dialog">
            <button class="ds-button" data-variant="secondary">
              {shell.keys.close}
            </button>
          </form>
        </dialog>
        <Live visit={visit} page={page} />
        {isAtKiosk && <KioskEnd words={words} />}
      </body>
    </html>
  )
}

function TopBar({ visit }: { visit: DeskVisit }) {
  const { words, desk } = visit
  const posts = appointmentsOn(desk.actor, dayOf(desk.now).toString())
  const [only] = posts
  return (
    <header class="desk-top">
      <SearchBox words={words} />
      <nav class="desk-person" aria-label={words.desk.shell.account}>
        <a href="/ban/phim-tat" data-opens="shortcuts">
          {words.desk.shell.shortcuts} <Keys keys="?" />
        </a>
        <a href="/ban/tai-khoan">
          <span lang="vi">{desk.actor.name}</span>
          <small>{only && posts.length === 1 ? words.posts[only.post] : words.desk.shell.allPosts}</small>
        </a>
        <LanguageSwitch visit={visit} />
        <form method="post" action="/dang-xuat" data-turbo="false">
          <button class="ds-button" data-variant="tertiary">
            {words.desk.shell.signOut}
          </button>
        </form>
      </nav>
    </header>
  )
}

/** What the page's script listens for and says; without script it says nothing. */
function Live({ visit, page }: { visit: DeskVisit; page: Page }) {
  const { shell } = visit.words.desk
  const code = page.live === 'dossier' ? (visit.c.req.param('code') ?? '') : ''
  return (
    <mc-live
      id="live"
      data-live={page.live ?? ''}
      data-ho-so={code}
      data-offline={shell.offline}
      data-online={shell.online}
      data-ended={shell.sessionEnded}
      data-sign-in={shell.signInAgain}
      data-changed={shell.changedMeanwhile}
      data-show={shell.showChanges}
      role="status"
    />
  )
}
