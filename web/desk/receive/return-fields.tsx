import { byPost } from '#domain/procedure/procedure.ts'
import { isReturnedThere } from '#domain/dossier/return-wish.ts'
import { RETURN_WAYS } from '#shapes/dossier-commands.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { type Fault, faultAt, RadioGroup, SelectField, TextField } from '../../parts/field.tsx'
import { PlaceFields } from '../../parts/place-fields.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface FieldsProps {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

/** By which channel and where it is received. */
export function ChannelFields({ words, seen, typed, faults }: FieldsProps & { readonly seen: SeenIntake }) {
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
      {seen.communes.length > 0 && (
        <SelectField
          name="commune"
          label={said.commune}
          value={first(typed, 'commune')}
          fault={faultAt(faults, 'commune')}
          choices={[
            { value: '', label: words.desk.dossier.toChoose },
            ...seen.communes.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' as const })),
          ]}
        />
      )}
    </>
  )
}

/** How the result goes back to the person. */
export function ReturnFields({
  words,
  seen,
  typed,
  faults,
}: FieldsProps & { readonly seen: Pick<SeenIntake, 'procedure' | 'map' | 'on' | 'elsewhere'> }) {
  const said = words.desk.receive
  const ways = RETURN_WAYS.filter((way) => way !== 'post' || byPost(seen.procedure, 'return')).filter(
    (way) => !seen.elsewhere || isReturnedThere(way),
  )
  return (
    <>
      <RadioGroup
        name="returnWish.way"
        legend={said.returnWay}
        value={first(typed, 'returnWish.way')}
        choices={ways.map((way) => ({ value: way, label: words.returnWays[way] }))}
        fault={faultAt(faults, 'returnWish.way')}
      />
      {!seen.elsewhere && (
        <>
          <TextField
            name="returnWish.address"
            label={said.returnAddress}
            hint={said.homeAddressHint}
            value={first(typed, 'returnWish.address')}
            fault={faultAt(faults, 'returnWish.address')}
            maxLength={300}
          />
          <div class="post-address">
            <PlaceFields
              words={words}
              name="returnWish.to"
              legend={said.postAddress}
              hint={said.postAddressHint}
              places={seen.map}
              on={seen.on}
              valueOf={(box) => first(typed, box)}
              faultOf={(box) => faultAt(faults, box)}
            />
          </div>
        </>
      )}
    </>
  )
}
