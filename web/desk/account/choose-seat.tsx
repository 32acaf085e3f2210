import { setCookie } from 'hono/cookie'
import { dayOf } from '#domain/calendar/moment.ts'
import { seeListChoices } from '#work/reading/see-list-choices.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { Link } from '../../parts/link.tsx'
import { type DeskPage, seeOther } from '../desk-page.ts'
import { first } from '../form.ts'
import { ALL_SEATS, seatName, seatsOf } from '../seat.ts'

export const SEAT_COOKIE = 'vi-tri'
export const CHOOSE_SEAT = '/ban/cho-ngoi'
const HOURS = 16

/** A person with several posts says in which to work now; asked after signing in, and whenever it should be another. */
export const chooseSeatPage: DeskPage = {
  path: CHOOSE_SEAT,
  action: 'see-oneself',
  async get(visit) {
    const { words, desk, whole } = visit
    const said = words.desk.account
    const { names } = await seeListChoices(desk, {})
    const seats = seatsOf(whole, dayOf(desk.now).toString())
    const main = (
      <>
        <h1>{said.seatTitle}</h1>
        <p class="sub">{seats.length > 1 ? said.seatLead : said.seatOne}</p>
        <form method="post" class="seats">
          {seats.map((seat) => (
            <Button key={seatName(seat)} kind="secondary" name="viTri" value={seatName(seat)}>
              <span>
                {words.posts[seat.post]}
                <small lang="vi">{names[seat.unit] ?? seat.unit}</small>
              </span>
            </Button>
          ))}
          {seats.length > 1 && (
            <Button kind="tertiary" name="viTri" value={ALL_SEATS}>
              {words.desk.shell.allPosts}
            </Button>
          )}
        </form>
        <p>
          <Link href="/ban">{words.desk.shell.myWork}</Link>
        </p>
      </>
    )
    return { title: said.seatTitle, main } satisfies Page
  },
  async post({ c, url }, typed) {
    setCookie(c, SEAT_COOKIE, first(typed, 'viTri').slice(0, 200), {
      path: '/ban',
      httpOnly: true,
      sameSite: 'Lax',
      secure: url.protocol === 'https:',
      maxAge: HOURS * 3600,
    })
    return seeOther('/ban')
  },
}
