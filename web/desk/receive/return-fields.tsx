import { RETURN_WAYS } from '#shapes/dossier-commands.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { type Fault, faultAt, RadioGroup, SelectField, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface FieldsProps {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

/** By which channel and where it is received. */
export function ChannelFields({
  words,
  seen,
  typed,
}: Omit<FieldsProps, 'faults'> & { readonly seen: SeenIntake }) {
  const said = words.desk.receive
  return (
    <>
      <SelectField
        name="channel"
        label={said.channel}
        value={first(typed, 'channel')}
        choices={seen.channels.map((one) => ({ value: one, label: words.channels[one] }))}
      />
      {seen.places.length > 1 ? (
        <SelectField
          name="placeOfReceipt"
          label={said.place}
          value={first(typed, 'placeOfReceipt')}
          choices={seen.places.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' }))}
        />
      ) : (
        <input type="hidden" name="placeOfReceipt" value={seen.places[0]?.code ?? ''} />
      )}
    </>
  )
}

/** How the result goes back to the person. */
export function ReturnFields({ words, typed, faults }: FieldsProps) {
  const said = words.desk.receive
  return (
    <>
      <RadioGroup
        name="returnWish.way"
        legend={said.returnWay}
        value={first(typed, 'returnWish.way')}
        choices={RETURN_WAYS.map((way) => ({ value: way, label: words.returnWays[way] }))}
        fault={faultAt(faults, 'returnWish.way')}
      />
      <TextField
        name="returnWish.address"
        label={said.returnAddress}
        hint={said.returnAddressHint}
        value={first(typed, 'returnWish.address')}
        fault={faultAt(faults, 'returnWish.address')}
        maxLength={300}
      />
    </>
  )
}
