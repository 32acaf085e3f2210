import { CheckBox, TextField } from '../../parts/field.tsx'
import { fieldFor, NoteField, StepForm, type StepFormProps } from './step-form.tsx'
import { ResultLink } from './result-link.tsx'
import { SURE } from './verbs.ts'

/** Done: on to the next step. */
export function CompleteForm(props: StepFormProps) {
  const { words, seen } = props
  const title = (
    <>
      {words.desk.dossier.complete} <span lang="vi">{seen.step.name}</span>
    </>
  )
  return (
    <StepForm {...props} title={title} hasKey>
      <Onward {...props} />
      <NoteField {...props} />
    </StepForm>
  )
}

/** Approved, by the mandate that stands there; by the person's signature, where there is a document to sign. */
export function ApproveForm(props: StepFormProps) {
  const { words, seen } = props
  const { signing } = words.desk
  const { mandate } = seen
  const until = mandate?.until ? words.format.day(mandate.until) : ''
  return (
    <StepForm {...props} title={words.desk.dossier.approve} hasKey>
      {mandate && (
        <p class="hint">{words.desk.dossier.approveBy(mandate.key, words.format.day(mandate.from), until)}</p>
      )}
      {seen.toSign !== null && (
        <div>
          <p>
            <ResultLink code={seen.code} text={signing.seeDraft} />
          </p>
          <CheckBox name={fieldFor(props, 'reviewed').name} value={seen.toSign} label={signing.reviewed} />
          <p class="hint">{signing.reviewedHint}</p>
        </div>
      )}
      <NoteField {...props} />
    </StepForm>
  )
}

/** Numbered and sealed; a seal is not taken back, so it is confirmed. */
export function SealForm(props: StepFormProps) {
  const { seen } = props
  const said = props.words.desk.dossier
  const sure = fieldFor(props, SURE)
  return (
    <StepForm {...props} title={said.seal} hasKey>
      <TextField
        {...fieldFor(props, 'documentNumber')}
        label={said.documentNumber}
        hint={said.documentHint}
        maxLength={60}
        autocomplete="off"
        required
      />
      {seen.document !== undefined && <p class="hint">{props.words.desk.signing.sealHint}</p>}
      <div>
        <CheckBox name={sure.name} label={said.isSure} checked={sure.value === 'true'} />
        {sure.fault !== undefined && <p class="fault">{sure.fault}</p>}
      </div>
    </StepForm>
  )
}

/** The result lies at the counter. */
export function ReadyForm(props: StepFormProps) {
  const said = props.words.desk.dossier
  return (
    <StepForm {...props} title={said.markReady} hasKey>
      <p class="hint">{said.markReadyHint}</p>
    </StepForm>
  )
}

function Onward({ words, seen: { next } }: StepFormProps) {
  if (!next) return null
  return (
    <p class="hint">
      {words.desk.dossier.completeGoes} <span lang="vi">{next.name}</span>; {words.posts[next.post]},{' '}
      <span lang="vi">{next.unitName}</span>
    </p>
  )
}
