import type { UnitTaker } from '#work/dividing/takers-of.ts'
import { SelectField, TextArea } from '../../parts/field.tsx'
import { fieldFor, NoteField, StepForm, type StepFormProps } from './step-form.tsx'

/** Back to an earlier step, with what to change. */
export function SendBackForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.dossier
  const to = fieldFor(props, 'to')
  const choices = seen.backTo.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const }))
  return (
    <StepForm {...props} title={said.sendBack} kind="secondary" hasKey>
      <SelectField
        name={to.name}
        label={said.sendBackTo}
        value={to.value || choices[0]?.value}
        choices={choices}
      />
      <TextArea {...fieldFor(props, 'comment')} label={said.comment} hint={said.commentHint} required />
    </StepForm>
  )
}

/** Out of the common list, into one's own hands. */
export function ClaimForm(props: StepFormProps) {
  return <StepForm {...props} kind="secondary" />
}

/** Out of one's own hands, into the common list. */
export function ReleaseForm(props: StepFormProps) {
  return <StepForm {...props} kind="secondary" />
}

/** To a named person of the post; by who divides the work. */
export function AssignForm(props: StepFormProps & { readonly takers: readonly UnitTaker[] }) {
  const { words, takers } = props
  const said = words.desk.dossier
  const to = fieldFor(props, 'to')
  const choices = takers.map(({ id, name, load, isAway }) => ({
    value: id,
    label: `${said.assignee(name, load)}${isAway ? `, ${said.away}` : ''}`,
  }))
  return (
    <StepForm {...props} title={said.assign} kind="secondary" hasKey>
      <SelectField
        name={to.name}
        label={said.assignTo}
        value={to.value}
        fault={to.fault}
        choices={[{ value: '', label: said.toChoose }, ...choices]}
      />
      <NoteField {...props} />
    </StepForm>
  )
}
