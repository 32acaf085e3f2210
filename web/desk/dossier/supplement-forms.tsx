import { CHANNELS } from '#domain/procedure/procedure.ts'
import { SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { SupplementItemFields } from '../supplement-item.tsx'
import { DataFields } from '../receive/data-for-paper.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** Rows to write in; what is left empty was not asked for. */
const ROWS = 8

/** Everything that is missing or wrong, asked for at once; the clock stops. */
export function RequestSupplementForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.dossier
  const left = seen.minutesLeft === null ? '' : words.format.workingTime(Math.max(0, seen.minutesLeft))
  const asked = seen.supplementsAsked ?? 0
  return (
    <StepForm {...props} title={said.supplement} kind="secondary" hasKey>
      <p class="hint">{said.supplementHint(left)}</p>
      {asked > 0 && (
        <TextArea
          {...fieldFor(props, 'whyAgain')}
          label={said.supplementAgain}
          hint={said.supplementAgainHint(asked)}
          required
        />
      )}
      {Array.from({ length: ROWS }, (_, place) => (
        <Item key={place} {...props} place={place} />
      ))}
      <TextField
        {...fieldFor(props, 'answerBy')}
        label={words.desk.branches.answerBy}
        hint={words.desk.branches.answerByHint}
        type="date"
      />
    </StepForm>
  )
}

function Item(props: StepFormProps & { readonly place: number }) {
  const { words, seen, place } = props
  const said = words.desk.dossier
  const field = (name: string) => fieldFor(props, `items.${place}.${name}`)
  const component = field('component')
  const choices = seen.components.map(({ component: value, name }) => ({
    value,
    label: name,
    lang: 'vi' as const,
  }))
  const row = (
    <>
      <SelectField
        name={component.name}
        label={said.supplementComponent}
        value={component.value}
        fault={component.fault}
        choices={[{ value: '', label: said.supplementOther }, ...choices]}
      />
      {seen.fieldsFiled.length > 0 && (
        <SelectField
          {...field('field')}
          label={words.own.desk.field}
          choices={[
            { value: '', label: words.own.desk.noField },
            ...seen.fieldsFiled.map(({ name, label }) => ({ value: name, label, lang: 'vi' as const })),
          ]}
        />
      )}
      <SupplementItemFields words={words} at={field} />
    </>
  )
  const isTyped = ['wrong', 'todo', 'ground', 'field'].some((name) =>
    Boolean(field(name).value ?? field(name).fault),
  )
  return place === 0 ? (
    <fieldset class="ds-fieldset stacked">
      <legend>{said.supplementItem(1)}</legend>
      {row}
    </fieldset>
  ) : (
    <details class="ds-details" open={isTyped}>
      <summary>{said.supplementItem(place + 1)}</summary>
      <div class="stacked">{row}</div>
    </details>
  )
}

/** What is due with the supplement and not yet paid, in đồng. */
function feeWithSupplement({ seen }: StepFormProps): number {
  const lines = seen.fee?.lines.filter(({ due }) => due === 'supplement') ?? []
  const asked = lines.reduce((sum, { dong }) => sum + dong, 0)
  return Math.min(asked, seen.owedDong ?? 0)
}

/** What was asked for has come to the counter. */
export function TakeSupplementForm(props: StepFormProps) {
  const { words } = props
  const said = words.desk.dossier
  const channel = fieldFor(props, 'channel')
  const hasPost = props.seen.elsewhere === undefined
  return (
    <StepForm {...props} title={said.supplementTake} hasKey>
      <p class="hint">{said.supplementTakeHint}</p>
      {feeWithSupplement(props) > 0 && (
        <p>
          <strong>{words.desk.money.withSupplement(words.format.money(feeWithSupplement(props)))}</strong>
        </p>
      )}
      {props.seen.dataForSupplement.map((paper, place) => (
        <PaperOrData key={paper.component} {...props} paper={paper} place={place} />
      ))}
      <SelectField
        name={channel.name}
        label={said.supplementCameBy}
        value={channel.value ?? 'counter'}
        fault={channel.fault}
        choices={CHANNELS.map((value) => ({ value, label: words.channels[value] }))}
      />
      {hasPost && (
        <TextField
          {...fieldFor(props, 'parcel')}
          label={said.supplementParcel}
          hint={said.supplementParcelHint}
          maxLength={40}
          autocomplete="off"
        />
      )}
    </StepForm>
  )
}

type Supplemented = StepFormProps['seen']['dataForSupplement'][number]

/** A paper that data can replace: how many were handed in, or what was fetched, or why the paper all the same. */
function PaperOrData(props: StepFormProps & { readonly paper: Supplemented; readonly place: number }) {
  const { words, paper, place } = props
  const { component, name, sources, hasDuty, on } = paper
  const said = words.desk.dataForPaper
  const field = (part: string) => fieldFor(props, `components.${place}.${part}`)
  return (
    <fieldset class="ds-fieldset stacked">
      <legend lang="vi">{name}</legend>
      {hasDuty && <p class="hint">{said.mustFetch}</p>}
      <input type="hidden" name={field('component').name} value={component} />
      {(['original', 'certified', 'copy'] as const).map((kind) => (
        <TextField key={kind} {...field(kind)} label={words.desk.receive.counts[kind]} type="number" />
      ))}
      <DataFields words={words} field={field} sources={sources} hasDuty={hasDuty} on={on} />
    </fieldset>
  )
}
