import { isRefusal } from '#domain/outcome.ts'
import { rateDossier, seeRating } from '#work/opinions/rate-dossier.ts'
import { seeOther } from '../desk/desk-page.ts'
import { errorPage } from '../portal/error.tsx'
import { ratedPage, ratingPage, ratingSent } from '../portal/opinions/rating-page.tsx'
import { ownDossierAddress, rateOwnAddress } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

/** What the citizen thinks of one of the own dossiers. */
export const rateOwnPage: CitizenPage = {
  path: '/toi/ho-so/:code/danh-gia',
  action: 'say-opinion',
  async get(visit) {
    const asked = await askedOf(visit)
    if (!asked) return errorPage(visit.words, 404)
    return visit.c.req.query('xong') === undefined ? ratingPage(asked) : ratedPage(visit.words, asked.back)
  },
  async post(visit, typed) {
    const asked = await askedOf(visit)
    if (!asked) return errorPage(visit.words, 404)
    const answered = await ratingSent(asked, typed, (given) => rateDossier(visit.desk, asked.rater, given))
    if (answered instanceof Temporal.Instant) throw new Error('an account waits for nothing')
    return answered ?? seeOther(`${asked.action}?xong`)
  },
}

async function askedOf({ c, desk, words }: CitizenVisit) {
  const rater = { way: 'account' as const, code: c.req.param('code') ?? '' }
  const seen = await seeRating(desk, rater)
  if (isRefusal(seen) || seen.code === null) return undefined
  const back = { href: ownDossierAddress(seen.code), text: words.opinions.rating.back }
  return { words, seen, rater, action: rateOwnAddress(seen.code), back }
}
