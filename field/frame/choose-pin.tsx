import { useState } from 'preact/hooks'
import { TextField } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { choosePin, PIN_DIGITS, pinFault } from '../keep/pin.ts'
import type { Store } from '../keep/store.ts'
import { Form } from './form.tsx'

interface ChoosePinProps {
  readonly words: Words
  readonly store: Store
  readonly officer: string
  open(key: CryptoKey): void
}

/** The PIN of a new device, twice. */
export function ChoosePin({ words, store, officer, open }: ChoosePinProps) {
  const said = words.fieldFrame.pin
  const [faults, tell] = useState<{ readonly pin?: string; readonly again?: string }>({})
  const [isBusy, busy] = useState(false)
  const [{ pin, again }, put] = useState({ pin: '', again: '' })
  const send = async () => {
    const fault = pinFault(pin)
    if (fault) return tell({ pin: said.faults[fault] })
    if (again !== pin) return tell({ again: said.differs })
    tell({})
    busy(true)
    open(await choosePin(store, pin))
  }
  const box = { type: 'password', inputmode: 'numeric', autocomplete: 'off' } as const
  return (
    <Form
      title={said.chooseTitle}
      act={isBusy ? said.opening : said.choose}
      isBusy={isBusy}
      type={(now) => put({ pin, again, ...now })}
      send={send}
    >
      <p>{said.chooseLead(officer)}</p>
      <TextField
        {...box}
        name="pin"
        label={said.first}
        hint={said.firstHint}
        value={pin}
        fault={faults.pin}
        maxLength={PIN_DIGITS.most}
      />
      <TextField
        {...box}
        name="again"
        label={said.again}
        value={again}
        fault={faults.again}
        maxLength={PIN_DIGITS.most}
      />
    </Form>
  )
}
