import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { ApiDoors } from './doors.ts'
import { openApi } from './openapi.ts'
import { answerProblem, isProblem, problem, PROBLEMS } from './problem.ts'
import { problemPage, problemsPage, referencePage, STYLE } from './reference.tsx'
import type { ApiRoute } from './route.ts'
import { ROUTES } from './routes.ts'

const API = '/api/v1'

/** The longest address that is answered: every one of ours is below a tenth of it. */
const MOST_CHARACTERS = 4096

/** The API, its OpenAPI document and the pages that explain it; to be mounted at the root. */
export function apiApp(doors: ApiDoors, routes: readonly ApiRoute[] = ROUTES): Hono {
  const app = new Hono()
  const document = openApi(routes)

  app.use('/api/*', headers, async (c, next) => {
    const wrong = addressProblem(new URL(c.req.url))
    return wrong ? answerProblem(c, wrong) : next()
  })
  app.get('/api', (c) => c.redirect(API))
  app.get(API, (c) => c.html(referencePage(document)))
  app.get(`${API}/openapi.json`, (c) => c.json(document))
  app.get(`${API}/reference.css`, (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get(PROBLEMS, (c) => c.html(problemsPage()))
  app.get(`${PROBLEMS}/:code`, (c) => {
    const page = problemPage(c.req.param('code'))
    return page === null ? answerProblem(c, problem('no-such-address')) : c.html(page)
  })

  for (const route of routes)
    app.on(route.method.toUpperCase(), honoPath(route), async (c) => {
      const answer = await route.answerTo(c, doors)
      return isProblem(answer) ? answerProblem(c, answer) : answer
    })
  for (const [path, allowed] of methodsByPath(app))
    app.all(path, (c) =>
      answerProblem(
        c,
        problem('method-not-allowed', { allowed }, { headers: { Allow: allowed.join(', ') } }),
      ),
    )
  app.all('/api/*', (c) => answerProblem(c, problem('no-such-address')))
  app.onError((error, c) => answerProblem(c, faultOf(error, c, doors)))
  return app
}

const headers = secureHeaders({
  xFrameOptions: 'DENY',
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  // Said by the server, which knows whether it is reached by TLS.
  strictTransportSecurity: false,
})

function addressProblem({ pathname, search }: URL) {
  const length = pathname.length + search.length
  if (length > MOST_CHARACTERS) return problem('address-too-long', { most: MOST_CHARACTERS })
  try {
    decodeURIComponent(pathname)
    decodeURIComponent(search)
    return null
  } catch {
    return problem('malformed-address')
  }
}

function faultOf(error: unknown, c: Context, doors: ApiDoors) {
  if (doors.isUnknownHost?.(error)) return problem('no-such-centre')
  doors.onError(error, c)
  if (!doors.isDatabaseAway(error)) return problem('program-fault')
  return problem('database-away', {}, { headers: { 'Retry-After': '5' } })
}

function honoPath({ path }: ApiRoute): string {
  return `${API}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}

/** Every address that answers something, with the methods it takes. */
function methodsByPath(app: Hono): Map<string, string[]> {
  const own = app.routes.filter((route) => route.method !== 'ALL')
  return new Map(
    [...Map.groupBy(own, (route) => route.path)].map(([path, members]) => [
      path,
      members.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
    ]),
  )
}
