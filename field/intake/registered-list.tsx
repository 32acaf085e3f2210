import type { RegisteredFor } from '#shapes/field/provision.ts'
import type { Words } from '#web/words/vi.ts'

interface RegisteredListProps {
  readonly words: Words
  readonly registrations: readonly RegisteredFor[]
  /** Ids of those whose dossier was begun already. */
  readonly begun: ReadonlySet<string>
  nameOf(procedure: string): string
  start(registered: RegisteredFor): void
}

/** Who registered for a time of the session: one tap begins their dossier with what was said then. */
export function RegisteredList({ words, registrations, begun, nameOf, start }: RegisteredListProps) {
  const said = words.fieldIntake.choose
  if (registrations.length === 0) return null
  return (
    <section aria-labelledby="registered">
      <h2 id="registered">{said.registered}</h2>
      <ul class="field-list">
        {registrations
          .toSorted((a, b) => a.slot - b.slot)
          .map((one) => (
            <li key={one.id}>
              <button type="button" class="field-row" onClick={() => start(one)}>
                <strong>
                  {timeOf(one.slot)} <span lang="vi">{one.name}</span>
                </strong>
                <span class="hint">
                  {one.procedure === null ? said.anyProcedure : nameOf(one.procedure)}
                  {begun.has(one.id) && ` · ${said.begun}`}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** `08:30` of a minute of the day. */
function timeOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
