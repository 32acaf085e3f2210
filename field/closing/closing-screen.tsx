import type { Moment } from '#domain/calendar/moment.ts'
import { FactOf, Facts } from '#web/parts/facts.tsx'
import { TextArea } from '#web/parts/field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import type { ClosingSheet } from './closing-sheet.ts'

interface ClosingScreenProps {
  readonly words: Words
  readonly sheet: ClosingSheet
  /** Left half done; they are in no count. */
  readonly drafts: number
  readonly place: string
  readonly officer: string
  /** When this day was closed before; null where it was not. */
  readonly sealedAt: Moment | null
  readonly isBusy: boolean
  finish(sheet: ClosingSheet, note: string | null): void
}

/** The day's closing sheet: held against the cash at hand, printed to be signed, sent as a packet. */
export function ClosingScreen(props: ClosingScreenProps) {
  const { words, sheet, drafts, place, officer, sealedAt, isBusy, finish } = props
  const said = words.fieldClosing
  const { number, money, longDay } = words.format
  const counted: readonly (readonly [name: string, value: string])[] = [
    [said.received, number(sheet.received)],
    [said.handedBack, number(sheet.handedBack)],
    [said.contacts, number(sheet.contacts)],
    [said.cash, said.cashOf(money(sheet.cashDong), sheet.slips)],
    [said.numbers, said.numbersOf(sheet.numbersUsed, sheet.numbersBrought)],
  ]
  return (
    <form
      class="field-home"
      onSubmit={(event) => {
        event.preventDefault()
        const note = new FormData(event.currentTarget).get('note')
        finish(sheet, typeof note === 'string' && note.trim() !== '' ? note.trim() : null)
      }}
    >
      <h1 tabIndex={-1}>{said.title}</h1>
      <p>
        {longDay(sheet.on)}. <span lang="vi">{place}</span>
      </p>
      {sealedAt !== null && (
        <Notice kind="info">
          <p>{said.sealedBefore(words.format.moment(sealedAt))}</p>
        </Notice>
      )}
      {drafts > 0 && (
        <Notice kind="warning">
          <p>{said.drafts(drafts)}</p>
        </Notice>
      )}
      <Facts>
        {counted.map(([name, value]) => (
          <FactOf key={name} name={name}>
            {value}
          </FactOf>
        ))}
        <FactOf name={said.officer}>
          <span lang="vi">{officer}</span>
        </FactOf>
      </Facts>
      <TextArea name="note" label={said.note} hint={said.noteHint} value="" maxLength={1000} />
      <p class="field-buttons no-print">
        <button class="ds-button" type="submit" {...(isBusy && { 'aria-busy': true, disabled: true })}>
          {said.finish}
        </button>
        <ActButton act={() => print()}>{said.print}</ActButton>
      </p>
    </form>
  )
}
