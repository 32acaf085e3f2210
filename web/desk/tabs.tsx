interface TabsProps {
  /** What all of them are, for who does not see them side by side. */
  readonly label: string
  readonly tabs: readonly {
    readonly href: string
    readonly isHere: boolean
    readonly text: string
    readonly count?: string
  }[]
}

/** Views of one thing side by side, each an address of its own. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ href, isHere, text, count }) => (
        <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          {text}
          {count !== undefined && (
            <>
              {' '}
              <span class="count">{count}</span>
            </>
          )}
        </a>
      ))}
    </nav>
  )
}
