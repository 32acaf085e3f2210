import { FIGURE_KEYS, FIGURES, type FigureDefinition } from '#domain/statistics/figures.ts'
import type { SeenBoard } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

/** What each figure counts, of what and when: as the program itself defines it. */
export function Definitions({ words, board }: { words: Words; board: SeenBoard }) {
  const said = words.board
  return (
    <section>
      <h2 id="definitions">{said.definitions}</h2>
      <p>
        {said.window(board.window.from, board.window.to)}. {said.cut}
      </p>
      <details class="ds-details">
        <summary>{said.definitionsAll}</summary>
        <dl class="definitions">
          {FIGURE_KEYS.map((key) => {
            const { version, period, denominator }: FigureDefinition = FIGURES[key]
            return (
              <div key={key}>
                <dt>{said.definitionNames[key]}</dt>
                <dd>
                  {said.meanings[key]} {denominator && said.shareOf[key as keyof typeof said.shareOf]}{' '}
                  {said.periods[period]} {said.version(version)}
                </dd>
              </div>
            )
          })}
        </dl>
      </details>
    </section>
  )
}
