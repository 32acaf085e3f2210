import type { Context } from 'hono'
import { answerPage, type Page } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import { COUNTER, FEEDBACK } from '../portal/opinions/addresses.ts'
import { LOOK_UP } from '../portal/key-cookie.tsx'
import { SIGN_IN } from '../portal/sign-in.tsx'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'
import { KIOSK, KIOSK_SETTING } from './addresses.ts'
import { forgetPerson } from './forget.ts'
import { isKiosk } from './kiosk-cookie.ts'

/** The first page of the machine in the hall. Whoever comes to it is somebody new. */
export async function kioskStart(c: Context, doors: WebDoors): Promise<Response> {
  if (!isKiosk(c)) return c.redirect('/', 303)
  await forgetPerson(c, doors, { keepsDisplay: true })
  const visit = await visitOf(c, doors)
  return answerPage(visit, startPage(visit))
}

/** A person leaves, or has left: nothing of him stays at the machine. */
export async function kioskLeft(c: Context, doors: WebDoors): Promise<Response> {
  if (!isKiosk(c)) return c.redirect('/', 303)
  await forgetPerson(c, doors)
  // What scripts keep; cookies go one by one, or the machine would forget what it is.
  c.header('Clear-Site-Data', '"storage"')
  c.header('Cache-Control', 'no-store')
  return c.redirect(KIOSK, 303)
}

/** So that the machine shows its pages on the whole screen, also where it is added to a home screen. */
export async function kioskManifest(c: Context, doors: WebDoors): Promise<Response> {
  const { centre } = await visitOf(c, doors)
  c.header('Content-Type', 'application/manifest+json; charset=utf-8')
  c.header('Cache-Control', 'no-cache')
  return c.body(
    JSON.stringify({
      name: centre.name,
      short_name: 'Một Cửa',
      lang: 'vi',
      start_url: KIOSK,
      scope: '/',
      display: 'fullscreen',
      background_color: '#ffffff',
      theme_color: '#8C1D2F',
    }),
  )
}

/** An officer comes to the machine and does it with the person, at the counter's own pages. */
const WITH_OFFICER = `${SIGN_IN}?tiep=${encodeURIComponent('/ban/tiep-nhan')}`

function startPage({ words, centre }: Visit): Page {
  const { kiosk: said } = words
  const tiles = [
    ['find', '/thu-tuc'],
    ['lookUp', LOOK_UP],
    ...(centre.takesFilings ? [['file', '/thu-tuc'] as const] : []),
    ['help', WITH_OFFICER],
    ...(centre.asksRatings ? [['rate', COUNTER] as const] : []),
    ...(centre.takesFeedback ? [['feedback', FEEDBACK] as const] : []),
  ] as const
  const main = (
    <div class="wrap page kiosk-start">
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <ul class="kiosk-tiles">
        {tiles.map(([tile, href]) => (
          <li key={tile}>
            <a href={href}>
              <strong>{said.tiles[tile]}</strong>
              <span>{said.hints[tile]}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>{said.privacy}</p>
      <p class="hint">
        <Link href={KIOSK_SETTING}>{said.staff}</Link>
      </p>
    </div>
  )
  return { title: said.title, main }
}
