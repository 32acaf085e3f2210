import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Fault } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import { LacksSaid, stillAmong } from '../intake/lacks-said.tsx'
import { typedBoxes } from '../intake/typed-boxes.ts'
import type { Written } from './written.ts'

/** What a screen is given to write something down on it. */
export interface WrittenProps {
  readonly words: Words
  readonly draft: Written
  /** Whether the last change is on the device; null while it is being kept. */
  readonly isKept: boolean | null
  change(make: (draft: Written) => Written): void
  leave(): void
}

interface WrittenScreenProps extends WrittenProps {
  readonly title: string
  /** Whom or what it is about. */
  readonly subject: ComponentChildren
  readonly act: string
  /** What is missing before it is finished. */
  lacking(): readonly Fault[]
  finish(): void
  children(faults: readonly Fault[]): ComponentChildren
}

/** Something that is written down on one screen; what is missing is said when somebody wants to finish. */
export function WrittenScreen(props: WrittenScreenProps) {
  const { words, title, subject, act, isKept, lacking, change, finish, leave, children } = props
  const [asked, show] = useState<readonly Fault[]>([])
  const faults = stillAmong(asked, lacking)
  return (
    <form
      class="field-intake"
      noValidate
      onInput={({ currentTarget }) =>
        change((now) => ({ ...now, typed: { ...now.typed, ...typedBoxes(currentTarget) } }))
      }
      onSubmit={(event) => {
        event.preventDefault()
        show(lacking())
        if (lacking().length === 0) finish()
      }}
    >
      <h1 tabIndex={-1}>{title}</h1>
      {isKept === true && <p class="hint field-kept">{words.fieldIntake.saved}</p>}
      <p lang="vi">{subject}</p>
      {isKept === false && (
        <p class="fault" role="alert">
          {words.fieldIntake.notSaved}
        </p>
      )}
      <LacksSaid words={words} faults={faults} asked={asked} />
      {children(faults)}
      <nav class="field-onward" aria-label={act}>
        <ActButton act={leave}>{words.fieldIntake.back}</ActButton>
        <button class="ds-button" type="submit">
          {act}
        </button>
      </nav>
    </form>
  )
}
