import type { FeeShown } from '#domain/paying/payable.ts'
import type { SeenPayment } from '#work/paying/see-payment.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import type { Words } from '../../words/vi.ts'

interface FeeProps {
  readonly words: Words
  readonly fee: FeeShown & { readonly owedDong: number | null }
}

/** What it costs, line by line, before and after what the law takes off, and what is left to be paid. */
export function Fee({ words, fee: { lines, beforeDong, dong, owedDong } }: FeeProps) {
  const said = words.paying
  const { money } = words.format
  if (dong === null) return <p>{said.undetermined}</p>
  const isReduced = beforeDong !== null && beforeDong > dong
  return (
    <>
      {lines.length > 0 && (
        <ul class="fee-lines">
          {lines.map((line) => (
            <li key={`${line.name} ${line.due ?? ''}`}>
              <span lang="vi">{line.name}</span>
              <span class="tabular">
                {line.beforeDong !== undefined && <s>{money(line.beforeDong)}</s>} {money(line.dong)}
              </span>
              {line.due && <small>{said.lineDue[line.due]}</small>}
            </li>
          ))}
        </ul>
      )}
      <Facts>
        {isReduced && <FactOf name={said.feeBefore}>{money(beforeDong)}</FactOf>}
        {isReduced && <FactOf name={said.feeOff}>{money(beforeDong - dong)}</FactOf>}
        {(isReduced || lines.length !== 1) && (
          <FactOf name={said.feeAfter}>{dong === 0 ? said.free : money(dong)}</FactOf>
        )}
        {dong > 0 && (
          <FactOf name={said.owed}>
            <strong>{owedDong === 0 ? said.paid : money(owedDong ?? 0)}</strong>
          </FactOf>
        )}
      </Facts>
    </>
  )
}

type Paid = Omit<SeenPayment['payments'][number], 'key'>

/** What was paid, and against which receipt. */
export function Payments({ words, payments }: { words: Words; payments: readonly Paid[] }) {
  const said = words.paying
  const { money, moment } = words.format
  if (payments.length === 0) return null
  return (
    <ul class="payments">
      {payments.map(({ at, dong, receiptNumber, state, refundedDong = 0 }) => (
        <li key={receiptNumber}>
          {said.taken(money(dong), moment(at))}
          <small>
            {said.receipt(receiptNumber)}
            {state === 'cancelled' && `, ${said.cancelled}`}
            {state === 'refunded' && `, ${said.refunded}`}
            {state === 'taken' && refundedDong > 0 && `, ${said.partRefunded(money(refundedDong))}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
