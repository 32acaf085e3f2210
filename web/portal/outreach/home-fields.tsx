import type { HomeAskedBy } from '#domain/outreach/home-visit.ts'
import type { CommuneOn } from '#work/outreach/communes.ts'
import { first, newCommandId, type Typed } from '../../desk/form.ts'
import { type Fault, faultAt, RadioGroup, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { communeChoices } from '../../parts/place-fields.tsx'
import type { Words } from '../../words/vi.ts'

interface Props {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly communes: readonly CommuneOn[]
  readonly askers: readonly HomeAskedBy[]
}

/** What is asked of a visit at home: the same of the public and of an officer at the telephone. */
export function HomeFields({ words, typed, faults, communes, askers }: Props) {
  const said = words.outreach.home
  const field = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  return (
    <>
      <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
      <RadioGroup
        name="askedBy"
        legend={said.askedBy}
        value={first(typed, 'askedBy')}
        choices={askers.map((value) => ({ value, label: said.askedBys[value] }))}
        fault={faultAt(faults, 'askedBy')}
      />
      <TextField {...field('name')} label={said.name} maxLength={120} required />
      <TextField {...field('born')} label={said.born} hint={said.bornHint} maxLength={10} inputmode="text" />
      <TextField {...field('phone')} label={said.phone} type="tel" maxLength={20} />
      <SelectField
        name="commune"
        label={said.commune}
        value={first(typed, 'commune')}
        choices={communeChoices(words, communes)}
        fault={faultAt(faults, 'commune')}
      />
      <TextField {...field('hamlet')} label={said.hamlet} maxLength={120} required />
      <TextField {...field('address')} label={said.address} maxLength={300} required />
      <TextField {...field('contactName')} label={said.contactName} maxLength={120} />
      <TextField {...field('contactPhone')} label={said.contactPhone} type="tel" maxLength={20} />
      <TextArea {...field('wish')} label={said.wish} hint={said.wishHint} rows={4} required />
    </>
  )
}

/** Faults of these fields in the words of the form. */
export function homeFaults({ outreach }: Words, faults: readonly Fault[]): Fault[] {
  const said = outreach.home
  const own: { readonly [field: string]: string } = {
    askedBy: said.askedByFault,
    name: said.nameFault,
    born: said.bornFault,
    phone: said.phoneFault,
    contactPhone: said.phoneFault,
    hamlet: said.hamletFault,
    address: said.addressFault,
    wish: said.wishFault,
  }
  return faults.map(({ field, text }) => ({ field, text: own[field] ?? text }))
}
