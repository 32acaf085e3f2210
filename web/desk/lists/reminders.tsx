import { isRefusal } from '#domain/outcome.ts'
import { type Reminder, REMINDERS, remindedOf, seeReminders } from '#work/reading/see-reminders.ts'
import type { Page } from '../../page.tsx'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { ANY_LIST } from './any-list.tsx'
import { listAddress } from './list-address.ts'

const ALL = Object.keys(REMINDERS).filter((name): name is Reminder => name in REMINDERS)

/** What a person is reminded of, each with how much there is and a way to it. */
export const remindersPage: DeskPage = {
  path: '/ban/nhac-viec',
  action: 'see-own-worklist',
  async get(visit) {
    const { desk, words } = visit
    const seen = await seeReminders(desk)
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.reminders
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{seen.isWhole ? said.leadOfAll : said.lead}</p>
        <ul class="reminders">
          {ALL.map((reminder) => {
            const count = seen.counts.get(reminder) ?? 0
            return (
              <li key={reminder} data-reminder={reminder} {...(count === 0 && { class: 'none' })}>
                <a href={listAddress(ANY_LIST, { asked: remindedOf(reminder, seen.isWhole) })}>
                  <strong>{words.format.number(count)}</strong>
                  <span>
                    {said.names[reminder]}
                    <small>{said.hints[reminder]}</small>
                  </span>
                </a>
              </li>
            )
          })}
        </ul>
      </>
    )
    return { title: said.title, main, live: 'lists' } satisfies Page
  },
}
