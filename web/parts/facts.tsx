import type { ComponentChildren } from 'preact'

/** Names and what they are, as a list of pairs. */
export function Facts({ class: name = '', children }: { class?: string; children: ComponentChildren }) {
  return <dl class={`facts ${name}`}>{children}</dl>
}

/** One pair. Left out when there is nothing to say. */
export function FactOf({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
