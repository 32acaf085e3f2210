import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, RadioGroup, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface PartyFieldsProps {
  readonly words: Words
  readonly party: 'applicant' | 'owner'
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

/** A person or an organisation: read from the card, or typed. */
export function PartyFields({ words, party, typed, faults }: PartyFieldsProps) {
  const said = words.desk.receive
  const at = (name: string) => ({
    name: `${party}.${name}`,
    value: first(typed, `${party}.${name}`),
    fault: faultAt(faults, `${party}.${name}`),
  })
  const card = `${party}Card`
  return (
    <div class="party">
      <div class="with-button">
        <TextField
          name={card}
          label={party === 'applicant' ? said.card : said.ownerCard}
          hint={said.cardHint}
          value={first(typed, card)}
          fault={faultAt(faults, card)}
          maxLength={600}
          autocomplete="off"
        />
        <Button kind="secondary" name="lam" value={party === 'applicant' ? 'doc-the' : 'doc-the-chu'}>
          {said.readCard}
        </Button>
      </div>
      <RadioGroup
        name={`${party}.kind`}
        legend={said.kind}
        value={first(typed, `${party}.kind`)}
        choices={[
          { value: 'citizen', label: said.citizen },
          { value: 'organisation', label: said.organisation },
        ]}
      />
      <div class="two">
        <TextField {...at('idNumber')} label={said.idNumber} autocomplete="off" maxLength={20} isCode />
        <TextField {...at('phone')} label={said.phone} autocomplete="off" inputmode="tel" maxLength={11} />
      </div>
      <TextField {...at('name')} label={said.name} autocomplete="off" required={party === 'applicant'} />
      <TextField {...at('address')} label={said.address} autocomplete="off" maxLength={300} />
    </div>
  )
}
