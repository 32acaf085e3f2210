import { useState } from 'preact/hooks'
import { searched } from '#domain/people/searched.ts'
import type { ResultToBring } from '#shapes/field/provision.ts'
import { TextField } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'

interface ResultsListProps {
  readonly words: Words
  readonly results: readonly ResultToBring[]
  /** Codes of those that were handed out on this outing. */
  readonly handedOut: ReadonlySet<string>
  open(code: string): void
}

/** The results brought along, by name or code; what was handed out is marked and not handed out again. */
export function ResultsList({ words, results, handedOut, open }: ResultsListProps) {
  const said = words.fieldIntake.results
  const [typed, type] = useState('')
  const wanted = searched(typed)
  const isWanted = (one: ResultToBring) =>
    [one.code, one.ownerName, one.applicantName].some((text) => searched(text).includes(wanted))
  const shown = results.filter(isWanted)
  return (
    <>
      <div
        onInput={({ target }) => type(target instanceof HTMLInputElement ? target.value : '')}
        class="field-choose"
      >
        <TextField name="tim" label={said.find} value={typed} type="search" autocomplete="off" />
      </div>
      <p role="status" class="hint">
        {results.length === 0 ? said.none : shown.length === 0 ? said.notFound : said.count(shown.length)}
      </p>
      <ul class="field-list">
        {shown.map((one) => (
          <li key={one.code} class="field-card">
            <strong lang="vi">{one.ownerName}</strong>
            <span lang="vi">{one.procedureName}</span>
            <span class="code">{one.code}</span>
            {one.applicantName !== one.ownerName && (
              <span class="hint">{said.appliedBy(one.applicantName)}</span>
            )}
            {handedOut.has(one.code) ? (
              <p class="hint">{said.handedOut}</p>
            ) : (
              <p class="field-buttons">
                <ActButton kind="primary" label={said.handOutOf(one.code)} act={() => open(one.code)}>
                  {said.handOut}
                </ActButton>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
