import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import { sentForm } from '../../desk/form.ts'
import { answerPage } from '../../page.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import { keptKey, LOOK_UP } from '../key-cookie.tsx'
import { FOLLOWED } from '../followed-addresses.ts'
import { tooMany } from '../look-up.tsx'
import { RATE } from './addresses.ts'
import { ratedPage, ratingPage, ratingSent } from './rating-page.tsx'

/** The rating of the dossier that code and key in the cookie open. */
export async function ratingByKey(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const asked = await askedOf(visit, doors)
  if (asked instanceof Response) return asked
  return answerPage(
    visit,
    c.req.query('xong') === undefined ? ratingPage(asked) : ratedPage(visit.words, asked.back),
  )
}

export async function ratedByKey(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = await sentForm(c)
  const asked = await askedOf(visit, doors)
  if (asked instanceof Response) return asked
  const { rater } = asked
  const answered = await ratingSent(asked, typed, (given) => doors.opinions.rate(c, visit.desk, rater, given))
  if (answered instanceof Temporal.Instant) return tooMany(visit, answered)
  return answered ? answerPage(visit, answered) : c.redirect(`${RATE}?xong`, 303)
}

async function askedOf(visit: Visit, doors: WebDoors) {
  const { c, words, desk } = visit
  const opened = keptKey(c)
  if (!opened) return c.redirect(LOOK_UP, 303)
  const rater = { way: 'key' as const, ...opened }
  const seen = await doors.opinions.seeRating(c, desk, rater)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return c.redirect(FOLLOWED, 303)
  return { words, seen, rater, action: RATE, back: { href: FOLLOWED, text: words.opinions.rating.back } }
}
