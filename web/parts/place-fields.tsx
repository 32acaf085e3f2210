import type { Day } from '#domain/calendar/moment.ts'
import { type Place, placesOn } from '#domain/procedure/address.ts'
import { type PlaceWithBefore, placesWithBefore } from '#domain/procedure/place-now.ts'
import type { Words } from '../words/vi.ts'
import { SelectField, TextField } from './field.tsx'

interface PlaceFieldsProps {
  readonly words: Words
  /** Of the boxes: `to` makes `to.line`, `to.ward`, … */
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly places: readonly Place[]
  readonly on: Day
  readonly valueOf: (box: string) => string
  readonly faultOf: (box: string) => string | undefined
}

/** An address: the communes of the town are chosen; any other place is written, with its province. */
export function PlaceFields({ words, name, legend, hint, places, on, valueOf, faultOf }: PlaceFieldsProps) {
  const { filing } = words
  const communes = placesWithBefore(places, 'commune', on)
  const hasDistricts = placesOn(places, 'district', on).length > 0
  const at = (part: string) => valueOf(`${name}.${part}`)
  const isElsewhere = ['wardName', 'district', 'province'].some((part) => at(part) !== '')
  const vi = words.language === 'vi' ? {} : { lang: 'vi' as const }
  return (
    <fieldset class="ds-fieldset inner stacked">
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <TextField
        name={`${name}.line`}
        label={filing.line}
        value={at('line')}
        fault={faultOf(`${name}.line`)}
        autocomplete="street-address"
      />
      <SelectField
        name={`${name}.ward`}
        // A fault of the whole address leads to what it begins with.
        id={`${name}.ward`}
        label={filing.ward}
        value={at('ward')}
        fault={faultOf(`${name}.ward`) ?? faultOf(name)}
        choices={[
          { value: '', label: filing.choose },
          ...communes.map((one) => ({ value: one.place.code, label: labelOf(words, named(one)), ...vi })),
        ]}
      />
      <details class="more-filters" open={isElsewhere || communes.length === 0}>
        <summary>{filing.elsewhere}</summary>
        <div class="stacked">
          <p class="hint">{filing.wardHint}</p>
          <TextField
            name={`${name}.wardName`}
            label={filing.wardName}
            value={at('wardName')}
            maxLength={100}
          />
          {hasDistricts && (
            <TextField
              name={`${name}.district`}
              label={filing.district}
              value={at('district')}
              maxLength={100}
            />
          )}
          <SelectField
            name={`${name}.province`}
            id={`${name}.province`}
            label={filing.province}
            value={at('province')}
            fault={faultOf(`${name}.province`)}
            choices={[
              { value: '', label: filing.choose },
              ...placesWithBefore(places, 'province', on).map((one) => ({
                value: one.place.code,
                label: labelOf(words, named(one)),
                ...vi,
              })),
            ]}
          />
        </div>
      </details>
    </fieldset>
  )
}

/** Communes to choose from, each with what it was before. */
export function communeChoices(words: Words, communes: readonly (Named & { readonly code: string })[]) {
  return communes.map((one) => ({ value: one.code, label: labelOf(words, one), lang: 'vi' as const }))
}

interface Named {
  readonly name: string
  readonly before: readonly string[]
}

const named = ({ place, before }: PlaceWithBefore): Named => ({ name: place.name, before })

/** A unit by its name, and by those of before under which people still know it. */
function labelOf({ filing }: Words, { name, before }: Named): string {
  if (before.length === 0) return name
  return `${name} (${filing.placeBefore(before.map(withoutKind).join(', '))})`
}

const withoutKind = (name: string) => name.replace(/^(?:Tỉnh|Thành phố|Phường|Xã|Thị trấn|Thị xã) /u, '')
