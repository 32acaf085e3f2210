import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { sentForm } from '../desk/form.ts'
import { answerPage, type Page } from '../page.tsx'
import { visitOf, type WebDoors } from '../visit.ts'
import { ABOUT_ME, signInFor } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'
import { noFilingsPage, signInEnded } from './sign-in.tsx'
import { CITIZEN_PAGES } from './pages.ts'

const FORM_BYTES = 64 * 1024

/** The citizen's own pages: every one asks who it is first. */
export function addCitizenPages(
  app: Hono,
  doors: WebDoors,
  tooLarge: (c: Context) => Promise<Response>,
): void {
  for (const page of CITIZEN_PAGES) {
    const { get, post, path, mostBytes = FORM_BYTES } = page
    if (get) app.get(path, (c) => atPage(c, doors, page, get))
    if (post)
      app.post(path, csrf(), bodyLimit({ maxSize: mostBytes, onError: tooLarge }), async (c) => {
        const typed = await sentForm(c)
        return atPage(c, doors, page, (visit) => post(visit, typed))
      })
  }
}

async function atPage(
  c: Context,
  doors: WebDoors,
  page: CitizenPage,
  answer: (visit: CitizenVisit) => Promise<Page | Response>,
): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { citizen, centre, url } = visit
  if (!centre.takesFilings) return answerPage(visit, noFilingsPage(visit.words))
  const here = `${url.pathname}${url.search}`
  if (!citizen) return c.req.method === 'GET' ? c.redirect(signInFor(here), 303) : signInEnded(visit, doors)
  if (citizen.name === '' && !page.isBeforeName)
    return c.redirect(
      `${ABOUT_ME}?tiep=${encodeURIComponent(c.req.method === 'GET' ? here : url.pathname)}`,
      303,
    )
  const answered = await answer({
    ...visit,
    citizen,
    desk: { ...visit.desk, actor: citizen },
    doors: doors.citizens,
  })
  if (!(answered instanceof Response)) return answerPage(visit, answered)
  // Answered by the context, so that cookies set on the way go along.
  const onward = answered.headers.get('Location')
  return onward === null ? answered : c.redirect(onward, 303)
}
