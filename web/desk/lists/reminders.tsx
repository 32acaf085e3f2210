import { isRefusal } from '#domain/outcome.ts'
import { type Reminder, REMINDERS, remindedOf, seeReminders } from '#work/reading/see-reminders.ts'
import type { Page } from '../../page.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { FILINGS } from '../filings/addresses.ts'
import { refusedPage } from '../refused-page.tsx'
import { ANY_LIST } from './any-list.tsx'
import { listAddress } from './list-address.ts'

const ALL = Object.keys(REMINDERS).filter((name): name is Reminder => name in REMINDERS)

/** What a person is reminded of, each with how much there is and a way to it; what there is nothing of is folded. */
export const remindersPage: DeskPage = {
  path: '/ban/nhac-viec',
  action: 'see-own-worklist',
  async get(visit) {
    const { desk, words } = visit
    const seen = await seeReminders(desk)
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.reminders
    const ofFilings = seen.filings
      ? FILING_REMINDERS.map(([reminder, count]) => {
          return { reminder, count: seen.filings?.[count] ?? 0, href: FILINGS }
        })
      : []
    const tiles: readonly Tile[] = [
      ...ofFilings,
      ...ALL.map((reminder) => ({
        reminder,
        count: seen.counts.get(reminder) ?? 0,
        href: listAddress(ANY_LIST, { asked: remindedOf(reminder, seen.isWhole) }),
      })),
    ]
    const some = tiles.filter(({ count }) => count > 0)
    const none = tiles.filter(({ count }) => count === 0)
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{seen.isWhole ? said.leadOfAll : said.lead}</p>
        {some.length === 0 ? <p class="nothing">{said.nothing}</p> : <Tiles words={words} tiles={some} />}
        {none.length > 0 && (
          <details class="ds-details">
            <summary>{said.others(none.length)}</summary>
            <Tiles words={words} tiles={none} />
          </details>
        )}
      </>
    )
    return { title: said.title, main, live: 'lists' } satisfies Page
  },
}

/** Of what was filed online, with the count that is meant. */
const FILING_REMINDERS = [
  ['filing-over', 'overdue'],
  ['filing-near', 'near'],
] as const

interface Tile {
  readonly reminder: Reminder | (typeof FILING_REMINDERS)[number][0]
  readonly count: number
  readonly href: string
}

function Tiles({ words, tiles }: { readonly words: Words; readonly tiles: readonly Tile[] }) {
  const said = words.desk.reminders
  return (
    <ul class="reminders">
      {tiles.map(({ reminder, count, href }) => (
        <li key={reminder} data-reminder={reminder} {...(count === 0 && { class: 'none' })}>
          <a href={href}>
            <strong>{words.format.number(count)}</strong>
            <span>
              {said.names[reminder]}
              <small>{said.hints[reminder]}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
