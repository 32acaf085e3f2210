import type { UnitTaker } from '#work/dividing/takers-of.ts'
import { SelectField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'

interface TakerFieldProps {
  readonly words: Words
  readonly takers: readonly UnitTaker[]
  readonly value: string
  readonly fault: string | undefined
}

/** To whom: a person, with how much lies there already, or evenly to all. */
export function TakerField({ words, takers, value, fault }: TakerFieldProps) {
  const said = words.desk.dividing
  const choices = [
    { value: '', label: said.toChoose },
    ...(takers.length > 1 ? [{ value: 'spread', label: said.spread }] : []),
    ...takers.map(({ id, name, load, isAway }) => ({
      value: id,
      label: isAway ? said.toAway(name) : said.toTaker(name, load),
    })),
  ]
  return <SelectField name="to" label={said.to} value={value} choices={choices} fault={fault} />
}
