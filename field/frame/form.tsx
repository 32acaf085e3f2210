import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface FormProps {
  readonly title: string
  readonly act: string
  readonly isBusy: boolean
  readonly children: ComponentChildren
  /** Hears of every key: what was typed is kept by who shows it, or it would be gone when the page is drawn anew. */
  type(typed: { readonly [name: string]: string }): void
  send(): Promise<void>
}

/** A form that is answered here and sends nothing by itself. */
export function Form({ title, act, isBusy, children, type, send }: FormProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="field-home">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <form
        noValidate
        class="field-form"
        onInput={({ currentTarget }) => type(textsIn(currentTarget))}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {children}
        <button
          class="ds-button"
          type="submit"
          data-variant="primary"
          {...(isBusy && { disabled: true, 'aria-busy': true })}
        >
          {act}
        </button>
      </form>
    </section>
  )
}

function textsIn(form: HTMLFormElement): { [name: string]: string } {
  const texts = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.normalize('NFC')] as const] : [],
  )
  return Object.fromEntries(texts)
}
