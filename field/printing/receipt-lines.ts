import type { Words } from '#web/words/vi.ts'
import type { ReceiptOutside } from '../intake/receipt-screen.tsx'

/** A line of a printed receipt; long ones are broken where the paper ends. */
export interface ReceiptLine {
  readonly text: string
  readonly is: 'title' | 'code' | 'text'
}

/** What a receipt says on a narrow paper, from above to below. */
export function receiptLines(words: Words, centre: string, receipt: ReceiptOutside): readonly ReceiptLine[] {
  const { done, due } = words.fieldIntake
  const { receive } = words.desk
  const { money, longMoment } = words.format
  const { code, slip, lookupKey, feeDong, paidDong } = receipt
  const fee = feeDong === null ? receive.feeUndetermined : money(feeDong)
  const facts: readonly (readonly [name: string, value: string])[] = [
    [receive.key, lookupKey],
    [receive.applicant, receipt.applicantName],
    [receive.procedure, receipt.procedureName],
    [words.fieldPrinting.receivedAt, longMoment(receipt.receivedAt)],
    [due.label, receipt.due === null ? words.timeliness['no-limit'] : longMoment(receipt.due)],
    [receive.fee, paidDong > 0 ? done.paid(money(paidDong)) : fee],
  ]
  return [
    { text: centre, is: 'text' },
    { text: code === null ? done.provisionalTitle : done.title, is: 'title' },
    { text: code ?? slip, is: 'code' },
    ...facts.map(([name, value]) => ({ text: `${name}: ${value}`, is: 'text' as const })),
    { text: code === null ? done.provisional : done.tellPerson, is: 'text' },
  ]
}
