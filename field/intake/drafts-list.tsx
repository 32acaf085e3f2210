import { useState } from 'preact/hooks'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from './act-button.tsx'

/** Something that was begun and left. */
export interface LeftOver {
  readonly id: string
  readonly begunAt: Moment
  /** Whose it is; empty until a name was typed. */
  readonly name: string
  /** The procedure it is about; null until one was chosen. */
  readonly procedure: string | null
  /** How far it went, or what it is. */
  readonly where: string
  /** Where it is gone on with. */
  readonly route: string
}

interface DraftsListProps {
  readonly words: Words
  readonly drafts: readonly LeftOver[]
  open(route: string): void
  drop(id: string): void
}

/** What was begun and left: gone on with, or thrown away after a question. */
export function DraftsList({ words, drafts, open, drop }: DraftsListProps) {
  const said = words.fieldIntake.drafts
  const [asked, ask] = useState<string | null>(null)
  if (drafts.length === 0) return <p class="hint">{said.none}</p>
  return (
    <ul class="field-list">
      {drafts.map((draft) => {
        const name = draft.name || said.nameless
        return (
          <li key={draft.id} class="field-card">
            <strong lang="vi">{name}</strong>
            {draft.procedure !== null && <span lang="vi">{draft.procedure}</span>}
            <span class="hint">
              {said.begunAt(words.format.moment(draft.begunAt))} · {draft.where}
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
                <ActButton kind="primary" act={() => open(draft.route)}>
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
