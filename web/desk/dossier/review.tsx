import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { CheckBox, RadioGroup } from '../../parts/field.tsx'
import { ResultLink } from './result-link.tsx'
import { fieldFor, type StepFormProps } from './step-form.tsx'

/** What is approved: looked at, and named by its hash, so that what was reviewed is what is signed. */
export function Review(props: StepFormProps) {
  const { seen } = props
  if (seen.toApprove) return <DraftReview {...props} toApprove={seen.toApprove} />
  return <PageReview {...props} />
}

interface DraftReviewProps extends StepFormProps {
  readonly toApprove: NonNullable<SeenDossier['toApprove']>
}

/** The newest version: signed with the key, or by hand on its print. */
function DraftReview({ toApprove, ...props }: DraftReviewProps) {
  const { words, seen } = props
  const said = words.desk.drafting
  const { name, value, fault } = fieldFor(props, 'reviewed')
  const ways = [
    ...(seen.toSign === null ? [] : [{ value: seen.toSign, label: said.signs }]),
    { value: toApprove.onPaper, label: said.paper },
  ]
  return (
    <div>
      <p>{said.ofVersion(toApprove.draft)}</p>
      <ul>
        {seen.toSign !== null && (
          <li>
            <ResultLink code={seen.code} text={said.seeSigned} />
          </li>
        )}
        <li>
          <ResultLink code={seen.code} text={said.seePaper} isPaper />
        </li>
      </ul>
      <input type="hidden" name={fieldFor(props, 'draft').name} value={toApprove.draft} />
      <RadioGroup name={name} legend={said.choose} value={value} fault={fault} choices={ways} />
    </div>
  )
}

/** The page made of the dossier alone, for who has a key. */
function PageReview(props: StepFormProps) {
  const { words, seen } = props
  const { signing, drafting } = words.desk
  if (seen.hasResultForm && seen.toSign === null) return <p class="hint">{drafting.noDraft}</p>
  if (seen.toSign === null)
    return (
      <p>
        <ResultLink code={seen.code} text={drafting.seePaper} isPaper />
      </p>
    )
  return (
    <div>
      <p>
        <ResultLink code={seen.code} text={signing.seeDraft} />
      </p>
      <CheckBox name={fieldFor(props, 'reviewed').name} value={seen.toSign} label={signing.reviewed} />
      <p class="hint">{signing.reviewedHint}</p>
    </div>
  )
}
