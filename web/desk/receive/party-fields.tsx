import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, RadioGroup, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { filledNames, type Side } from './typed-dossier.ts'

interface PartyFieldsProps {
  readonly words: Words
  readonly party: Side
  readonly typed: Typed
  readonly faults: readonly Fault[]
  /** The field the page opens at. */
  readonly focus?: 'card' | 'phone' | undefined
}

/** A person or an organisation: read from the card, or typed. */
export function PartyFields({ words, party, typed, faults, focus }: PartyFieldsProps) {
  const said = words.desk.receive
  const at = (name: string) => ({
    name: `${party}.${name}`,
    value: first(typed, `${party}.${name}`),
    fault: faultAt(faults, `${party}.${name}`),
  })
  const card = `${party}Card`
  return (
    <div class="party">
      {filledNames(party).map((name) => (
        <input key={name} type="hidden" name={name} value={first(typed, name)} />
      ))}
      <div class="with-button">
        <TextField
          name={card}
          label={party === 'applicant' ? said.card : said.ownerCard}
          hint={said.cardHint}
          value={first(typed, card)}
          fault={faultAt(faults, card)}
          maxLength={600}
          autocomplete="off"
          autofocus={focus === 'card'}
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
        <TextField
          {...at('phone')}
          label={said.phone}
          autocomplete="off"
          inputmode="tel"
          maxLength={11}
          autofocus={focus === 'phone'}
        />
      </div>
      <div class="beside">
        <TextField {...at('name')} label={said.name} autocomplete="off" required={party === 'applicant'} />
        <Button
          kind="secondary"
          name="lam"
          value={party === 'applicant' ? 'tim-nguoi' : 'tim-chu'}
          {...(party === 'applicant' && { keys: 'Alt+K' })}
        >
          {said.findPerson}
        </Button>
      </div>
      <TextField {...at('address')} label={said.address} autocomplete="off" maxLength={300} />
    </div>
  )
}
