import type { DueDay } from '#domain/dossier/due.ts'
import type { SeenDue } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

/** When the result would be ready if one applied now, and why that day. */
export function DueBox({ words, due }: { words: Words; due: SeenDue | null }) {
  const { procedure } = words
  if (!due) return null
  return (
    <div class="due">
      <p class="promise">{promise(words, due)}</p>
      {due.isProvisional && <p>{procedure.dueProvisional}</p>}
      {due.due && due.days.length > 0 && <Days words={words} due={due} />}
    </div>
  )
}

export function promise({ procedure, format }: Words, { due, pattern }: SeenDue): string {
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
