import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { seeHomeRoute } from '#work/outreach/see-home-visits.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_HOME_ROUTE, outHomeAddress } from './addresses.ts'

/** The visits of a day in the order in which they are gone to: an address, whom to call, what for. */
export const homeRoutePage: DeskPage = {
  path: OUT_HOME_ROUTE,
  action: 'see-sessions',
  async get(visit) {
    const { desk, words, url } = visit
    const said = words.outreach.home.desk
    const on = dayAsked(url.searchParams.get('ngay'), dayOf(desk.now).toString())
    const stops = await seeHomeRoute(desk, on)
    if (isRefusal(stops)) return refusedPage(visit, stops)
    const main = (
      <>
        <h1>{said.route}</h1>
        <form class="with-button no-print" action={OUT_HOME_ROUTE}>
          <TextField name="ngay" label={said.day} type="date" value={on} />
          <Button kind="secondary">{words.outreach.sessions.show}</Button>
        </form>
        <h2>{words.format.longDay(on)}</h2>
        {stops.length === 0 ? (
          <p class="nothing">{said.noStops}</p>
        ) : (
          <ol class="rows">
            {stops.map((one) => (
              <li key={one.id}>
                <p>
                  <strong>{said.stop(words.format.number(one.place))}</strong>{' '}
                  <Link href={outHomeAddress(one.code)}>{one.code}</Link> <span lang="vi">{one.name}</span>
                </p>
                <p lang="vi">{[one.address, one.hamlet, one.communeName].join(', ')}</p>
                <p lang="vi">{[one.contactName, one.contactPhone ?? one.phone].filter(Boolean).join(', ')}</p>
                <p class="hint" lang="vi">
                  {one.teamNames.join(', ')} · {words.outreach.home.stages[one.state.stage]}
                </p>
              </li>
            ))}
          </ol>
        )}
      </>
    )
    return { title: said.route, main }
  },
}
