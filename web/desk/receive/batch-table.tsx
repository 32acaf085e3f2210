import { caseOfRow, feeOfRow } from '#domain/dossier/batch.ts'
import { isEmptyRow, readRows, ROW_CELLS, type RowCell, type TypedRow } from '#shapes/batch-rows.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { type Fault, faultAt } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { cellName, rowsIn } from './typed-batch.ts'

interface TableProps {
  readonly words: Words
  readonly seen: SeenIntake
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

const MOST_LETTERS: { readonly [cell in RowCell]: number } = {
  ownerName: 200,
  idNumber: 24,
  pages: 4,
  copies: 3,
  subject: 300,
}
const COUNTS: readonly RowCell[] = ['pages', 'copies']

/** A row for each dossier, with its fee, and what they come to. */
export function BatchTable({ words, seen, typed, faults }: TableProps) {
  const said = words.desk.batch
  const rows = rowsIn(typed)
  const fees = rows.map((row) => (isEmptyRow(row) ? undefined : feeOf(row, seen, typed)))
  const counted = fees.filter((fee) => fee !== undefined)
  const total = counted.reduce<number>((sum, fee) => sum + (fee ?? 0), 0)
  return (
    <table class="ds-table batch-rows">
      <caption class="ds-sr-only">{said.rows}</caption>
      <thead>
        <tr>
          <th scope="col">{said.line}</th>
          {ROW_CELLS.map((cell) => (
            <th key={cell} scope="col" class={COUNTS.includes(cell) ? 'count' : cell}>
              {said.cells[cell]}
            </th>
          ))}
          <th scope="col">{said.fee}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Row key={row.place} words={words} row={row} line={at + 1} fee={fees[at]} faults={faults} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={ROW_CELLS.length + 1}>
            {said.total(counted.length)}
            {counted.includes(null) && ` (${said.totalOpen})`}
          </th>
          <td class="tabular">{words.format.money(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** What a row costs as it stands; null while its pages are not known or the fee is not determined. */
function feeOf(row: TypedRow, { procedure, channel }: SeenIntake, typed: Typed): number | null {
  const { rows, faults } = readRows([row], { mayRepeat: true })
  const [read] = rows
  if (faults.length > 0 || !read) return null
  const chosen = caseOfRow(procedure, first(typed, 'case') || null, read)
  return chosen ? feeOfRow(chosen, channel, read) : null
}

interface RowProps {
  readonly words: Words
  readonly row: TypedRow
  readonly line: number
  /** Undefined for a row nothing was typed into. */
  readonly fee: number | null | undefined
  readonly faults: readonly Fault[]
}

function Row({ words, row, line, fee, faults }: RowProps) {
  const said = words.desk.batch
  return (
    <tr>
      <th scope="row">{line}</th>
      {ROW_CELLS.map((cell) => {
        const name = cellName(row.place, cell)
        const fault = faultAt(faults, name)
        return (
          <td key={cell} data-label={said.cells[cell]}>
            <input
              class={COUNTS.includes(cell) ? 'ds-input count' : 'ds-input'}
              id={name}
              name={name}
              value={row[cell]}
              maxLength={MOST_LETTERS[cell]}
              autocomplete="off"
              {...(COUNTS.includes(cell) && { inputmode: 'numeric' })}
              aria-label={said.cellOf(said.cells[cell], line)}
              {...(fault && { 'aria-invalid': true, 'aria-describedby': `${name}-fault` })}
            />
            {fault && (
              <p class="fault" id={`${name}-fault`}>
                {fault}
              </p>
            )}
          </td>
        )
      })}
      <td data-label={said.fee} class="tabular">
        {fee === undefined ? '' : fee === null ? words.desk.receive.feeUndetermined : words.format.money(fee)}
      </td>
    </tr>
  )
}
