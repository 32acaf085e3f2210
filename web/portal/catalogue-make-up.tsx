import type { OwnerKind } from '#domain/procedure/procedure.ts'
import type { CatalogueCounts } from '../reads.ts'
import type { Words } from '../words/vi.ts'

const VERTICAL: readonly OwnerKind[] = ['social_insurance', 'tax', 'police', 'electricity', 'water']

/** What the catalogue comes to, counted from it: by whose procedures they are, and by how they are served. */
export function CatalogueMakeUp({ words, counts }: { words: Words; counts: CatalogueCounts }) {
  const { catalogue, format, ownerKinds } = words
  const { town } = counts.byOwnerKind
  return (
    <section class="make-up">
      <h2 id="make-up">{catalogue.countsTitle}</h2>
      <p>{catalogue.counts(counts.all, town, counts.all - town)}</p>
      <ul class="kinds">
        {VERTICAL.map((kind) => (
          <li key={kind}>
            {ownerKinds[kind]}: {format.number(counts.byOwnerKind[kind])}
          </li>
        ))}
      </ul>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="make-up">
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{catalogue.measure}</th>
              <th scope="col">{catalogue.count}</th>
              <th scope="col">{catalogue.share}</th>
            </tr>
          </thead>
          <tbody>
            {(['fiveOnTheSpot', 'online', 'postal'] as const).map((measure) => (
              <tr key={measure}>
                <th scope="row">{catalogue[measure]}</th>
                <td>
                  {format.number(counts[measure])}/{format.number(town)}
                </td>
                <td>{format.share(counts[measure], town)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{catalogue.cut}</p>
    </section>
  )
}
