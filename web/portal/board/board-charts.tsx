import { figureOf } from '#domain/statistics/figures.ts'
import type { SeenBoard } from '../../reads.ts'
import { ColumnsChart } from '../../charts/columns-chart.tsx'
import type { Words } from '../../words/vi.ts'

/** More months than this are not drawn: the latest are. */
const MOST_COLUMNS = 36

/** Results and online filing month by month; the table by month behind them holds the same numbers. */
export function BoardCharts({ words, board }: { words: Words; board: SeenBoard }) {
  const { board: said, format } = words
  const months = board.months.slice(-MOST_COLUMNS)
  if (months.length === 0) return null
  const labelOf = (month: string) => `${month.slice(5)}/${month.slice(2, 4)}`
  return (
    <div class="charts">
      <section>
        <h2>{said.chartSettled}</h2>
        <ColumnsChart
          id="settled"
          title={said.chartSettled}
          description={said.chartTable}
          columns={months.map(({ key, sums }) => ({
            label: labelOf(key),
            parts: (['settled-early', 'settled-on-time', 'settled-late'] as const).map(
              (figure) => figureOf(figure, sums).count,
            ),
          }))}
          parts={[
            said.columns['settled-early'],
            said.columns['settled-on-time'],
            said.columns['settled-late'],
          ]}
          said={(value) => format.number(value)}
        />
      </section>
      <section>
        <h2>{said.chartOnline}</h2>
        <ColumnsChart
          id="online"
          title={said.chartOnline}
          description={said.chartTable}
          columns={months.map(({ key, sums }) => {
            const { count, of } = figureOf('online-share', sums)
            return { label: labelOf(key), parts: [of ? Math.floor((count * 10_000) / of) / 100 : 0] }
          })}
          parts={[said.columns['online-share']]}
          said={(value) => `${format.number(value)}%`}
          most={100}
        />
      </section>
      <p class="hint">
        {said.chartTable} <a href="#by-month">{said.byMonth}</a>.
      </p>
    </div>
  )
}
