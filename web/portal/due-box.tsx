import type { DueDay } from '#domain/dossier/due.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { Case, Channel } from '#domain/procedure/procedure.ts'
import { SelectField } from '../parts/field.tsx'
import type { SeenDue, SeenProcedure } from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'

/** When the result would be ready if one applied now, and for which case and way that holds. */
export interface DueShown {
  readonly case: Case | undefined
  readonly channel: Channel
  /** Null when the calendar does not reach so far. */
  readonly due: SeenDue | null
}

/** Works it out for the case and channel asked for in the address, otherwise for the first case at the counter. */
export async function seeDueShown({ reads, desk, url }: Visit, seen: SeenProcedure): Promise<DueShown> {
  const { cases, key } = seen.procedure
  const one = cases.find((each) => each.key === url.searchParams.get('case')) ?? cases[0]
  const channel = seen.channels.find((each) => each === url.searchParams.get('channel')) ?? 'counter'
  if (!one) return { case: one, channel, due: null }
  const due = await reads.seeDue(desk, { procedure: key, case: one.key, channel })
  return { case: one, channel, due: isRefusal(due) ? null : due }
}

interface DueBoxProps {
  readonly words: Words
  readonly seen: SeenProcedure
  readonly shown: DueShown
}

export function DueBox({ words, seen, shown }: DueBoxProps) {
  const { procedure, channels } = words
  const { due } = shown
  if (!due || !shown.case) return null
  return (
    <section class="due" aria-label={procedure.ifNow}>
      <p class="promise">{promise(words, due)}</p>
      {due.isProvisional && <p>{procedure.dueProvisional}</p>}
      <p class="hint">{procedure.dueFor(shown.case.name, channels[shown.channel])}</p>
      {due.due && due.days.length > 0 && <Days words={words} due={due} />}
      <Choose words={words} seen={seen} shown={shown} />
    </section>
  )
}

function promise({ procedure, format }: Words, { due, pattern }: SeenDue): string {
  if (pattern === 'immediate') return procedure.dueAtOnce
  return due === null ? procedure.dueNone : procedure.due(format.longMoment(due))
}

function Days({ words, due: { days, pattern } }: { words: Words; due: SeenDue }) {
  const { procedure, format, dueWhy } = words
  // Only a limit in hours is used up by minutes.
  const counted = (day: DueDay) =>
    !day.counted
      ? procedure.notCounted
      : pattern === 'B'
        ? procedure.countedMinutes(day.minutes)
        : procedure.counted
  return (
    <details class="ds-details no-print">
      <summary>{procedure.dueDays}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={procedure.dueDays}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{procedure.dueDay}</th>
              <th scope="col">{procedure.dueCounted}</th>
              <th scope="col">{procedure.dueWhyTitle}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date} class={day.counted ? 'counted' : undefined}>
                <th scope="row">
                  {format.weekday(day.date)} {format.day(day.date)}
                </th>
                <td>{counted(day)}</td>
                <td>
                  {dueWhy[day.why]}
                  {day.name && (
                    <>
                      : <span lang="vi">{day.name}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** Only where another choice could give another day. */
function Choose({ words, seen, shown }: DueBoxProps) {
  const { procedure, channels } = words
  const { cases, key } = seen.procedure
  const differs = cases.some((one) => Object.keys(one.limit.channels).length > 0)
  if (cases.length < 2 && !differs) return null
  return (
    <form class="choose no-print" action={`/thu-tuc/${encodeURIComponent(key)}`}>
      {cases.length > 1 && (
        <SelectField
          name="case"
          label={procedure.dueChoose}
          value={shown.case?.key}
          choices={cases.map((one) => ({ value: one.key, label: one.name, lang: 'vi' }))}
        />
      )}
      {differs && (
        <SelectField
          name="channel"
          label={procedure.channel}
          value={shown.channel}
          choices={seen.channels.map((one) => ({ value: one, label: channels[one] }))}
        />
      )}
      <button class="ds-button" data-variant="secondary">
        {procedure.dueAgain}
      </button>
    </form>
  )
}
