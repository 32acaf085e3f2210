import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Notice } from '../../parts/notice.tsx'
import { RadioGroup } from '../../parts/field.tsx'
import { refusalText } from '../form.ts'
import { ResultLink } from './result-link.tsx'
import { fieldFor, type StepFormProps } from './step-form.tsx'

/** What is approved: looked at, and named by its hash, so that what was reviewed is what is signed. */
export function Review(props: StepFormProps) {
  const { words, seen } = props
  if (seen.unprintable)
    return (
      <Notice kind="warning">
        <p>{refusalText(words, seen.unprintable)}</p>
      </Notice>
    )
  if (seen.toApprove) return <Ways {...props} toApprove={seen.toApprove} />
  return seen.hasResultForm ? <p class="hint">{words.desk.drafting.noDraft}</p> : null
}

interface WaysProps extends StepFormProps {
  readonly toApprove: NonNullable<SeenDossier['toApprove']>
}

/** Signed with the key, or by hand on its print; what was not drafted here may have been written elsewhere. */
function Ways({ toApprove: { draft, onPaper }, ...props }: WaysProps) {
  const { words, seen } = props
  const said = words.desk.drafting
  const { name, value, fault } = fieldFor(props, 'reviewed')
  const ways = [
    ...(seen.toSign === null ? [] : [{ value: seen.toSign, label: said.signs }]),
    { value: onPaper, label: said.paper },
    ...(draft === null ? [{ value: '', label: said.elsewhere }] : []),
  ]
  return (
    <div>
      {draft !== null && <p>{said.ofVersion(draft)}</p>}
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
      {draft !== null && <input type="hidden" name={fieldFor(props, 'draft').name} value={draft} />}
      <RadioGroup
        name={name}
        legend={said.choose}
        value={value ?? (draft === null ? '' : undefined)}
        fault={fault}
        choices={ways}
      />
    </div>
  )
}
