import type { SeenPart } from '#work/reading/see-dossier.ts'
import { SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** The forms of linked procedures: the agency's two, and the two of whoever leads. */

export function CompletePartForm(props: StepFormProps) {
  const said = props.words.desk.linked
  return (
    <StepForm {...props} title={said.complete} hasKey>
      <WhichPart {...props} states={['open']} />
      <TextArea {...fieldFor(props, 'result')} label={said.result} rows={2} required />
      <TextField {...fieldFor(props, 'documentNumber')} label={said.documentNumber} maxLength={60} />
    </StepForm>
  )
}

export function SendPartBackForm(props: StepFormProps) {
  const said = props.words.desk.linked
  return (
    <StepForm {...props} title={said.sendBack} kind="secondary" hasKey>
      <p class="hint">{said.sendBackHint}</p>
      <WhichPart {...props} states={['open']} />
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} rows={2} required />
    </StepForm>
  )
}

export function AskPartAgainForm(props: StepFormProps) {
  const said = props.words.desk.linked
  return (
    <StepForm {...props} title={said.askAgain} kind="secondary" hasKey>
      <p class="hint">{said.askAgainHint}</p>
      <WhichPart {...props} states={['sent-back', 'done', 'given-up']} />
      <TextArea {...fieldFor(props, 'comment')} label={said.comment} rows={2} required />
    </StepForm>
  )
}

export function GiveUpPartForm(props: StepFormProps) {
  const said = props.words.desk.linked
  return (
    <StepForm {...props} title={said.giveUp} kind="secondary" hasKey>
      <p class="hint">{said.giveUpHint}</p>
      <WhichPart {...props} states={['open', 'sent-back']} />
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} rows={2} required />
      <TextField {...fieldFor(props, 'ground')} label={said.ground} maxLength={300} required />
    </StepForm>
  )
}

/** The parts a form can mean; what another agency has to do is refused by the house, not hidden here. */
function WhichPart({ states, ...props }: StepFormProps & { readonly states: readonly SeenPart['state'][] }) {
  const { name, value, fault } = fieldFor(props, 'part')
  const choices = props.seen.parts
    .filter((part) => part.step === props.seen.step.key && states.includes(part.state))
    .map((part) => ({ value: part.key, label: `${part.name}, ${part.body ?? part.unitName}` }))
  return (
    <SelectField
      name={name}
      label={props.words.desk.linked.which}
      value={value || choices[0]?.value}
      fault={fault}
      choices={choices}
    />
  )
}
