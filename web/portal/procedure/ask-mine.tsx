import type { Case, Component } from '#domain/procedure/procedure.ts'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import type { SeenProcedure } from '../../reads.ts'
import type { Visit } from '../../visit.ts'
import type { Chosen } from './chosen.ts'

/** Something that may hold for a person, and the papers it asks for. */
export interface Question {
  readonly label: string
  /** Whether the label is the name of a paper, for want of a sentence in the guide. */
  readonly isCatalogueText: boolean
  readonly papers: readonly string[]
}

/** What to ask a person in a case; papers with the same condition are asked for once. */
export function questionsOf(of: Case, when: (paper: Component) => string | null): readonly Question[] {
  const asked = of.components
    .filter((paper) => !paper.isRequired)
    .map((paper) => ({
      label: when(paper) ?? paper.name,
      isCatalogueText: when(paper) === null,
      key: paper.key,
    }))
  return [...Map.groupBy(asked, ({ label }) => label)].map(([label, papers]) => ({
    label,
    isCatalogueText: papers.some((one) => one.isCatalogueText),
    papers: papers.map(({ key }) => key),
  }))
}

interface AskMineProps {
  readonly visit: Visit
  readonly seen: SeenProcedure
  readonly chosen: Chosen
  readonly holds: ReadonlySet<string>
  readonly when: (paper: Component) => string | null
}

/** "My case is …, I am …": a form by GET, so that its answer has an address to take along. */
export function AskMine({ visit: { words }, seen, chosen, holds, when }: AskMineProps) {
  const { checklist } = words
  const { cases, key } = seen.procedure
  const questions = questionsOf(chosen.case, when)
  if (cases.length < 2 && questions.length === 0) return null
  return (
    <form class="panel tinted ask-mine no-print" action={`/thu-tuc/${encodeURIComponent(key)}/giay-to`}>
      <input type="hidden" name="channel" value={chosen.channel} />
      {cases.length > 1 && (
        <fieldset>
          <legend>{checklist.myCase}</legend>
          {cases.map((one) => (
            <label key={one.key} class="choice">
              <input type="radio" name="case" value={one.key} checked={one.key === chosen.case.key} />
              <span>
                <CatalogueText text={one.name} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {questions.length > 0 && (
        <fieldset>
          <legend>{checklist.iAm}</legend>
          {questions.map(({ label, isCatalogueText, papers }) => (
            <label key={label} class="choice">
              <input
                type="checkbox"
                name="paper"
                value={papers.join(' ')}
                checked={papers.every((one) => holds.has(one))}
              />
              <span>{isCatalogueText ? <CatalogueText text={label} /> : label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <button class="ds-button" data-variant="secondary">
        {checklist.make}
      </button>
    </form>
  )
}
