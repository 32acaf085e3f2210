import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { MOST_SCAN_BYTES } from '#work/scanning/readable-files.ts'
import {
  CODE,
  IDENTITY,
  IDENTITY_RETURN,
  MESSAGES,
  PASSKEY as CITIZEN_PASSKEY,
  PUSH_WORKER,
  SIGN_IN as CITIZEN_SIGN_IN,
  SIGN_OUT,
  STOP_NOTICES,
} from './citizen/addresses.ts'
import { addCitizenPages } from './citizen/citizen-app.ts'
import { backFromIdentity, goToIdentity } from './citizen/identity.ts'
import { demonstrationMessages } from './citizen/messages.tsx'
import { CITIZEN_PAGES } from './citizen/pages.ts'
import { stopAsked, stopSent } from './citizen/stop-notices.tsx'
import {
  askCitizenPasskey,
  askForCode,
  citizenSignIn,
  citizenSignOut,
  enterCode,
} from './citizen/sign-in.tsx'
import { addDesk, methodsOf } from './desk/desk-app.ts'
import { HELPED_UPLOADS } from './desk/filings/helped-uploads.ts'
import { DESK_PAGES } from './desk/pages.ts'
import { FIELD, FIELD_MANIFEST, FIELD_WORKER } from './field/addresses.ts'
import { fieldAssets } from './field/field-assets.ts'
import { fieldManifest, fieldShell, fieldWorker } from './field/field-pages.tsx'
import { addFilingPages, FILING_ADDRESSES } from './filing/file-app.ts'
import { KIOSK, KIOSK_LEAVE, KIOSK_MANIFEST } from './kiosk/addresses.ts'
import { isKiosk } from './kiosk/kiosk-cookie.ts'
import { kioskLeft, kioskManifest, kioskStart } from './kiosk/start-page.tsx'
import { serveAsset, servePushWorker } from './look/serve-asset.ts'
import { answerPage, assets, type Page } from './page.tsx'
import { BOARD, BOARD_CSV, BOARD_JSON, BOARD_SCHEMA } from './portal/board/board-address.ts'
import { boardPage } from './portal/board/board.tsx'
import { openCsv, openJson, openSchema } from './portal/board/open-data.ts'
import { publicCache } from './public-cache.ts'
import { CHECK } from './portal/check/address.ts'
import { checkForm, checkSent, MOST_DOCUMENT_BYTES } from './portal/check/check-document.tsx'
import { cataloguePage } from './portal/catalogue.tsx'
import { errorPage } from './portal/error.tsx'
import { homePage } from './portal/home.tsx'
import { lifeEventPage } from './portal/life-event.tsx'
import { LOOK_UP } from './portal/key-cookie.tsx'
import { answerAsked, answerBegun, withdrawalAsked, withdrawn } from './portal/acting.tsx'
import { ANSWER_FOLLOWED, FOLLOWED, FOLLOWED_RESULT, WITHDRAW_FOLLOWED } from './portal/followed-addresses.ts'
import { closeFollowed, followed, followedResult, lookUp, lookUpForm } from './portal/look-up.tsx'
import { PAID, PAY } from './portal/paying/address.ts'
import { paid, pay, payPage } from './portal/paying/pay.tsx'
import { plainWordsPage } from './portal/plain-words.tsx'
import { checklistPage } from './portal/procedure/checklist.tsx'
import { procedurePage } from './portal/procedure/procedure.tsx'
import {
  COUNTER,
  COUNTER_DONE,
  COUNTER_FORM,
  FEEDBACK,
  FEEDBACK_APPEAL,
  FEEDBACK_CLOSE,
  FEEDBACK_FOLLOW,
  FEEDBACK_PUBLISHED,
  RATE,
} from './portal/opinions/addresses.ts'
import {
  counterCode,
  counterDone,
  counterForm,
  counterRated,
  counterRating,
} from './portal/opinions/at-counter.tsx'
import {
  feedbackAppealed,
  feedbackClosed,
  feedbackFollowed,
  feedbackOpened,
  publishedAnswersPage,
} from './portal/opinions/feedback-followed.tsx'
import { feedbackForm, feedbackSent } from './portal/opinions/feedback-form.tsx'
import { ratedByKey, ratingByKey } from './portal/opinions/by-key.tsx'
import { addOutreachPages, OUTREACH_ADDRESSES } from './portal/outreach/outreach-app.ts'
import {
  askPasskey,
  chooseFirstPassword,
  confirmSignIn,
  PASSKEY,
  FIRST_PASSWORD,
  SECOND_STEP,
  SIGN_IN,
  signIn,
  signInForm,
  signOut,
} from './portal/sign-in.tsx'
import { suggest } from './portal/suggest.ts'
import { displayKey } from './display.ts'
import { frameOf, type Visit, visitOf, type WebDoors } from './visit.ts'
import type { ErrorStatus } from './words/said.ts'

/** Code and key are short; nothing larger is read. */
const FORM_BYTES = 4096
/** What a device answers is somewhat longer. */
const DEVICE_BYTES = 32 * 1024
/** What people write of their own. */
const WRITTEN_BYTES = 32 * 1024
/** A sign-in may carry a form of the desk that came too late. */
const CARRIED_BYTES = 512 * 1024

const SUGGEST = '/thu-tuc/goi-y'
const ROBOTS = '/robots.txt'
/** What is of one person alone, and pages without end, are nothing for search engines. */
const ROBOTS_TEXT = `User-agent: *
Disallow: /ban
Disallow: /dang-nhap
Disallow: /tra-cuu/
Disallow: /nop/
Disallow: /toi
Disallow: /gop-y/theo-doi
Disallow: /thoi-bao-tin
Disallow: /danh-gia
Disallow: /trinh-dien
Disallow: ${SUGGEST}
`

/** Every page of the house: those of the public here, those of the desk in `desk/pages.ts`. */
export function webPages(doors: WebDoors): Hono {
  const app = new Hono()
  const show = (view: (visit: Visit) => Promise<Page>) => async (c: Context) => {
    const visit = await visitOf(c, doors)
    return answerPage(visit, await view(visit))
  }
  const carrying = bodyLimit({ maxSize: CARRIED_BYTES, onError: (c) => errorAnswer(c, doors, 413) })
  const small = bodyLimit({ maxSize: FORM_BYTES, onError: (c) => errorAnswer(c, doors, 413) })

  const device = bodyLimit({ maxSize: DEVICE_BYTES, onError: (c) => errorAnswer(c, doors, 413) })

  app.use(compress())
  // Nothing of ours is called so, and no database keeps it.
  app.use((c, next) =>
    `${c.req.url} ${c.req.header('cookie') ?? ''}`.includes('%00') ? errorAnswer(c, doors, 400) : next(),
  )
  app.get(
    '/assets/:name{thuc-dia.+}',
    async (c) => (await serveAsset(c, fieldAssets())) ?? errorAnswer(c, doors, 404),
  )
  app.get('/assets/:name', async (c) => (await serveAsset(c, assets)) ?? errorAnswer(c, doors, 404))
  app.get('/thuc-dia', (c) => c.redirect(FIELD, 301))
  app.get(FIELD, (c) => fieldShell(c, doors))
  app.get(FIELD_WORKER, (c) => fieldWorker(c))
  app.get(FIELD_MANIFEST, (c) => fieldManifest(c, doors))
  app.get('/', show(homePage))
  app.get('/thu-tuc', show(cataloguePage))
  app.get(SUGGEST, async (c) => suggest(await visitOf(c, doors)))
  app.get('/thu-tuc/:key', show(procedurePage))
  app.get('/thu-tuc/:key/giay-to', show(checklistPage))
  app.get('/su-kien/:key', show(lifeEventPage))
  app.get('/tu-de-hieu', show(plainWordsPage))
  app.get(ROBOTS, (c) => c.text(ROBOTS_TEXT, 200, { 'Cache-Control': 'public, max-age=86400' }))
  const cached = publicCache()
  /** The same for everybody who asks the same of the same centre in the same language. */
  const forAll = (make: (visit: Visit) => Promise<Response>) => async (c: Context) => {
    const visit = await visitOf(c, doors)
    const { url, words, desk, display } = visit
    const key = [
      desk.centre.slug,
      words.language,
      displayKey(display),
      url.origin,
      url.pathname,
      url.search,
    ].join(' ')
    return isKiosk(c) ? make(visit) : cached(c, key, () => make(visit))
  }
  app.get(
    BOARD,
    forAll(async (visit) => answerPage(visit, await boardPage(visit))),
  )
  app.get(BOARD_CSV, forAll(openCsv))
  app.get(BOARD_JSON, forAll(openJson))
  app.get(BOARD_SCHEMA, () => openSchema())
  app.get(LOOK_UP, (c) => lookUpForm(c, doors))
  app.post(LOOK_UP, csrf(), small, (c) => lookUp(c, doors))
  app.get(FOLLOWED, (c) => followed(c, doors))
  app.get(FOLLOWED_RESULT, (c) => followedResult(c, doors))
  app.get(ANSWER_FOLLOWED, (c) => answerAsked(c, doors))
  app.post(ANSWER_FOLLOWED, csrf(), small, (c) => answerBegun(c, doors))
  app.get(WITHDRAW_FOLLOWED, (c) => withdrawalAsked(c, doors))
  app.post(WITHDRAW_FOLLOWED, csrf(), small, (c) => withdrawn(c, doors))
  app.post('/tra-cuu/dong', csrf(), small, closeFollowed)
  app.get(PAY, (c) => payPage(c, doors))
  app.post(PAY, csrf(), small, (c) => pay(c, doors))
  app.get(PAID, (c) => paid(c, doors))
  const written = bodyLimit({ maxSize: WRITTEN_BYTES, onError: (c) => errorAnswer(c, doors, 413) })
  app.get(RATE, (c) => ratingByKey(c, doors))
  app.post(RATE, csrf(), written, (c) => ratedByKey(c, doors))
  app.get(COUNTER, (c) => counterForm(c, doors))
  app.post(COUNTER, csrf(), small, (c) => counterCode(c, doors))
  app.get(COUNTER_FORM, (c) => counterRating(c, doors))
  app.post(COUNTER_FORM, csrf(), written, (c) => counterRated(c, doors))
  app.get(COUNTER_DONE, (c) => counterDone(c, doors))
  const withFile = bodyLimit({
    maxSize: MOST_SCAN_BYTES + WRITTEN_BYTES,
    onError: (c) => errorAnswer(c, doors, 413),
  })
  app.get(FEEDBACK, show(feedbackForm))
  app.post(FEEDBACK, csrf(), withFile, (c) => feedbackSent(c, doors))
  app.get(FEEDBACK_FOLLOW, (c) => feedbackFollowed(c, doors))
  app.post(FEEDBACK_FOLLOW, csrf(), small, (c) => feedbackOpened(c, doors))
  app.post(FEEDBACK_APPEAL, csrf(), written, (c) => feedbackAppealed(c, doors))
  app.post(FEEDBACK_CLOSE, csrf(), small, feedbackClosed)
  app.get(FEEDBACK_PUBLISHED, (c) => publishedAnswersPage(c, doors))
  addOutreachPages(app, doors, (c) => errorAnswer(c, doors, 413))
  const document = bodyLimit({
    maxSize: MOST_DOCUMENT_BYTES + FORM_BYTES,
    onError: (c) => errorAnswer(c, doors, 413),
  })
  app.get(CHECK, show(checkForm))
  app.post(CHECK, csrf(), document, (c) => checkSent(c, doors))
  app.get(SIGN_IN, (c) => signInForm(c, doors))
  app.post(SIGN_IN, csrf(), carrying, (c) => signIn(c, doors))
  app.post(PASSKEY, csrf(), small, (c) => askPasskey(c, doors))
  app.post(SECOND_STEP, csrf(), carrying, (c) => confirmSignIn(c, doors))
  app.post(FIRST_PASSWORD, csrf(), carrying, (c) => chooseFirstPassword(c, doors))
  app.post('/dang-xuat', csrf(), small, (c) => signOut(c, doors))
  app.get(CITIZEN_SIGN_IN, (c) => citizenSignIn(c, doors))
  app.post(CITIZEN_PASSKEY, csrf(), small, (c) => askCitizenPasskey(c, doors))
  app.post(CITIZEN_SIGN_IN, csrf(), device, (c) => askForCode(c, doors))
  app.get(IDENTITY, (c) => goToIdentity(c, doors))
  app.get(IDENTITY_RETURN, (c) => backFromIdentity(c, doors))
  app.post(CODE, csrf(), small, (c) => enterCode(c, doors))
  app.post(SIGN_OUT, csrf(), small, (c) => citizenSignOut(c, doors))
  app.get(MESSAGES, async (c) => (await demonstrationMessages(c, doors)) ?? errorAnswer(c, doors, 404))
  addFilingPages(app, doors, (c, status) => errorAnswer(c, doors, status))
  app.get(KIOSK, (c) => kioskStart(c, doors))
  app.get(KIOSK_LEAVE, (c) => kioskLeft(c, doors))
  app.post(KIOSK_LEAVE, csrf(), small, (c) => kioskLeft(c, doors))
  app.get(KIOSK_MANIFEST, (c) => kioskManifest(c, doors))
  app.get(PUSH_WORKER, (c) => servePushWorker(c, assets))
  app.get(STOP_NOTICES, (c) => stopAsked(c, doors))
  app.post(STOP_NOTICES, small, (c) => stopSent(c, doors))
  addCitizenPages(app, doors, (c) => errorAnswer(c, doors, 413))
  addDesk(app, doors, (c) => errorAnswer(c, doors, 413))

  const only = (path: string, methods: string) =>
    app.all(path, (c) => {
      c.header('Allow', methods)
      return errorAnswer(c, doors, 405)
    })
  const read = [
    '/',
    '/thu-tuc',
    SUGGEST,
    '/thu-tuc/:key',
    '/thu-tuc/:key/giay-to',
    '/su-kien/:key',
    '/tu-de-hieu',
    ROBOTS,
    BOARD,
    BOARD_CSV,
    BOARD_JSON,
    BOARD_SCHEMA,
    FOLLOWED,
    PAID,
    FOLLOWED_RESULT,
    PUSH_WORKER,
    KIOSK,
    KIOSK_MANIFEST,
    '/assets/:name',
  ]
  for (const path of read) only(path, 'GET, HEAD')
  for (const path of [LOOK_UP, ANSWER_FOLLOWED, WITHDRAW_FOLLOWED]) only(path, 'GET, HEAD, POST')
  only(CHECK, 'GET, HEAD, POST')
  only(PAY, 'GET, HEAD, POST')
  for (const path of [RATE, COUNTER, COUNTER_FORM]) only(path, 'GET, HEAD, POST')
  for (const path of [FEEDBACK, FEEDBACK_FOLLOW]) only(path, 'GET, HEAD, POST')
  for (const path of [FEEDBACK_APPEAL, FEEDBACK_CLOSE]) only(path, 'POST')
  for (const path of [COUNTER_DONE, FEEDBACK_PUBLISHED]) only(path, 'GET, HEAD')
  only(SIGN_IN, 'GET, HEAD, POST')
  for (const path of ['/tra-cuu/dong', '/dang-xuat', SECOND_STEP, FIRST_PASSWORD, PASSKEY]) only(path, 'POST')
  only(CITIZEN_SIGN_IN, 'GET, HEAD, POST')
  for (const path of [CODE, SIGN_OUT, CITIZEN_PASSKEY]) only(path, 'POST')
  for (const path of [MESSAGES, IDENTITY, IDENTITY_RETURN]) only(path, 'GET, HEAD')
  for (const [path, methods] of FILING_ADDRESSES) only(path, methods)
  only(HELPED_UPLOADS, 'OPTIONS, POST')
  only(`${HELPED_UPLOADS}/:upload`, 'DELETE, GET, HEAD, PATCH')
  only(KIOSK_LEAVE, 'GET, HEAD, POST')
  for (const [path, methods] of OUTREACH_ADDRESSES) only(path, methods)
  only(STOP_NOTICES, 'GET, HEAD, POST')
  for (const page of [...DESK_PAGES, ...CITIZEN_PAGES]) only(page.path, methodsOf(page))

  app.notFound((c) => errorAnswer(c, doors, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException && (error.status === 400 || error.status === 403))
      return errorAnswer(c, doors, error.status)
    doors.onError(error)
    return errorAnswer(c, doors, 500)
  })
  return app
}

/** An error as a page of the house, for the server to answer with wherever no page is reached. */
export async function errorAnswer(c: Context, doors: WebDoors, status: ErrorStatus): Promise<Response> {
  const frame = await frameOf(c, doors)
  return answerPage(frame, errorPage(frame.words, status))
}
