import { headCells, type HeadCell, type ReportLine } from '#domain/statistics/report-forms.ts'
import { listOfFigure } from '#work/statistics/figure-list.ts'
import type { SeenReport } from '#work/statistics/see-report.ts'
import type { Words } from '../../words/vi.ts'
import { ANY_LIST } from '../lists/any-list.tsx'
import { listAddress } from '../lists/list-address.ts'

interface ReportTableProps {
  readonly words: Words
  readonly report: SeenReport
  readonly today: string
}

/** Table II.06 with its merged headings; every number opens its dossiers. */
export function ReportTable({ words, report, today }: ReportTableProps) {
  const said = words.desk.reports
  const rows = Map.groupBy(headCells(report.form), ({ row }) => row)
  return (
    <div class="scrolled" role="region" aria-label={said.title} tabIndex={0}>
      <table class="ds-table report-table">
        <caption class="ds-sr-only">{said.title}</caption>
        <thead>
          {[...rows].map(([row, cells]) => (
            <tr key={row}>
              {cells.map((cell) => (
                <th
                  key={cell.column}
                  scope={cell.columns > 1 ? 'colgroup' : 'col'}
                  {...(cell.rows > 1 && { rowSpan: cell.rows })}
                  {...(cell.columns > 1 && { colSpan: cell.columns })}
                >
                  {headWord(words, report, cell)}
                </th>
              ))}
            </tr>
          ))}
          <tr class="numbers">
            {Array.from({ length: report.form.columns.length + 2 }, (_, column) => (
              <td key={column}>({column + 1})</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.lines.map((line) => (
            <Line
              key={`${line.place} ${line.name}`}
              words={words}
              report={report}
              line={line}
              today={today}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function headWord({ desk: { reports } }: Words, { form }: SeenReport, { says, isHeading }: HeadCell): string {
  if (says === 'place') return reports.place
  if (says === 'line') return reports.lines[form.key]
  const table: { readonly [key: string]: string } = isHeading ? reports.headings : reports.columns
  return table[says] ?? ''
}

function Line({ words, report, line, today }: ReportTableProps & { readonly line: ReportLine }) {
  const { form, window } = report
  const isTotal = line.place === ''
  // The last line is of everything the report is of.
  const of = isTotal ? { unit: report.unit, field: report.field } : line
  const group = {
    unit: of.unit ?? undefined,
    field: of.field ?? undefined,
    settledBy: report.isWithoutCommunes ? ('centre' as const) : undefined,
  }
  return (
    <tr {...((isTotal || !line.field) && { class: 'strong' })}>
      <td>{line.place}</td>
      <th scope="row" lang="vi">
        {isTotal ? words.desk.reports.total : line.name}
      </th>
      {form.columns.map(({ number, figure }, place) => {
        const count = line.cells[place] ?? 0
        return (
          <td key={number} data-cell={number}>
            {count === 0 ? (
              <span class="nothing">0</span>
            ) : (
              <a
                class="ds-link"
                href={listAddress(ANY_LIST, { asked: listOfFigure(figure, window, today, group) })}
              >
                {words.format.number(count)}
              </a>
            )}
          </td>
        )
      })}
    </tr>
  )
}
