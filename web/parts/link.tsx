import type { ComponentChildren } from 'preact'

/** A link in the look of the design system; `lang` when its words are in another language than the page. */
export function Link({ href, lang, children }: { href: string; lang?: string; children: ComponentChildren }) {
  return (
    <a class="ds-link" href={href} {...(lang && { lang })}>
      {children}
    </a>
  )
}
