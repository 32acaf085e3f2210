import type { ResultField } from '#domain/procedure/result-form.ts'
import { SelectField, TextArea, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'

interface DraftFieldProps {
  readonly words: Words
  readonly field: ResultField
  readonly value: string
  readonly fault: string | undefined
}

/** Its name in the form. */
export const draftFieldName = (name: string) => `values.${name}`

/** One field of a result, by its kind. */
export function DraftField({ words, field, value, fault }: DraftFieldProps) {
  const said = words.desk.drafting
  const { kind, choices, columns } = field
  const label = field.isRequired ? field.label : `${field.label} (${said.optional})`
  const shared = { name: draftFieldName(field.name), label, value, fault }
  switch (kind) {
    case 'lines':
      return <TextArea {...shared} rows={4} maxLength={20_000} />
    case 'rows':
      return <TextArea {...shared} rows={5} maxLength={20_000} hint={said.rows(columns.join(' | '))} />
    case 'choice':
      return <SelectField {...shared} choices={[{ value: '', label: said.chooseNone }, ...choices]} />
    case 'day':
      return <TextField {...shared} type="date" />
    case 'number':
      return <TextField {...shared} hint={said.numberHint} maxLength={20} />
    case 'money':
      return <TextField {...shared} hint={said.moneyHint} maxLength={20} inputmode="numeric" />
    case 'text':
    case 'person':
    case 'address':
      return <TextField {...shared} maxLength={500} />
  }
}
