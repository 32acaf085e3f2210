import { CatalogueText } from '../../parts/catalogue-text.tsx'
import type { SeenProcedure } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

/** Who does which step in what time, in plain words. */
export function Steps({ words, seen: { steps, procedure: of } }: { words: Words; seen: SeenProcedure }) {
  const { procedure, posts, format, citizen } = words
  return (
    <details class="ds-details no-print">
      <summary>{procedure.steps}</summary>
      <ol class="process">
        {steps.map((step) => (
          <li key={step.key}>
            <div>
              <strong>
                <CatalogueText text={step.name} />
              </strong>
              <p>
                {step.kind === 'citizen' ? citizen : posts[step.post]}
                {step.kind !== 'citizen' && (
                  <>
                    , <CatalogueText text={step.unitName} />
                  </>
                )}
              </p>
            </div>
            <span class="time">
              {step.kind === 'citizen'
                ? procedure.clockStops
                : step.minutesAllotted === null
                  ? procedure.noStepTime
                  : format.allotted(step.minutesAllotted)}
            </span>
          </li>
        ))}
      </ol>
      {of.processEvidence?.mark === 'R' && <p class="hint">{procedure.stepsReconstructed}</p>}
    </details>
  )
}
