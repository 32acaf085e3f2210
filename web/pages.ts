import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { addDesk, methodsOf } from './desk/desk-app.ts'
import { DESK_PAGES } from './desk/pages.ts'
import { serveAsset } from './look/serve-asset.ts'
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
import { closeFollowed, followed, FOLLOWED, LOOK_UP, lookUp, lookUpForm } from './portal/look-up.tsx'
import { procedurePage } from './portal/procedure.tsx'
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
import { frameOf, type Visit, visitOf, type WebDoors } from './visit.ts'
import type { ErrorStatus } from './words/said.ts'

/** Code and key are short; nothing larger is read. */
const FORM_BYTES = 4096
/** A sign-in may carry a form of the desk that came too late. */
const CARRIED_BYTES = 512 * 1024

/** Every page of the house: those of the public here, those of the desk in `desk/pages.ts`. */
export function webPages(doors: WebDoors): Hono {
  const app = new Hono()
  const show = (view: (visit: Visit) => Promise<Page>) => async (c: Context) => {
    const visit = await visitOf(c, doors)
    return answerPage(visit, await view(visit))
  }
  const carrying = bodyLimit({ maxSize: CARRIED_BYTES, onError: (c) => errorAnswer(c, doors, 413) })
  const small = bodyLimit({ maxSize: FORM_BYTES, onError: (c) => errorAnswer(c, doors, 413) })

  app.use(compress())
  app.get('/assets/:name', (c) => serveAsset(c, assets) ?? errorAnswer(c, doors, 404))
  app.get('/', show(homePage))
  app.get('/thu-tuc', show(cataloguePage))
  app.get('/thu-tuc/:key', show(procedurePage))
  const cached = publicCache()
  /** The same for everybody who asks the same of the same centre in the same language. */
  const forAll = (make: (visit: Visit) => Promise<Response>) => async (c: Context) => {
    const visit = await visitOf(c, doors)
    const { url, words, desk } = visit
    const key = [desk.centre.slug, words.language, url.origin, url.pathname, url.search].join(' ')
    return cached(c, key, () => make(visit))
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
  app.post('/tra-cuu/dong', csrf(), small, closeFollowed)
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
  addDesk(app, doors, (c) => errorAnswer(c, doors, 413))

  const only = (path: string, methods: string) =>
    app.all(path, (c) => {
      c.header('Allow', methods)
      return errorAnswer(c, doors, 405)
    })
  const read = [
    '/',
    '/thu-tuc',
    '/thu-tuc/:key',
    BOARD,
    BOARD_CSV,
    BOARD_JSON,
    BOARD_SCHEMA,
    FOLLOWED,
    '/assets/:name',
  ]
  for (const path of read) only(path, 'GET, HEAD')
  only(LOOK_UP, 'GET, HEAD, POST')
  only(CHECK, 'GET, HEAD, POST')
  only(SIGN_IN, 'GET, HEAD, POST')
  for (const path of ['/tra-cuu/dong', '/dang-xuat', SECOND_STEP, FIRST_PASSWORD, PASSKEY]) only(path, 'POST')
  for (const page of DESK_PAGES) only(page.path, methodsOf(page))

  app.notFound((c) => errorAnswer(c, doors, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return errorAnswer(c, doors, 403)
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
