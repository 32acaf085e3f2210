import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { WebDoors } from '../../visit.ts'
import {
  HOME_CLOSE,
  HOME_FOLLOW,
  HOME_TAKE_BACK,
  HOME_VISIT,
  REGISTERED,
  REGISTERED_CANCEL,
  REGISTERED_CLOSE,
  SESSIONS,
  SESSIONS_FEED,
} from './addresses.ts'
import { homeAsked, homeClosed, homeFollowed, homeForm, homeOpened, homeTakenBack } from './home-pages.tsx'
import { registered, registeredCancelled, registeredClosed, registeredOpened } from './registered.tsx'
import { sessionPage, sessionPoster, sessionRegistered, sessionsFeed, sessionsPage } from './sessions.tsx'

const FORM_BYTES = 32 * 1024

/** The public's pages of sessions and visits; what lies below a session's address comes last. */
export function addOutreachPages(
  app: Hono,
  doors: WebDoors,
  onTooLarge: (c: Context) => Promise<Response>,
): void {
  const small = bodyLimit({ maxSize: FORM_BYTES, onError: onTooLarge })
  app.get(SESSIONS, (c) => sessionsPage(c, doors))
  app.get(SESSIONS_FEED, (c) => sessionsFeed(c, doors))
  app.get(REGISTERED, (c) => registered(c, doors))
  app.post(REGISTERED, csrf(), small, (c) => registeredOpened(c, doors))
  app.post(REGISTERED_CANCEL, csrf(), small, (c) => registeredCancelled(c, doors))
  app.post(REGISTERED_CLOSE, csrf(), small, registeredClosed)
  app.get(`${SESSIONS}/:id`, (c) => sessionPage(c, doors))
  app.post(`${SESSIONS}/:id`, csrf(), small, (c) => sessionRegistered(c, doors))
  app.get(`${SESSIONS}/:id/ap-phich.pdf`, (c) => sessionPoster(c, doors))
  app.get(HOME_VISIT, (c) => homeForm(c, doors))
  app.post(HOME_VISIT, csrf(), small, (c) => homeAsked(c, doors))
  app.get(HOME_FOLLOW, (c) => homeFollowed(c, doors))
  app.post(HOME_FOLLOW, csrf(), small, (c) => homeOpened(c, doors))
  app.post(HOME_TAKE_BACK, csrf(), small, (c) => homeTakenBack(c, doors))
  app.post(HOME_CLOSE, csrf(), small, homeClosed)
}

/** By which methods each is asked. */
export const OUTREACH_ADDRESSES: readonly (readonly [path: string, methods: string])[] = [
  [SESSIONS, 'GET, HEAD'],
  [SESSIONS_FEED, 'GET, HEAD'],
  [REGISTERED, 'GET, HEAD, POST'],
  [REGISTERED_CANCEL, 'POST'],
  [REGISTERED_CLOSE, 'POST'],
  [`${SESSIONS}/:id`, 'GET, HEAD, POST'],
  [`${SESSIONS}/:id/ap-phich.pdf`, 'GET, HEAD'],
  [HOME_VISIT, 'GET, HEAD, POST'],
  [HOME_FOLLOW, 'GET, HEAD, POST'],
  [HOME_TAKE_BACK, 'POST'],
  [HOME_CLOSE, 'POST'],
]
