import { DENOMINATIONS } from '#domain/cash/cash-sheet.ts'
import type { CashSheet } from '#work/money/see-cash-sheet.ts'
import { Button } from '../parts/button.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { type Fault, faultAt, TextField } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import type { Words } from '../words/vi.ts'
import { first, newCommandId, NOTHING_TYPED, type Typed } from './form.ts'

interface OpenFormProps {
  readonly words: Words
  readonly on: string
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** The float is counted in the morning and stands, so that the evening goes by it. */
export function OpenForm({ words, on, typed = NOTHING_TYPED, faults = [], refused }: OpenFormProps) {
  const said = words.desk.money
  return (
    <PostForm words={words} action="/ban/quy" class="stacked" faults={faults} refused={refused}>
      <input type="hidden" name="do" value="open" />
      <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
      <input type="hidden" name="on" value={on} />
      <TextField
        name="dong"
        label={said.opening}
        hint={said.openingHint}
        value={first(typed, 'dong')}
        fault={faultAt(faults, 'dong')}
        inputmode="numeric"
        autocomplete="off"
        required
      />
      <Button kind="secondary">{said.open}</Button>
    </PostForm>
  )
}

interface CloseFormProps {
  readonly words: Words
  /** The float that was recorded in the morning; without one it is asked for. */
  readonly opening: CashSheet['opening']
  readonly on: string
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** The till is counted note by note and the day is closed. */
export function CloseForm({
  words,
  on,
  opening,
  typed = NOTHING_TYPED,
  faults = [],
  refused,
}: CloseFormProps) {
  const said = words.desk.money
  const field = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  return (
    <details class="ds-details" open={faults.length > 0 || refused !== undefined}>
      <summary>{said.close}</summary>
      <PostForm words={words} action="/ban/quy" class="stacked" faults={faults} refused={refused}>
        <p class="hint">{said.closeLead}</p>
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <input type="hidden" name="on" value={on} />
        {opening === null && (
          <TextField {...field('openingDong')} label={said.opening} inputmode="numeric" autocomplete="off" />
        )}
        <div class="denominations">
          {DENOMINATIONS.map((one) => (
            <TextField
              key={one}
              {...field(`counted.${one}`)}
              label={said.notes(words.format.money(one))}
              inputmode="numeric"
              autocomplete="off"
              maxLength={6}
            />
          ))}
        </div>
        <TextField {...field('why')} label={said.why} maxLength={1000} autocomplete="off" />
        <Button>{said.close}</Button>
      </PostForm>
    </details>
  )
}

interface ClosedSheetProps {
  readonly words: Words
  readonly closed: NonNullable<CashSheet['closed']>
  readonly on: string
  readonly mayTakeOver: boolean
}

/** A sheet as it was frozen, and who took the money over. */
export function ClosedSheet({ words, closed, on, mayTakeOver }: ClosedSheetProps) {
  const said = words.desk.money
  const { money } = words.format
  const { content, number, at, takenOver, takenOverByName, id } = closed
  return (
    <div class="closed-sheet">
      <p>
        <strong>{said.closedAs(number, words.format.moment(at))}</strong>
      </p>
      <Facts>
        <FactOf name={said.openingWas}>{money(content.openingDong)}</FactOf>
        <FactOf name={said.takenCash}>{money(content.takenDong)}</FactOf>
        <FactOf name={said.cancelledCash}>{money(content.cancelledDong)}</FactOf>
        <FactOf name={said.refundedCash}>{money(content.refundedDong)}</FactOf>
        <FactOf name={said.expected}>{money(content.expectedDong)}</FactOf>
        <FactOf name={said.counted}>{money(content.countedDong)}</FactOf>
        <FactOf name={said.difference}>{money(content.differenceDong)}</FactOf>
        {content.why !== null && (
          <FactOf name={said.whyDiffers}>
            <span lang="vi">{content.why}</span>
          </FactOf>
        )}
      </Facts>
      {takenOver ? (
        <p>{said.takenOver(takenOverByName ?? '', words.format.moment(takenOver.at))}</p>
      ) : (
        <p>{said.notTakenOver}</p>
      )}
      {mayTakeOver && !takenOver && (
        <PostForm words={words} action="/ban/quy">
          <input type="hidden" name="do" value="take-over" />
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="sheet" value={id} />
          <Button>{said.takeOver}</Button>
        </PostForm>
      )}
    </div>
  )
}
