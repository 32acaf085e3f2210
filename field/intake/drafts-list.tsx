import { useState } from 'preact/hooks'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from './act-button.tsx'
import { type IntakeDraft, typedAt } from './intake-draft.ts'

interface DraftsListProps {
  readonly words: Words
  readonly drafts: readonly IntakeDraft[]
  /** What a procedure is called; its key where it was not brought along. */
  nameOf(procedure: string): string
  open(id: string): void
  drop(id: string): void
}

/** Dossiers that were begun and left: gone on with, or thrown away after a question. */
export function DraftsList({ words, drafts, nameOf, open, drop }: DraftsListProps) {
  const said = words.fieldIntake.drafts
  const [asked, ask] = useState<string | null>(null)
  if (drafts.length === 0) return <p class="hint">{said.none}</p>
  return (
    <ul class="field-list">
      {drafts.map((draft) => {
        const name = typedAt(draft, 'applicant.name') || said.nameless
        const procedure = typedAt(draft, 'procedure')
        return (
          <li key={draft.id} class="field-card">
            <strong lang="vi">{name}</strong>
            {procedure !== '' && <span lang="vi">{nameOf(procedure)}</span>}
            <span class="hint">
              {said.begunAt(words.format.moment(draft.begunAt))} · {words.fieldIntake.steps[draft.step]}
            </span>
            {asked === draft.id ? (
              <div role="alert">
                <p>{said.dropSure(name)}</p>
                <p class="field-buttons">
                  <ActButton isDanger kind="primary" act={() => drop(draft.id)}>
                    {said.dropYes}
                  </ActButton>
                  <ActButton act={() => ask(null)}>{said.dropNo}</ActButton>
                </p>
              </div>
            ) : (
              <p class="field-buttons">
                <ActButton kind="primary" act={() => open(draft.id)}>
                  {said.goOn}
                </ActButton>
                <ActButton kind="tertiary" act={() => ask(draft.id)}>
                  {said.drop}
                </ActButton>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
