import type { ComponentChildren } from 'preact'

interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'danger'
  /** `alert` is read out at once, `status` when there is time; without it the notice is part of the page. */
  readonly role?: 'status' | 'alert'
  readonly title?: string
  readonly id?: string
  /** Named so where the next look at the page has it no more: a page that shows itself anew keeps it (`kept-fields.ts`). */
  readonly saidOnce?: string
  readonly children?: ComponentChildren
}

/** Something the person should know, in the colour of how much it matters; never by colour alone. */
export function Notice({ kind, title, saidOnce, children, ...rest }: NoticeProps) {
  const once = saidOnce === undefined ? {} : { id: saidOnce, 'data-said-once': true }
  return (
    <div class="ds-alert" data-color={kind} {...rest} {...once}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}
