import { APOLOGY_CAUSES, APOLOGY_WAYS } from '#domain/dossier/apology.ts'
import { CALL_OUTCOMES, CALL_WAYS } from '#domain/dossier/collection.ts'
import { STOP_MONEY, STOP_REASONS } from '#domain/dossier/stopping.ts'
import { SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** The forms of what happens off the straight road: refusing, stopping, apologising, asking other bodies. */

export function ProposeRefusalForm(props: StepFormProps) {
  const said = props.words.desk.branches
  return (
    <StepForm {...props} title={said.refuse} kind="secondary" hasKey>
      <p class="hint">{said.refuseHint}</p>
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} required />
      <TextField {...fieldFor(props, 'ground')} label={said.ground} maxLength={300} required />
      <TextArea {...fieldFor(props, 'instead')} label={said.instead} rows={2} />
    </StepForm>
  )
}

export function StopForm(props: StepFormProps) {
  const said = props.words.desk.branches
  return (
    <StepForm {...props} title={said.stop} kind="secondary" hasKey>
      <p class="hint">{said.stopHint}</p>
      <Choose {...props} field="why" label={said.why} keys={STOP_REASONS} texts={said.stopReasons} />
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} rows={2} required />
      <TextField {...fieldFor(props, 'ground')} label={said.ground} maxLength={300} required />
      <TextArea
        {...fieldFor(props, 'papersReturned')}
        label={said.papersReturned}
        hint={said.papersReturnedHint}
        rows={2}
        required
      />
      <Choose {...props} field="money" label={said.money} keys={STOP_MONEY} texts={said.stopMoney} />
    </StepForm>
  )
}

/** That the applicant was reminded, with the number to call before the eyes. */
export function PromptForm(props: StepFormProps) {
  const { words, seen } = props
  const { branches: said, calls } = words.desk
  const phone = seen.applicant.phone ?? seen.owner.phone
  return (
    <StepForm {...props} title={said.prompt} kind="secondary" hasKey>
      <p class="hint">{said.promptHint}</p>
      <p>
        {calls.phone}: <strong class="numbers">{phone ?? calls.noPhone}</strong>
      </p>
      <Choose {...props} field="way" label={calls.way} keys={CALL_WAYS} texts={calls.ways} />
      <Choose {...props} field="outcome" label={calls.outcome} keys={CALL_OUTCOMES} texts={calls.outcomes} />
      <TextArea {...fieldFor(props, 'note')} label={said.promptNote} hint={said.promptNoteHint} rows={2} />
    </StepForm>
  )
}

export function DraftApologyForm(props: StepFormProps) {
  const said = props.words.desk.branches
  return (
    <StepForm {...props} title={said.apologise} kind="secondary" hasKey>
      <p class="hint">{said.apologiseHint}</p>
      <Choose {...props} field="cause" label={said.cause} keys={APOLOGY_CAUSES} texts={said.causes} />
      <TextArea {...fieldFor(props, 'reason')} label={said.apologyReason} rows={3} required />
      <TextField {...fieldFor(props, 'promisedOn')} label={said.promisedOn} type="date" required />
    </StepForm>
  )
}

export function ConsentForm(props: StepFormProps) {
  return <StepForm {...props} title={props.words.desk.branches.consent} kind="secondary" hasKey />
}

export function SignApologyForm(props: StepFormProps) {
  return <StepForm {...props} title={props.words.desk.branches.sign} kind="secondary" hasKey />
}

export function SendApologyForm(props: StepFormProps) {
  const said = props.words.desk.branches
  return (
    <StepForm {...props} title={said.sendApology} kind="secondary" hasKey>
      <p class="hint">{said.sendApologyHint}</p>
      <Choose {...props} field="way" label={said.way} keys={APOLOGY_WAYS} texts={props.words.returnWays} />
    </StepForm>
  )
}

export function DropApologyForm(props: StepFormProps) {
  const said = props.words.desk.branches
  return (
    <StepForm {...props} title={said.dropApology} kind="secondary" hasKey>
      <TextArea {...fieldFor(props, 'comment')} label={said.dropWhy} rows={2} required />
    </StepForm>
  )
}

export function AskOpinionForm(props: StepFormProps) {
  const said = props.words.desk.branches
  return (
    <StepForm {...props} title={said.askOpinion} kind="secondary" hasKey>
      <p class="hint">{said.askOpinionHint}</p>
      <TextField {...fieldFor(props, 'body')} label={said.body} required />
      <TextArea {...fieldFor(props, 'question')} label={said.question} required />
      <TextField {...fieldFor(props, 'answerBy')} label={said.opinionBy} type="date" required />
    </StepForm>
  )
}

export function RecordOpinionForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.branches
  const { name, value, fault } = fieldFor(props, 'consultation')
  const choices = (seen.consultations ?? [])
    .filter(({ isClosed }) => !isClosed)
    .map(({ key, body, answerBy }) => ({
      value: key,
      label: said.openOpinion(body, words.format.day(answerBy)),
    }))
  return (
    <StepForm {...props} title={said.recordOpinion} kind="secondary" hasKey>
      <SelectField
        name={name}
        label={said.whichOpinion}
        value={value || choices[0]?.value}
        fault={fault}
        choices={choices}
      />
      <TextArea {...fieldFor(props, 'answer')} label={said.answer} hint={said.answerHint} />
    </StepForm>
  )
}

interface ChooseProps<Key extends string> extends StepFormProps {
  readonly field: string
  readonly label: string
  readonly keys: readonly Key[]
  readonly texts: Readonly<Record<Key, string>>
}

function Choose<Key extends string>({ field, label, keys, texts, ...props }: ChooseProps<Key>) {
  const { name, value, fault } = fieldFor(props, field)
  const choices = keys.map((key) => ({ value: key, label: texts[key] }))
  return <SelectField name={name} label={label} value={value || keys[0]} fault={fault} choices={choices} />
}
