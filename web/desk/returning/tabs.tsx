import type { Words } from '../../words/vi.ts'
import { Tabs } from '../tabs.tsx'

interface TabsProps {
  readonly words: Words
  readonly here: 'drawer' | 'calls' | 'arrived'
  readonly arrived: number
}

/** The piles at the counter: results that wait for people, whom of them to call, and those that have just come. */
export function ReturningTabs({ words, here, arrived }: TabsProps) {
  const said = words.desk.returning
  return (
    <Tabs
      label={said.tabs}
      tabs={[
        { href: '/ban/tra', isHere: here === 'drawer', text: said.inDrawer },
        { href: '/ban/tra/nhac', isHere: here === 'calls', text: words.desk.calls.tab },
        {
          href: '/ban/tra/moi-ve',
          isHere: here === 'arrived',
          text: said.arrived,
          count: words.format.number(arrived),
        },
      ]}
    />
  )
}
