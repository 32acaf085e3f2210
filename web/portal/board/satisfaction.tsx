import type { SeenSatisfaction } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

/** How satisfied people were, as far as it can be shown without pointing at anybody. */
export function SatisfactionTable({ words, seen }: { words: Words; seen: SeenSatisfaction }) {
  const said = words.opinions.board
  const { format, board } = words
  return (
    <section>
      <h2 id="satisfaction">{said.title}</h2>
      <p>{said.lead(board.monthOf(seen.until))}</p>
      {seen.all.ratings === 0 ? (
        <p class="nothing">{said.nothing}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-labelledby="satisfaction">
          <table class="ds-table board-table" data-group="satisfaction">
            <thead>
              <tr>
                {[said.unit, said.ratings, said.satisfied, said.share].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[{ unit: '', name: said.all, ...seen.all }, ...seen.units].map((one) => (
                <tr key={one.unit} data-key={one.unit}>
                  <th scope="row" {...(one.unit !== '' && { lang: 'vi' })}>
                    {one.name}
                  </th>
                  <td>{format.number(one.ratings)}</td>
                  <td>{format.number(one.satisfied)}</td>
                  <td>{format.share(one.satisfied, one.ratings)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="hint">{said.hidden}</p>
    </section>
  )
}
