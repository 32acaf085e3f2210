import type { ComponentChildren } from 'preact'
import type { Words } from '../words/vi.ts'
import { ErrorSummary, type Fault } from './field.tsx'
import { Notice } from './notice.tsx'
import './elements.ts'

interface PostFormProps {
  readonly words: Words
  readonly action?: string
  readonly id?: string
  readonly class?: string
  /** A name that is this form's alone: what is typed is kept in the browser until it has been sent. */
  readonly draft?: string
  readonly enctype?: 'multipart/form-data'
  /** What is wrong with what was sent; shown on top, with a way to each field. */
  readonly faults?: readonly Fault[] | undefined
  /** Why what was sent was refused. */
  readonly refused?: string | undefined
  readonly children: ComponentChildren
}

/** A form that works by itself; script keeps a draft and sends without reloading the whole page. */
export function PostForm({ words, draft, faults, refused, children, ...rest }: PostFormProps) {
  const form = (
    <form method="post" {...rest}>
      {faults && faults.length > 0 && <ErrorSummary title={words.desk.shell.faults} faults={faults} />}
      {refused && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {children}
    </form>
  )
  return draft === undefined ? (
    form
  ) : (
    <mc-draft
      data-draft={draft}
      data-restored={words.desk.shell.draftRestored}
      data-discard={words.desk.shell.draftDiscard}
    >
      {form}
    </mc-draft>
  )
}
