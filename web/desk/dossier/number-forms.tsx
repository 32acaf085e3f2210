import { CheckBox, TextField } from '../../parts/field.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'
import { SURE } from './verbs.ts'

/** The approved result takes the next number of its book and the day; the seal may follow later. */
export function NumberForm(props: StepFormProps) {
  const said = props.words.desk.dossier
  return (
    <StepForm {...props} title={said.number} kind="secondary">
      <p class="hint">{said.numberLead}</p>
    </StepForm>
  )
}

/** The number of a spoiled paper is given up; it stays in the book. */
export function VoidNumberForm(props: StepFormProps) {
  const said = props.words.desk.dossier
  return (
    <StepForm {...props} title={said.voidNumber} kind="secondary">
      <p class="hint">{said.voidLead(props.seen.number?.written ?? '')}</p>
      <TextField {...fieldFor(props, 'reason')} label={said.voidReason} maxLength={500} required />
    </StepForm>
  )
}

/** Sealed under its number; a seal is not taken back, so it is confirmed. A number is typed only where another body gave it. */
export function SealForm(props: StepFormProps) {
  const { seen, words } = props
  const said = words.desk.dossier
  const sure = fieldFor(props, SURE)
  const { number } = seen
  return (
    <StepForm {...props} title={said.seal} hasKey>
      {seen.isNumberedHere ? (
        <p>{number ? said.numberIs(number.written, words.format.day(number.on)) : said.numberNext}</p>
      ) : (
        <TextField
          {...fieldFor(props, 'documentNumber')}
          label={said.documentNumber}
          hint={said.documentHint}
          maxLength={60}
          autocomplete="off"
          required
        />
      )}
      {seen.document !== undefined && <p class="hint">{words.desk.signing.sealHint}</p>}
      <div>
        <CheckBox name={sure.name} label={said.isSure} checked={sure.value === 'true'} />
        {sure.fault !== undefined && <p class="fault">{sure.fault}</p>}
      </div>
    </StepForm>
  )
}
