import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { dayOf } from '#domain/calendar/moment.ts'
import { SIGN_IN, signInAgain } from '../portal/sign-in.tsx'
import type { Page } from '../page.tsx'
import { visitOf, type WebDoors } from '../visit.ts'
import { ACCOUNT } from './account/account.tsx'
import { CHOOSE_SEAT, SEAT_COOKIE } from './account/choose-seat.tsx'
import type { DeskPage, DeskVisit } from './desk-page.ts'
import { addHelpedUploads } from './filings/helped-uploads.ts'
import { sentForm } from './form.ts'
import { answerDeskPage } from './frame.tsx'
import { liveEvents } from './live.ts'
import { DESK_PAGES } from './pages.ts'
import { seated } from './seat.ts'

type StaffDesk = DeskVisit['desk']

const FORM_BYTES = 256 * 1024

/** The desk: every page asks who it is first. */
export function addDesk(app: Hono, doors: WebDoors, tooLarge: (c: Context) => Promise<Response>): void {
  app.get('/ban/song', async (c) => {
    const desk = await doors.staff.deskFor(c)
    return desk
      ? liveEvents(c, { desk: { ...desk, actor: seatOf(c, desk).actor } }, doors.staff)
      : c.body(null, 401)
  })
  for (const page of DESK_PAGES) {
    const { get, post, path, mostBytes = FORM_BYTES } = page
    if (get) app.get(path, (c) => atDesk(c, doors, get))
    if (post)
      app.post(path, csrf(), bodyLimit({ maxSize: mostBytes, onError: tooLarge }), (c) =>
        sentToDesk(c, doors, post),
      )
  }
  addHelpedUploads(app, doors, async (c) => {
    const desk = await doors.staff.deskFor(c)
    return desk && { ...desk, actor: seatOf(c, desk).actor }
  })
}

/** The methods a page of the desk answers to, for `Allow`. */
export function methodsOf({ get, post }: { readonly get?: unknown; readonly post?: unknown }): string {
  return [get && 'GET, HEAD', post && 'POST'].filter(Boolean).join(', ')
}

async function atDesk(
  c: Context,
  doors: WebDoors,
  answer: (visit: DeskVisit) => Promise<Page | Response>,
): Promise<Response> {
  const desk = await doors.staff.deskFor(c)
  if (!desk) return c.redirect(`${SIGN_IN}?tiep=${encodeURIComponent(wayBack(c))}`, 303)
  const { actor, seat, mustChoose } = seatOf(c, desk)
  if (mustChoose && !STANDING.includes(c.req.path)) return c.redirect(CHOOSE_SEAT, 303)
  const visit: DeskVisit = {
    ...(await visitOf(c, doors)),
    desk: { ...desk, actor },
    whole: desk.actor,
    seat,
    areKeysOff: getCookie(c, 'phim') === 'tat',
    account: doors.staff.account,
    onFault: (fault) => doors.onError(fault),
  }
  const answered = await answer(visit)
  if (!(answered instanceof Response)) return answerDeskPage(visit, answered)
  // Answered by the context, so that cookies set on the way go along.
  const onward = answered.headers.get('Location')
  return onward === null ? answered : c.redirect(onward, 303)
}

/** Pages that a person gets to before a post is chosen. */
const STANDING: readonly string[] = [CHOOSE_SEAT, ACCOUNT, '/ban/phim-tat']

/** The person in the post that was chosen in this browser. */
function seatOf(c: Context, { actor, now }: StaffDesk) {
  return seated(actor, getCookie(c, SEAT_COOKIE), dayOf(now).toString())
}

/** A form that comes without a living session is not lost: the sign-in carries it. */
async function sentToDesk(
  c: Context,
  doors: WebDoors,
  post: NonNullable<DeskPage['post']>,
): Promise<Response> {
  const typed = await sentForm(c)
  const desk = await doors.staff.deskFor(c)
  return desk ? atDesk(c, doors, (visit) => post(visit, typed)) : signInAgain(c, doors, typed)
}

function wayBack(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? `${pathname}${search}` : '/ban'
}
