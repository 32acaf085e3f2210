import { type FigureKey, figureOf } from '#domain/statistics/figures.ts'
import type { BoardGroup } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

const COLUMNS: readonly FigureKey[] = [
  'carried-over',
  'received',
  'received-online',
  'post',
  'settled',
  'settled-early',
  'settled-on-time',
  'settled-late',
  'in-progress',
  'overdue',
  'supplements',
]
const SHARES: readonly FigureKey[] = ['online-share', 'early-share', 'in-time-share']

interface BoardTableProps {
  readonly words: Words
  readonly title: string
  readonly first: string
  readonly groups: readonly BoardGroup[]
  readonly name: 'month' | 'unit' | 'field' | 'place' | 'desk'
  /** The groups are months, in order of time. */
  readonly isNumber?: boolean
}

/** The same figures group by group. */
export function BoardTable({ words, title, first, groups, name, isNumber }: BoardTableProps) {
  const { board, format } = words
  const id = `by-${name}`
  const rows = isNumber
    ? groups
    : groups.toSorted(
        (a, b) =>
          figureOf('received', b.sums).count - figureOf('received', a.sums).count ||
          a.name.localeCompare(b.name, 'vi'),
      )
  return (
    <section>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p class="nothing">{board.nothing}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-labelledby={id}>
          <table class="ds-table board-table" data-group={name}>
            <thead>
              <tr>
                <th scope="col">{first}</th>
                {[...COLUMNS, ...SHARES].map((key) => (
                  <th key={key} scope="col">
                    {board.columns[key]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((group) => (
                <tr key={group.key} data-key={group.key}>
                  <th scope="row" lang="vi">
                    {isNumber ? board.monthOf(group.key) : group.name}
                  </th>
                  {COLUMNS.map((key) => (
                    <td key={key} data-figure={key}>
                      {format.number(figureOf(key, group.sums).count)}
                    </td>
                  ))}
                  {SHARES.map((key) => {
                    const { count, of } = figureOf(key, group.sums)
                    return (
                      <td key={key} data-figure={key}>
                        {format.share(count, of ?? 0)}
                        {of !== null && of > 0 && (
                          <small>
                            {format.number(count)}/{format.number(of)}
                          </small>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
