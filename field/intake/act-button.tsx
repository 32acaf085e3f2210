import type { ComponentChildren } from 'preact'

interface ActButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'tertiary'
  readonly isDanger?: boolean
  readonly isBusy?: boolean
  /** What it is called where its text alone does not say of what. */
  readonly label?: string
  readonly children: ComponentChildren
  act(): void
}

/** A button that does something here and sends nothing. */
export function ActButton({ kind = 'secondary', isDanger, isBusy, label, children, act }: ActButtonProps) {
  return (
    <button
      class="ds-button"
      type="button"
      data-variant={kind}
      {...(isDanger && { 'data-color': 'danger' })}
      {...(isBusy && { 'aria-busy': true, disabled: true })}
      {...(label && { 'aria-label': label })}
      onClick={act}
    >
      {children}
    </button>
  )
}
