import { DESPITE_REASONS, dutyFor } from '#domain/procedure/data-for-paper.ts'
import { type Component, goesByPages } from '#domain/procedure/procedure.ts'
import { CheckBox, faultAt, RadioGroup, SelectField, TextField } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from './act-button.tsx'
import { CountBox } from './count-box.tsx'
import { allPapers, caseTyped, dayOut, isFilledHere } from './intake-content.ts'
import { typedAt, withBoxes } from './intake-draft.ts'
import { PaperPhotos } from './paper-photos.tsx'
import type { StepProps } from './step-props.ts'

const COUNTS = ['original', 'certified', 'copy'] as const

/** The papers of the case: how many are asked for, how many are there, and their pictures. */
export function PapersStep(props: StepProps) {
  const { words, draft, taking, faults, change } = props
  const said = words.desk.receive
  const { procedure } = taking.law
  const chosen = caseTyped(draft, procedure)
  if (!chosen) return null
  return (
    <>
      {procedure.cases.length > 1 && (
        <RadioGroup
          name="case"
          legend={said.case}
          value={chosen.key}
          choices={procedure.cases.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
        />
      )}
      {goesByPages(procedure) && (
        <TextField
          name="pages"
          label={said.pages}
          hint={said.pagesHint}
          inputmode="numeric"
          value={typedAt(draft, 'pages')}
          fault={faultAt(faults, 'pages')}
          maxLength={4}
          autocomplete="off"
        />
      )}
      <p class="field-buttons" id="papers" tabIndex={-1}>
        <ActButton
          kind="primary"
          act={() => change((now) => withBoxes(now, allPapers(now, chosen.components)))}
        >
          {said.allPapers}
        </ActButton>
      </p>
      <ul class="field-papers">
        {chosen.components.map((component) => (
          <Paper key={component.key} {...props} component={component} />
        ))}
        <li>
          <strong>{words.fieldIntake.papers.otherPapers}</strong>
          <PaperPhotos {...props} component={null} name={words.fieldIntake.papers.otherPapers} />
        </li>
      </ul>
      <TextField
        name="subject"
        label={said.subject}
        hint={said.subjectHint}
        value={typedAt(draft, 'subject')}
        fault={faultAt(faults, 'subject')}
        maxLength={300}
        autocomplete="off"
      />
    </>
  )
}

function Paper({ component, ...props }: StepProps & { readonly component: Component }) {
  const { words, draft, taking } = props
  const said = words.fieldIntake.papers
  const mayBeFilledHere = component.isForm === true && taking.form !== null
  const asked = COUNTS.filter((count) => component[count] > 0)
  return (
    <li>
      <strong lang="vi">{component.name}</strong>
      <span class="hint">
        {component.isShown ? said.onlyShown : component.isRequired ? wanted(words, component) : said.ifNeeded}
      </span>
      {mayBeFilledHere && <CheckBox name="formHere" label={said.formHere} checked={isFilledHere(draft)} />}
      {!(mayBeFilledHere && isFilledHere(draft)) && (
        <>
          <Counts {...props} component={component} counts={asked} />
          <Otherwise {...props} component={component} asked={asked} />
          <PaperPhotos {...props} component={component.key} name={component.name} />
        </>
      )}
    </li>
  )
}

type OfPaper = StepProps & { readonly component: Component }

function Counts({
  counts,
  component: { key, name },
  ...props
}: OfPaper & { readonly counts: readonly (typeof COUNTS)[number][] }) {
  const { words, draft, faults, change } = props
  return (
    <div class="field-counts">
      {counts.map((count) => {
        const box = `components.${key}.${count}`
        return (
          <CountBox
            key={count}
            words={words}
            name={box}
            label={words.desk.receive.counts[count]}
            of={name}
            value={typedAt(draft, box)}
            fault={faultAt(faults, box)}
            count={(value) => change((now) => withBoxes(now, { [box]: value }))}
          />
        )
      })}
    </div>
  )
}

/** Kinds nobody asked for, and why a paper need not be there or is taken all the same; folded, as most are not needed. */
function Otherwise({ asked, ...props }: OfPaper & { readonly asked: readonly (typeof COUNTS)[number][] }) {
  const { words, draft, taking, faults, component } = props
  const said = words.fieldIntake.papers
  const box = (part: string) => `components.${component.key}.${part}`
  const text = (part: string, label: string) => (
    <TextField
      name={box(part)}
      label={label}
      value={typedAt(draft, box(part))}
      fault={faultAt(faults, box(part))}
      maxLength={300}
      autocomplete="off"
    />
  )
  const hasDuty = dutyFor(taking.law.dataSources, component.key, dayOut(taking.out)) !== undefined
  const isTyped = ['instead', 'despite.reason'].some((part) => typedAt(draft, box(part)) !== '')
  return (
    <details class="more-filters" open={hasDuty || isTyped}>
      <summary>{said.other}</summary>
      <Counts {...props} counts={COUNTS.filter((count) => !asked.includes(count))} />
      {text('instead', said.instead)}
      {hasDuty && (
        <>
          <SelectField
            name={box('despite.reason')}
            label={said.despite}
            value={typedAt(draft, box('despite.reason'))}
            fault={faultAt(faults, box('despite.reason'))}
            choices={[
              { value: '', label: said.despiteNone },
              ...DESPITE_REASONS.map((value) => ({ value, label: words.desk.dataForPaper.reasons[value] })),
            ]}
          />
          {text('despite.note', `${said.despiteNote} (${said.despiteUsual})`)}
        </>
      )}
    </details>
  )
}

function wanted(words: Words, component: Component): string {
  const counts = COUNTS.filter((count) => component[count] > 0)
    .map((count) => `${component[count]} ${words.desk.receive.counts[count].toLowerCase()}`)
    .join(', ')
  return words.fieldIntake.papers.asked(counts)
}
