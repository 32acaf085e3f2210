import type { SeenBoard } from '../../reads.ts'
import { Button } from '../../parts/button.tsx'
import type { Words } from '../../words/vi.ts'
import { BOARD, onlyValue } from './board-address.ts'

/** Which months, and what of them alone; as an address that a newspaper can print. */
export function BoardForm({ words, board }: { words: Words; board: SeenBoard }) {
  const said = words.board
  const { choices, window, only } = board
  const months = choices.months
  const chosen = only ? onlyValue(only) : ''
  const groups = [
    { kind: 'unit', name: said.unit, of: choices.units },
    { kind: 'field', name: said.field, of: choices.fields },
    { kind: 'place', name: said.place, of: choices.places },
  ] as const
  return (
    <form action={BOARD} class="board-form">
      <Month name="tu" label={said.from} months={months} value={window.from.slice(0, 7)} words={words} />
      <Month name="den" label={said.to} months={months} value={window.to.slice(0, 7)} words={words} />
      <div class="ds-field">
        <label class="ds-label" data-weight="semibold" for="rieng">
          {said.only}
        </label>
        <select class="ds-input" id="rieng" name="rieng">
          <option value="" selected={chosen === ''}>
            {said.whole}
          </option>
          {groups.map(({ kind, name, of }) => (
            <optgroup key={kind} label={name} lang="vi">
              {of.map((one) => {
                const value = onlyValue({ kind, key: one.key })
                return (
                  <option key={value} value={value} selected={value === chosen}>
                    {one.name}
                  </option>
                )
              })}
            </optgroup>
          ))}
        </select>
      </div>
      <Button>{said.show}</Button>
    </form>
  )
}

interface MonthProps {
  readonly name: string
  readonly label: string
  readonly months: readonly string[]
  readonly value: string
  readonly words: Words
}

function Month({ name, label, months, value, words }: MonthProps) {
  const all = months.includes(value) ? months : [value, ...months]
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="semibold" for={name}>
        {label}
      </label>
      <select class="ds-input" id={name} name={name}>
        {all.map((month) => (
          <option key={month} value={month} selected={month === value}>
            {words.board.monthOf(month)}
          </option>
        ))}
      </select>
    </div>
  )
}
