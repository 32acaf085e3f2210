import { capacityLines } from '#domain/people/may.ts'
import { NoteField, StepForm, type StepFormProps } from './step-form.tsx'
import { Review } from './review.tsx'

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

/** What was handed in at another desk is received by the competent agency. */
export function CompetentForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.dossier
  return (
    <StepForm {...props} title={said.receiveAsCompetent} hasKey>
      {seen.elsewhere && (
        <p class="hint">
          {said.receiveAsCompetentHint(words.format.moment(seen.elsewhere.by))}{' '}
          <span lang="vi">{seen.placeOfReceiptName}</span>
        </p>
      )}
      <Onward {...props} />
    </StepForm>
  )
}

/** Approved, by the mandate that stands there; by the person's signature, where there is a document to sign. */
export function ApproveForm(props: StepFormProps) {
  const { words, seen } = props
  const { mandate } = seen
  const until = mandate?.until ? words.format.day(mandate.until) : ''
  return (
    <StepForm {...props} title={words.desk.dossier.approve} hasKey>
      {mandate && (
        <p class="hint">{words.desk.dossier.approveBy(mandate.key, words.format.day(mandate.from), until)}</p>
      )}
      {mandate?.capacity && (
        <p class="hint" lang="vi">
          {capacityLines(mandate.capacity).join(', ')}
        </p>
      )}
      <Review {...props} />
      <NoteField {...props} />
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
