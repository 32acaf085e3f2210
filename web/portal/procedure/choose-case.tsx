import type { Case } from '#domain/procedure/procedure.ts'
import { SelectField } from '../../parts/field.tsx'
import type { SeenProcedure } from '../../reads.ts'
import type { Visit } from '../../visit.ts'
import type { Chosen } from './chosen.ts'

interface ChooseCaseProps {
  readonly visit: Visit
  readonly seen: SeenProcedure
  readonly chosen: Chosen
}

/** "I am …, my case is …": only where another choice would give another answer. */
export function ChooseCase({ visit: { words, shownAs }, seen, chosen }: ChooseCaseProps) {
  const { procedure, channels } = words
  const { cases, key } = seen.procedure
  const goesByChannel = cases.some(differsByChannel)
  if (cases.length < 2 && !goesByChannel) return null
  return (
    <form class="panel tinted choose no-print" action={`/thu-tuc/${encodeURIComponent(key)}`}>
      {cases.length > 1 && (
        <SelectField
          name="case"
          label={procedure.myCase}
          value={chosen.case.key}
          choices={cases.map(({ key, name }) => {
            const label = shownAs.get(name)
            return label === undefined ? { value: key, label: name, lang: 'vi' } : { value: key, label }
          })}
        />
      )}
      {goesByChannel && (
        <SelectField
          name="channel"
          label={procedure.channel}
          value={chosen.channel}
          choices={seen.channels.map((one) => ({ value: one, label: channels[one] }))}
        />
      )}
      <button class="ds-button" data-variant="secondary">
        {procedure.showMine}
      </button>
    </form>
  )
}

/** Whether time or fee hang on the way of applying. */
export function differsByChannel({ limit, fee }: Case): boolean {
  return Object.keys(limit.channels).length + Object.keys(fee.channels).length > 0
}
