import type { Page } from '../page.tsx'
import type { Words } from '../words/vi.ts'
import type { DeskPage } from './desk-page.ts'

type KeyWords = Words['desk']['shell']['keys']

/** Every key of the desk, and what it does; what script does with them is in `web/islands/mc-keys.ts`. */
const KEYS: readonly (readonly [keys: string, does: keyof KeyWords])[] = [
  ['Alt+Enter', 'send'],
  ['Alt+N', 'receive'],
  ['Alt+M', 'myWork'],
  ['Alt+T', 'handBack'],
  ['Alt+P', 'print'],
  ['/', 'search'],
  ['?', 'help'],
  ['J, K', 'rows'],
  ['Enter', 'open'],
  ['X', 'tick'],
  ['Esc', 'leave'],
]

/** The keys as a table. */
export function ShortcutList({ words }: { words: Words }) {
  const said = words.desk.shell.keys
  return (
    <>
      <p>{said.lead}</p>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{said.key}</th>
            <th scope="col">{said.does}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([keys, does]) => (
            <tr key={keys}>
              <td>
                <kbd class="keys">{keys}</kbd>
              </td>
              <td>{said[does]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The same as a page, for whoever works without script. */
export const shortcutsPage: DeskPage = {
  path: '/ban/phim-tat',
  action: 'see-oneself',
  async get({ words }): Promise<Page> {
    const { title } = words.desk.shell.keys
    const main = (
      <>
        <h1>{title}</h1>
        <ShortcutList words={words} />
      </>
    )
    return { title, main }
  },
}
