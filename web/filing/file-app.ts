import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { uploadPlaceOf } from '#work/filing/see-paper.ts'
import { MOST_UPLOAD_BYTES } from '#work/scanning/readable-files.ts'
import { ABOUT_ME, signInFor } from '../citizen/addresses.ts'
import { sentForm } from '../desk/form.ts'
import { answerPage, type Page } from '../page.tsx'
import { addUploadDoor } from '../uploads/tus-door.ts'
import { visitOf, type WebDoors } from '../visit.ts'
import { FILE_ONLINE } from './addresses.ts'
import { atBrowser, withBrowser } from './browser-cookie.ts'
import { actOnFiling, filingPage, filingSlip } from './filing-page.tsx'
import type { FilingVisit } from './filing-visit.ts'
import { begin, startPage } from './start-page.tsx'
import { saveStep, stepPage } from './step-page.tsx'

const START = `${FILE_ONLINE}/:key`
const STEP = `${FILE_ONLINE}/:key/:draft/:step`
const UPLOADS = `${STEP}/tep`
const FILED = `${FILE_ONLINE}/ho-so/:id`
const SLIP = `${FILE_ONLINE}/ho-so/:id/phieu`

/** What each address of filing answers to, for `Allow`. */
export const FILING_ADDRESSES = [
  [SLIP, 'GET, HEAD'],
  [FILED, 'GET, HEAD, POST'],
  [STEP, 'GET, HEAD, POST'],
  [UPLOADS, 'OPTIONS, POST'],
  [`${UPLOADS}/:upload`, 'DELETE, GET, HEAD, PATCH'],
  [START, 'GET, HEAD, POST'],
] as const

const FORM_BYTES = 256 * 1024

/** The pages on which citizens file. Nobody has to sign in before he files; what is filled in is bound to the browser. */
export function addFilingPages(
  app: Hono,
  doors: WebDoors,
  error: (c: Context, status: 404 | 413) => Promise<Response>,
): void {
  const small = bodyLimit({ maxSize: FORM_BYTES, onError: (c) => error(c, 413) })
  const withFiles = bodyLimit({ maxSize: MOST_UPLOAD_BYTES + FORM_BYTES, onError: (c) => error(c, 413) })
  const answered = async (c: Context, answer: (filing: FilingVisit) => Promise<Page | Response>) => {
    const filing = await filingVisit(c, doors)
    const { citizen } = filing.visit
    // Whose account has no name yet says it first.
    if (citizen?.name === '' && c.req.method === 'GET')
      return c.redirect(`${ABOUT_ME}?tiep=${encodeURIComponent(c.req.path)}`, 303)
    const page = await answer(filing)
    if (!(page instanceof Response)) return answerPage(filing.visit, page)
    const onward = page.headers.get('Location')
    return onward === null ? page : c.redirect(onward, 303)
  }
  app.get(SLIP, async (c) => {
    const slip = await filingSlip(await filingVisit(c, doors), doors.staff.publicUrl)
    return slip ?? error(c, 404)
  })
  app.get(FILED, (c) => answered(c, filingPage))
  app.post(FILED, csrf(), small, (c) => posted(c, actOnFiling))
  app.get(STEP, (c) => answered(c, stepPage))
  app.post(STEP, csrf(), withFiles, (c) => posted(c, saveStep))
  addUploadDoor(app, UPLOADS, async (c) => {
    const { at, visit, mayUpload } = await filingVisit(c, doors)
    const place = await uploadPlaceOf(at, c.req.param('draft') ?? '', c.req.param('step') ?? '')
    return { desk: visit.desk, words: visit.words, place, mayBegin: () => mayUpload(1) }
  })
  app.get(START, (c) => answered(c, startPage))
  app.post(START, csrf(), small, (c) => posted(c, begin))

  async function posted(c: Context, post: typeof begin) {
    const typed = await sentForm(c)
    return answered(c, (filing) => post(filing, typed))
  }
}

async function filingVisit(c: Context, doors: WebDoors): Promise<FilingVisit> {
  const visit = await visitOf(c, doors)
  const { desk } = visit
  return {
    visit,
    at: atBrowser(c, desk),
    base: FILE_ONLINE,
    plainWords: await doors.reads.seePlainWords(desk),
    signIn: signInFor,
    withBrowser: () => withBrowser(c, desk),
    mayBegin: () => doors.mayBeginFiling(c, desk),
    mayUpload: (files) => doors.mayUpload(c, desk, files),
  }
}
