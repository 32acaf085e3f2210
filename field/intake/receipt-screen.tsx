import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Moment } from '#domain/calendar/moment.ts'
import { FactOf, Facts } from '#web/parts/facts.tsx'
import { Notice } from '#web/parts/notice.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from './act-button.tsx'
import { CodeSquare } from './code-square.tsx'
import { receiptAddress } from './receipt-address.ts'

/** What the person takes home, as long as it is on the screen: the device cannot read the packet any more. */
export interface ReceiptOutside {
  /** Null where the numbers brought along are used up; then the slip stands in its place. */
  readonly code: string | null
  readonly slip: string
  readonly lookupKey: string
  readonly procedureName: string
  readonly applicantName: string
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly feeDong: number | null
  /** Taken in cash. */
  readonly paidDong: number
}

interface ReceiptScreenProps {
  readonly words: Words
  readonly receipt: ReceiptOutside
  /** Where the public look-up of the centre is: `https://…/tra-cuu`. */
  readonly lookUp: string
  /** The buttons that print it. */
  readonly printing: ComponentChildren
  next(): void
}

/** Taken in: the code in large, the QR code, and on to the next person. */
export function ReceiptScreen({ words, receipt, lookUp, printing, next }: ReceiptScreenProps) {
  const said = words.fieldIntake.done
  const { receive } = words.desk
  const { code, slip, lookupKey, due, feeDong, paidDong } = receipt
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  return (
    <section class="field-receipt">
      <h1 ref={title} tabIndex={-1}>
        {code === null ? said.provisionalTitle : said.title}
      </h1>
      <p class="received-code" role="status">
        {code ?? slip}
      </p>
      {code === null ? (
        <Notice kind="warning">
          <p>{said.provisional}</p>
        </Notice>
      ) : (
        <CodeSquare text={receiptAddress(lookUp, code, lookupKey)} label={said.qr} />
      )}
      <Facts>
        <FactOf name={receive.key}>
          <strong class="code">{lookupKey}</strong>
        </FactOf>
        <FactOf name={receive.applicant}>
          <span lang="vi">{receipt.applicantName}</span>
        </FactOf>
        <FactOf name={receive.procedure}>
          <span lang="vi">{receipt.procedureName}</span>
        </FactOf>
        <FactOf name={words.fieldIntake.due.label}>
          {due === null ? words.timeliness['no-limit'] : words.format.longMoment(due)}
          <small>{words.fieldIntake.due.provisional}</small>
        </FactOf>
        <FactOf name={receive.fee}>
          {paidDong > 0
            ? said.paid(words.format.money(paidDong))
            : feeDong === null
              ? receive.feeUndetermined
              : feeDong === 0
                ? words.fieldIntake.fee.nothing
                : words.format.money(feeDong)}
        </FactOf>
      </Facts>
      <p>{said.tellPerson}</p>
      <div class="field-buttons no-print">{printing}</div>
      <Notice kind="info">
        <p>{said.sealed}</p>
      </Notice>
      <nav class="field-onward no-print" aria-label={said.nextPerson}>
        <ActButton kind="primary" act={next}>
          {said.nextPerson}
        </ActButton>
      </nav>
    </section>
  )
}
