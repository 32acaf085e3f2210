import type { ComponentChildren } from 'preact'

/** What may stand on an element of our own; what it does is in `web/islands/`. */
interface IslandAttributes {
  readonly id?: string
  readonly class?: string
  readonly key?: string
  readonly hidden?: boolean
  readonly role?: 'group' | 'region' | 'status' | 'search'
  readonly children?: ComponentChildren
  readonly [data: `data-${string}` | `aria-${string}`]: string | number | boolean | undefined
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      [island: `mc-${string}`]: IslandAttributes
      'turbo-frame': IslandAttributes & { readonly target?: '_top' }
    }
  }
}
