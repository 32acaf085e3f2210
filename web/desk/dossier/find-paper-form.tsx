import { PAPER_FOUND } from '#domain/dossier/events.ts'
import { SelectField, TextField } from '../../parts/field.tsx'
import { paperName } from '../papers/paper-name.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** A paper that was missed is there after all. */
export function FindPaperForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.papers
  const paper = fieldFor(props, 'paper')
  const how = fieldFor(props, 'how')
  return (
    <StepForm {...props} title={said.findTitle} kind="secondary" hasKey>
      <SelectField
        {...paper}
        label={said.findPaper}
        choices={seen.papers.missing.map((one) => ({
          value: one.paper.paper,
          label: paperName(words, one.paper),
          lang: 'vi' as const,
        }))}
      />
      <SelectField
        {...how}
        value={how.value || PAPER_FOUND[0]}
        label={said.findHow}
        choices={PAPER_FOUND.map((key) => ({ value: key, label: said.hows[key] }))}
      />
      <TextField {...fieldFor(props, 'note')} label={said.findNote} maxLength={1000} required />
    </StepForm>
  )
}
