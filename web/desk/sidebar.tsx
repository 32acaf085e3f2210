import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type Action, appointmentsOn, may } from '#domain/people/may.ts'
import { Keys } from '../parts/button.tsx'
import { DoorMark } from '../parts/door-mark.tsx'
import type { DeskVisit } from './desk-page.ts'

/** The ways of the desk that the person's post opens, each with how much lies there. */
export async function Sidebar(visit: DeskVisit) {
  const { words, centre, desk } = visit
  const { shell } = words.desk
  const on = dayOf(desk.now).toString()
  const mayDo = (action: Action) => !isRefusal(may(desk.actor, action, on))
  const isClerk = appointmentsOn(desk.actor, on).some((one) => one.post === 'clerk')
  return (
    <nav class="desk-side" aria-label={shell.navigation}>
      <a class="logo" href="/ban">
        <DoorMark />
        <span lang="vi">
          {words.site.product}
          <small>{centre.name}</small>
        </span>
      </a>
      <Way visit={visit} href="/ban" text={shell.myWork} keys="Alt+M" />
      {isClerk && <Way visit={visit} href="/ban/tiep-nhan" text={shell.receive} keys="Alt+N" />}
      {isClerk && <Way visit={visit} href="/ban/tra" text={shell.handBack} keys="Alt+T" />}
      <h2>{shell.supervise}</h2>
      <Way visit={visit} href="/ban/nhac-viec" text={shell.reminders} />
      <Way visit={visit} href="/ban/danh-sach" text={shell.list} />
      {mayDo({ kind: 'see-figures' }) && <Way visit={visit} href="/ban/hom-nay" text={shell.today} />}
    </nav>
  )
}

interface WayProps {
  readonly visit: DeskVisit
  readonly href: string
  readonly text: string
  readonly count?: number
  readonly keys?: string
}

function Way({ visit: { url, words }, href, text, count, keys }: WayProps) {
  return (
    <a
      class="way"
      href={href}
      aria-current={url.pathname === href ? 'page' : undefined}
      {...(keys && { 'data-keys': keys, 'aria-keyshortcuts': keys })}
    >
      {text}
      {count !== undefined && <span>{words.format.number(count)}</span>}
      {keys && count === undefined && <Keys keys={keys} />}
    </a>
  )
}
