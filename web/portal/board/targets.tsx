import { figureOf } from '#domain/statistics/figures.ts'
import { cutShare } from '#domain/statistics/share.ts'
import { less } from '#domain/statistics/sums.ts'
import { targetOn } from '#domain/statistics/targets.ts'
import type { SeenBoard } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

/** What the centre has set itself, what was reached, and the gap in percentage points. */
export function Targets({ words, board }: { words: Words; board: SeenBoard }) {
  const { board: said, format } = words
  const rows = [
    { of: 'town', key: 'town', name: said.targetTown, sums: less(board.all, board.ownOfCommunes) },
    { of: 'communes', key: 'communes', name: said.targetCommunes, sums: board.communes },
    { of: 'communes', key: 'own-of-communes', name: said.targetOwnOfCommunes, sums: board.ownOfCommunes },
  ] as const
  return (
    <section>
      <h2 id="targets">{said.targets}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="targets">
        <table class="ds-table board-table">
          <thead>
            <tr>
              {[said.targetOf, said.target, said.reached, said.gap].map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ of, key, name, sums }) => {
              const target = targetOn(board.targets, [of], board.window.to)
              const { count, of: settled } = figureOf('early-share', sums)
              const reached = cutShare(count, settled ?? 0)
              return target ? (
                <tr key={key} data-key={key}>
                  <th scope="row">{name}</th>
                  <td>{format.share(target.early, 10_000)}</td>
                  <td>
                    {format.share(count, settled ?? 0)}{' '}
                    <small>
                      {format.number(count)}/{format.number(settled ?? 0)}
                    </small>
                  </td>
                  <td data-figure="gap">
                    {reached === null
                      ? '–'
                      : said.points(
                          format.number(Math.abs(reached - target.early) / 100),
                          reached >= target.early,
                        )}
                  </td>
                </tr>
              ) : null
            })}
          </tbody>
        </table>
      </div>
      <p class="hint">{said.targetSource}</p>
    </section>
  )
}
