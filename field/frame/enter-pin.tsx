import { useState } from 'preact/hooks'
import { CheckBox, TextField } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import { PIN_DIGITS, unlock } from '../keep/pin.ts'
import type { Store } from '../keep/store.ts'
import { Form } from './form.tsx'

interface EnterPinProps {
  readonly words: Words
  readonly store: Store
  readonly officer: string
  open(key: CryptoKey): void
  erase(): void
}

/** The device is locked: the PIN opens it, and ten wrong ones erase it. */
export function EnterPin({ words, store, officer, open, erase }: EnterPinProps) {
  const said = words.fieldFrame.pin
  const [fault, tell] = useState<string>()
  const [isBusy, busy] = useState(false)
  const [pin, put] = useState('')
  const send = async () => {
    // What cannot be a PIN is a slip of the hand, and no try.
    if (!/^\d+$/.test(pin) || pin.length < PIN_DIGITS.least) return tell(said.faults['not-digits'])
    busy(true)
    const unlocked = await unlock(store, pin)
    busy(false)
    if ('key' in unlocked) return open(unlocked.key)
    if (unlocked.triesLeft === 0) return erase()
    put('')
    tell(said.wrong(unlocked.triesLeft))
  }
  return (
    <>
      <Form
        title={said.title}
        act={isBusy ? said.opening : said.open}
        isBusy={isBusy}
        type={(now) => put(now['pin'] ?? '')}
        send={send}
      >
        <p>{said.lead(officer)}</p>
        <TextField
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          autofocus
          label={said.first}
          value={pin}
          fault={fault}
          maxLength={PIN_DIGITS.most}
        />
      </Form>
      <Forgotten words={words} erase={erase} />
    </>
  )
}

function Forgotten({ words, erase }: Pick<EnterPinProps, 'words' | 'erase'>) {
  const said = words.fieldFrame.pin
  const [isSure, sure] = useState(false)
  return (
    <details class="field-home field-forgotten">
      <summary>{said.forgotten}</summary>
      <p>{said.forgetLead}</p>
      <div onChange={({ target }) => target instanceof HTMLInputElement && sure(target.checked)}>
        <CheckBox name="sure" label={said.forgetSure} checked={isSure} />
      </div>
      {isSure && (
        <ActButton isDanger act={erase}>
          {said.forget}
        </ActButton>
      )}
    </details>
  )
}
