import { partsHereList } from '#work/linking/parts-here.ts'
import type { UnitLoad } from '#work/dividing/see-load.ts'
import type { Words } from '../../words/vi.ts'
import { ANY_LIST } from '../lists/any-list.tsx'
import { listAddress } from '../lists/list-address.ts'

/** Linked procedures that wait longer than they should: each number is a way to its dossiers. */
export function LinkedParts({ words, load }: { readonly words: Words; readonly load: UnitLoad }) {
  const said = words.desk.dividing
  const waiting = load.parts.filter(({ count }) => count > 0)
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="linked-parts">
      <h2 id="linked-parts">{said.linked}</h2>
      <ul class="reminders">
        {waiting.map(({ what, count }) => (
          <li key={what} data-parts={what}>
            <a href={listAddress(ANY_LIST, { asked: partsHereList(what, load.unit) })}>
              <strong>{words.format.number(count)}</strong>
              <span>{said.linkedParts[what]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
