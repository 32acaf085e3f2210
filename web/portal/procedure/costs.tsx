import { exemptionsOn } from '#domain/procedure/fee-lines.ts'
import { forChannel } from '#domain/procedure/procedure.ts'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import type { SeenProcedure } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'
import type { Chosen } from './chosen.ts'

interface CostsProps {
  readonly words: Words
  readonly seen: SeenProcedure
  readonly chosen: Chosen
  readonly today: string
}

/** What the chosen case costs by the chosen way, and who pays less; what is undetermined is said to be so. */
export function Costs({ words, seen, chosen, today }: CostsProps) {
  const { procedure, fee } = words
  const costs = forChannel(chosen.case.fee, chosen.channel)
  const exempt = exemptionsOn(seen.procedure, chosen.channel, today)
  return (
    <>
      <p class="answer">{fee(costs)}</p>
      {costs.note && (
        <p class="hint">
          <CatalogueText text={costs.note} />
        </p>
      )}
      {costs.kind === 'undetermined' && <p class="hint">{procedure.undeterminedWhy}</p>}
      {exempt.length > 0 && (
        <details class="ds-details no-print">
          <summary>{procedure.exempt}</summary>
          <ul>
            {exempt.map(({ key, name, off, ground }) => (
              <li key={key}>
                <CatalogueText text={name} />
                {': '}
                {'percent' in off ? procedure.off(off.percent) : procedure.offDong(off.dong)}
                <small lang="vi">{ground}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
