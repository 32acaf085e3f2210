import { FactOf } from '#web/parts/facts.tsx'
import type { Words } from '#web/words/vi.ts'
import type { Taking } from './intake-lacks.ts'
import type { Reckoned } from './reckoned-outside.ts'
import { countsFromNextOpening } from './received-outside.ts'

interface DueSaidProps {
  readonly words: Words
  readonly taking: Taking
  readonly reckoned: Reckoned
}

/** When the result is due, as far as it can be said out here, and from when the time counts. */
export function DueSaid({ words, taking: { law, out }, reckoned: { due, isReckoned } }: DueSaidProps) {
  const said = words.fieldIntake.due
  return (
    <FactOf name={said.label}>
      {!isReckoned
        ? said.unknown
        : due === null
          ? words.timeliness['no-limit']
          : words.format.longMoment(due)}
      {isReckoned && due !== null && (
        <>
          {countsFromNextOpening(law.counting, out.now) && <small>{said.fromOpening}</small>}
          <small>{said.provisional}</small>
        </>
      )}
    </FactOf>
  )
}
