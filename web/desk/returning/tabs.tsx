import type { Words } from '../../words/vi.ts'

interface TabsProps {
  readonly words: Words
  readonly here: 'drawer' | 'calls' | 'arrived'
  readonly arrived: number
}

/** The piles at the counter: results that wait for people, whom of them to call, and those that have just come. */
export function ReturningTabs({ words, here, arrived }: TabsProps) {
  const said = words.desk.returning
  return (
    <nav class="returning-tabs" aria-label={said.tabs}>
      <a href="/ban/tra" aria-current={here === 'drawer' ? 'page' : undefined}>
        {said.inDrawer}
      </a>
      <a href="/ban/tra/nhac" aria-current={here === 'calls' ? 'page' : undefined}>
        {words.desk.calls.tab}
      </a>
      <a href="/ban/tra/moi-ve" aria-current={here === 'arrived' ? 'page' : undefined}>
        {said.arrived} <span class="count">{words.format.number(arrived)}</span>
      </a>
    </nav>
  )
}
