import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { WAITS_FOR } from '#domain/dossier/waits-for.ts'
import { type Action, appointmentsOn, may, type Post } from '#domain/people/may.ts'
import { certifyingUnits } from '#work/certifying/see-register.ts'
import { countFilings } from '#work/filing/see-filings.ts'
import { countOwnParts } from '#work/linking/see-parts.ts'
import { type DeskCounts, seeDeskCounts, waitingList } from '#work/reading/see-desk-counts.ts'
import { Keys } from '../parts/button.tsx'
import { DoorMark } from '../parts/door-mark.tsx'
import { communeOf } from '#work/communes/see-commune-figures.ts'
import { countToReceive } from '#work/communes/count-to-receive.ts'
import { COMMUNES } from './communes/communes-page.tsx'
import type { DeskVisit } from './desk-page.ts'
import { FILINGS } from './filings/addresses.ts'
import { PARTS } from './lists/parts-list.tsx'
import { countOwnFeedback } from '#work/opinions/see-feedback.ts'
import { OUT_HOME, OUT_HOME_NEW, OUT_HOME_ROUTE, OUT_SESSIONS } from './outreach/addresses.ts'
import { FEEDBACK_LIST } from './opinions/feedback-list.tsx'
import { RATINGS } from './opinions/ratings-page.tsx'
import { GIVEN_OUT } from './printing/addresses.ts'
import { POST } from './post/addresses.ts'
import { RECONCILIATION } from './reconciling/address.ts'
import { SCAN_BOX } from './scan-box/addresses.ts'
import { listAddress } from './lists/list-address.ts'
import { UNREACHED } from './telling/unreached-page.tsx'

/** The ways of the desk that the person's post opens, each with how much lies there. */
export async function Sidebar(visit: DeskVisit) {
  const { words, centre, desk } = visit
  const { shell } = words.desk
  const on = dayOf(desk.now).toString()
  const mayDo = (action: Action) => !isRefusal(may(desk.actor, action, on))
  const posts = appointmentsOn(desk.actor, on)
  const isClerk = posts.some((one) => one.post === 'clerk')
  const led = posts.find((one) => mayDo({ kind: 'see-load', unit: one.unit }))
  const certifying = await certifyingUnits(desk)
  const [counted, parts, filed, feedback, toReceive] = await Promise.all([
    seeDeskCounts(desk),
    countOwnParts(desk),
    countFilings(desk),
    countOwnFeedback(desk),
    countToReceive(desk),
  ])
  const counts = isRefusal(counted) ? NOTHING : counted
  return (
    <nav class="desk-side" aria-label={shell.navigation}>
      <a class="logo" href="/ban">
        <DoorMark />
        <span lang="vi">
          {words.site.product}
          <small>{centre.name}</small>
        </span>
      </a>
      <Way visit={visit} href="/ban" text={shell.myWork} keys="Alt+M" count={counts.all} />
      {isClerk && <Way visit={visit} href="/ban/tiep-nhan" text={shell.receive} keys="Alt+N" />}
      {toReceive > 0 && (
        <Way
          visit={visit}
          href={listAddress('/ban', { asked: { only: 'to-receive' } })}
          text={words.desk.communes.toReceive}
          count={toReceive}
        />
      )}
      {filed && <Way visit={visit} href={FILINGS} text={words.desk.filings.title} count={filed.waiting} />}
      {isClerk && (
        <Way visit={visit} href="/ban/tra" text={shell.handBack} keys="Alt+T" count={counts.ready} />
      )}
      {mayDo({ kind: 'see-post' }) && <Way visit={visit} href={POST} text={words.post.title} />}
      {posts.some(({ post }) => post !== 'administrator') && (
        <Way visit={visit} href="/ban/ban-giao" text={words.desk.papers.title} />
      )}
      {mayDo({ kind: 'see-sessions' }) && (
        <Way visit={visit} href={OUT_SESSIONS} text={words.outreach.desk.title} />
      )}
      {mayDo({ kind: 'see-sessions' }) && (
        <Way
          visit={visit}
          href={
            mayDo({ kind: 'work-home-visits' })
              ? OUT_HOME
              : mayDo({ kind: 'enter-home-request', commune: null })
                ? OUT_HOME_NEW
                : OUT_HOME_ROUTE
          }
          text={words.outreach.home.desk.title}
        />
      )}
      {mayDo({ kind: 'scan-results' }) && <Way visit={visit} href={SCAN_BOX} text={words.desk.scanBox.way} />}
      {(parts > 0 || visit.url.pathname === PARTS) && (
        <Way visit={visit} href={PARTS} text={words.desk.linked.list} count={parts} />
      )}
      <Steps visit={visit} counts={counts} />
      <h2>{shell.supervise}</h2>
      <Way visit={visit} href="/ban/nhac-viec" text={shell.reminders} />
      {(feedback > 0 || centre.takesFeedback) && (
        <Way visit={visit} href={FEEDBACK_LIST} text={words.feedback.desk.title} count={feedback} />
      )}
      <Way visit={visit} href="/ban/danh-sach" text={shell.list} />
      {certifying.length > 0 && mayDo({ kind: 'see-certifications', units: certifying }) && (
        <Way visit={visit} href="/ban/so-chung-thuc" text={visit.words.desk.certifying.title} />
      )}
      {mayDo({ kind: 'see-document-books' }) && (
        <Way visit={visit} href="/ban/so-van-ban" text={words.desk.documentBooks.title} />
      )}
      {mayDo({ kind: 'see-cash-sheet' }) && (
        <Way visit={visit} href="/ban/quy" text={visit.words.desk.money.sheet} />
      )}
      {mayDo({ kind: 'see-reconciliation' }) && desk.payments && (
        <Way visit={visit} href={RECONCILIATION} text={words.desk.reconciling.title} />
      )}
      {desk.notices && mayDo({ kind: 'see-unreached' }) && (
        <Way visit={visit} href={UNREACHED} text={words.notices.desk.unreachedTitle} />
      )}
      {mayDo({ kind: 'print-register' }) && (
        <Way visit={visit} href="/ban/so-theo-doi" text={words.desk.printing.register} />
      )}
      {mayDo({ kind: 'see-papers-given-out' }) && (
        <Way visit={visit} href={GIVEN_OUT} text={words.desk.printing.kept.ofDay} />
      )}
      {mayDo({ kind: 'see-figures' }) && <Way visit={visit} href="/ban/hom-nay" text={shell.today} />}
      {mayDo({ kind: 'see-figures' }) && (
        <Way visit={visit} href="/ban/hen-lai" text={words.desk.branches.apologies.title} />
      )}
      {mayDo({ kind: 'see-report' }) && <Way visit={visit} href="/ban/bao-cao" text={shell.reports} />}
      {communeOf(desk) !== null && <Way visit={visit} href={COMMUNES} text={words.desk.communes.title} />}
      {mayDo({ kind: 'see-ratings' }) && (
        <Way visit={visit} href={RATINGS} text={words.opinions.director.title} />
      )}
      {mayDo({ kind: 'see-digitising' }) && (
        <Way visit={visit} href="/ban/so-hoa" text={visit.words.desk.dataForPaper.title} />
      )}
      {led && <Way visit={visit} href="/ban/phong" text={shell.division} />}
    </nav>
  )
}

const NOTHING: DeskCounts = { all: 0, byPost: {}, waiting: { supplement: 0, payment: 0 }, ready: 0 }

/** The steps at which work lies for this person. */
function Steps({ visit, counts }: { visit: DeskVisit; counts: DeskCounts }) {
  const { worklist, shell } = visit.words.desk
  const steps = Object.keys(counts.byPost).filter((post): post is Post => post in worklist.tabs)
  const waits = WAITS_FOR.filter((what) => counts.waiting[what] > 0)
  if (steps.length === 0 && waits.length === 0) return null
  return (
    <>
      <h2>{shell.byStep}</h2>
      {steps.map((post) => (
        <Way
          key={post}
          visit={visit}
          href={listAddress('/ban', { asked: { post, stage: 'in-process' } })}
          text={worklist.tabs[post]}
          count={counts.byPost[post]}
        />
      ))}
      {waits.map((what) => (
        <Way
          key={what}
          visit={visit}
          href={listAddress('/ban', { asked: waitingList(what) })}
          text={worklist.waiting[what]}
          count={counts.waiting[what]}
        />
      ))}
    </>
  )
}

/** Whether the worklist shows one step or one wait, which has a way of its own. */
function isStep({ searchParams }: URL): boolean {
  return searchParams.has('giai-doan') || searchParams.has('chi')
}

interface WayProps {
  readonly visit: DeskVisit
  readonly href: string
  readonly text: string
  readonly count?: number | undefined
  readonly keys?: string
}

function Way({ visit: { url, words }, href, text, count, keys }: WayProps) {
  // A way to a part of a list is itself only; other ways stay so while their page is narrowed down.
  const isHere =
    [url.pathname, `${url.pathname}${url.search}`].includes(href) && !(href === '/ban' && isStep(url))
  return (
    <a
      class="way"
      href={href}
      aria-current={isHere ? 'page' : undefined}
      {...(keys && { 'data-keys': keys, 'aria-keyshortcuts': keys })}
    >
      {text}
      {count !== undefined && <span>{words.format.number(count)}</span>}
      {keys && count === undefined && <Keys keys={keys} />}
    </a>
  )
}
