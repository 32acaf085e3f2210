import type { ComponentChildren } from 'preact'

interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'tertiary'
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  readonly formaction?: string
  readonly isDanger?: boolean
  /** The form it sends, when it stands outside of it. */
  readonly form?: string
  /** A key with its modifier, `Alt+Enter`: shown, and made to work by the page's script. */
  readonly keys?: string
  readonly children: ComponentChildren
}

/** A button; the first of a form is what Enter presses. */
export function Button({
  kind = 'primary',
  type = 'submit',
  isDanger,
  keys,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      class="ds-button"
      type={type}
      data-variant={kind}
      {...(isDanger && { 'data-color': 'danger' })}
      {...(keys && { 'data-keys': keys, 'aria-keyshortcuts': keys })}
      {...rest}
    >
      {children}
      {keys && <Keys keys={keys} />}
    </button>
  )
}

/** A key as it is printed on the keyboard, for eyes only: `aria-keyshortcuts` says it to the others. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd aria-hidden="true" class="keys">
      {keys}
    </kbd>
  )
}
