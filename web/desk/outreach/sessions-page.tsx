import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { countPacketsWaiting } from '#work/field/see-packets.ts'
import { seeSessions, type SessionLine } from '#work/outreach/see-sessions.ts'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_DEVICES, OUT_PACKETS, OUT_SESSIONS, OUT_SESSIONS_NEW, outSessionAddress } from './addresses.ts'

/** The sessions of a month as a calendar: a column a weekday, a row a week; on a telephone the days that have any. */
export const sessionsPage: DeskPage = {
  path: OUT_SESSIONS,
  action: 'see-sessions',
  async get(visit) {
    const { desk, words, url } = visit
    const said = words.outreach.desk
    const month = monthAsked(url.searchParams.get('thang'), dayOf(desk.now))
    const seen = await seeSessions(desk, {
      from: month.toPlainDate({ day: 1 }).toString(),
      until: month.toPlainDate({ day: month.daysInMonth }).toString(),
    })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const mayPlan = !isRefusal(may(desk.actor, { kind: 'plan-sessions' }, dayOf(desk.now).toString()))
    const waiting = await countPacketsWaiting(desk)
    const standing = seen.filter(({ stage }) => stage !== 'cancelled')
    const total = (count: (one: SessionLine) => number) =>
      words.format.number(standing.reduce((sum, one) => sum + count(one), 0))
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead}</p>
        <p class="actions">
          {mayPlan && (
            <a class="ds-button" href={OUT_SESSIONS_NEW}>
              {said.plan}
            </a>
          )}
          <a class="ds-button" data-variant="secondary" href={OUT_DEVICES}>
            {words.fieldWork.devices.title}
          </a>
          {waiting !== null && (
            <a class="ds-button" data-variant="secondary" href={OUT_PACKETS}>
              {waiting === 0
                ? words.fieldWork.packets.title
                : words.fieldWork.packets.titleWaiting(words.format.number(waiting))}
            </a>
          )}
        </p>
        <nav class="month-ways" aria-label={said.title}>
          <Link href={monthAddress(month.subtract({ months: 1 }))}>{said.before}</Link>
          <h2>{said.month(String(month.month), String(month.year))}</h2>
          <Link href={monthAddress(month.add({ months: 1 }))}>{said.after}</Link>
        </nav>
        <Month words={words} month={month} sessions={seen} />
        <p>
          {said.totals(
            words.format.number(standing.length),
            total(({ registered }) => registered),
            total(({ received }) => received),
          )}
        </p>
      </>
    )
    return { title: said.title, main }
  },
}

const monthAddress = (month: Temporal.PlainYearMonth) => `${OUT_SESSIONS}?thang=${month}`

/** The month an address asks for, or that of today. */
function monthAsked(given: string | null, today: Temporal.PlainDate): Temporal.PlainYearMonth {
  return /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(given ?? '')
    ? Temporal.PlainYearMonth.from(given ?? '')
    : today.toPlainYearMonth()
}

interface MonthProps {
  readonly words: Words
  readonly month: Temporal.PlainYearMonth
  readonly sessions: readonly SessionLine[]
}

function Month({ words, month, sessions }: MonthProps) {
  const first = month.toPlainDate({ day: 1 })
  const begin = first.subtract({ days: first.dayOfWeek - 1 })
  const weeks = Math.ceil((first.dayOfWeek - 1 + month.daysInMonth) / 7)
  const { weekdays } = words.outreach.desk
  return (
    <table class="month">
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks }, (_, week) => (
          <tr key={week}>
            {weekdays.map((name, place) => {
              const day = begin.add({ days: week * 7 + place })
              const held = sessions.filter(({ plan }) => plan.on === day.toString())
              return (
                <td key={name} class={held.length === 0 ? 'empty' : undefined}>
                  {day.month === month.month && (
                    <span class="day">
                      <span class="weekday">{name} </span>
                      {day.day}
                    </span>
                  )}
                  {held.map((one) => (
                    <Held key={one.id} words={words} one={one} />
                  ))}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Held({ words, one }: { readonly words: Words; readonly one: SessionLine }) {
  const { format, outreach } = words
  const { plan, stage, registered, received } = one
  return (
    <div class={`held ${stage}`}>
      <a class="ds-link" href={outSessionAddress(one.id)}>
        <span lang="vi">{one.communeName}</span>{' '}
        <span class="tabular">
          {outreach.sessions.hours(format.clock(plan.opens), format.clock(plan.closes))}
        </span>
      </a>
      <small>{outreach.stages[stage]}</small>
      <small lang="vi">{one.teamNames.join(', ')}</small>
      {stage !== 'planned' && (
        <small>{outreach.desk.counts(format.number(registered), format.number(received))}</small>
      )}
    </div>
  )
}
