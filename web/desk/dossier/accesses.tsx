import type { AccessLine } from '#work/reading/see-access.ts'
import { named } from '../../words/said.ts'
import type { Words } from '../../words/vi.ts'

/** Who has seen the personal data of the dossier; for those who answer for that. */
export function Accesses({ words, accesses }: { words: Words; accesses: readonly AccessLine[] }) {
  const said = words.desk.dossier
  return (
    <details class="ds-details dossier-accesses">
      <summary>{said.accesses}</summary>
      <p class="hint">{said.accessesLead(accesses.length)}</p>
      <div class="scrolled" tabIndex={0} role="region" aria-label={said.accesses}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{said.accessAt}</th>
              <th scope="col">{said.accessBy}</th>
              <th scope="col">{said.accessWhat}</th>
            </tr>
          </thead>
          <tbody>
            {accesses.map((one, place) => (
              <tr key={place}>
                <td>{words.format.moment(one.at)}</td>
                <td lang="vi">{one.name}</td>
                <td>{named(said.accessKinds, one.what)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
