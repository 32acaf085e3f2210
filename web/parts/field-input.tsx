import type { Day } from '#domain/calendar/moment.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { AnswerFault } from '#domain/procedure/answers.ts'
import type { FormField } from '#domain/procedure/form.ts'
import { type TypedAnswers, typedText } from '#domain/procedure/read-answer.ts'
import { CheckBox, RadioGroup, SelectField, TextArea, TextField } from './field.tsx'
import { PlaceFields } from './place-fields.tsx'
import type { Words } from '../words/vi.ts'
import { choiceLabel, faultInWords, hintOf, labelOf } from './said-of-fields.ts'

/** What the boxes of a page need to show themselves. */
export interface Boxes {
  readonly words: Words
  /** Everything typed, under the names of its boxes. */
  readonly typed: TypedAnswers
  /** What is wrong, where it is to be shown; by the names of the boxes. */
  readonly faults: readonly AnswerFault[]
  /** Which boxes were filled in from what is known, and whence. */
  readonly known: { readonly [box: string]: string }
  readonly places: readonly Place[]
  readonly on: Day
  /** What stands above as the title, and is not shown again. */
  readonly title?: string
  /** Boxes that are not the person's to change. */
  readonly fixed?: readonly string[]
}

interface FieldProps {
  readonly boxes: Boxes
  readonly field: FormField
  /** Of its box, with the part it stands in. */
  readonly name: string
}

/** So many choices are shown at once; more are opened as a list. */
const MOST_SHOWN = 7

/** The boxes of a field, whatever it holds. */
export function FieldInput({ boxes, field, name }: FieldProps) {
  const { words } = boxes
  switch (field.type) {
    case 'text':
      return <TextInput boxes={boxes} field={field} name={name} />
    case 'integer':
    case 'decimal':
    case 'money':
      return (
        <TextField
          {...common({ boxes, field, name })}
          inputmode={field.type === 'decimal' ? 'decimal' : 'numeric'}
          autocomplete="off"
          maxLength={25}
        />
      )
    case 'yes-no':
      return (
        <RadioGroup
          {...grouped({ boxes, field, name })}
          choices={[
            { value: 'true', label: words.filing.yes },
            { value: 'false', label: words.filing.no },
          ]}
        />
      )
    case 'choice':
      return <ChoiceInput boxes={boxes} field={field} name={name} />
    case 'choices':
      return <ChoicesInput boxes={boxes} field={field} name={name} />
    case 'date':
    case 'partial-date':
    case 'date-time':
      return <DayInput boxes={boxes} field={field} name={name} />
    case 'address':
      return <AddressInput boxes={boxes} field={field} name={name} />
    case 'agreement':
      return (
        <CheckBox name={name} label={labelText(boxes, field)} checked={valueOf(boxes, name) === 'true'} />
      )
    case 'group':
      return (
        <fieldset class="ds-fieldset inner stacked">
          <legend>{labelText(boxes, field)}</legend>
          {field.fields.map((one) => (
            <FieldInput key={one.name} boxes={boxes} field={one} name={`${name}.${one.name}`} />
          ))}
        </fieldset>
      )
    case 'list':
    case 'papers':
      return null
  }
}

const valueOf = ({ typed }: Boxes, name: string) => typedText(typed, name)

function labelText({ words }: Boxes, field: FormField): string {
  const { text } = labelOf(words, field)
  return field.isRequired || field.type === 'group' ? text : `${text} (${words.filing.optional})`
}

function faultOf({ words, faults }: Boxes, name: string): string | undefined {
  const found = faults.find((one) => one.name === name)
  return found && faultInWords(words, found)
}

/** Says at the field whence it was filled in, so that nobody takes it for his own word. */
function hintAt({ words, known }: Boxes, field: FormField, name: string): string | undefined {
  const box = Object.keys(known).find((one) => one === name || one.startsWith(`${name}.`))
  const from = box === undefined ? undefined : known[box]
  const { knownAccount, knownApplicant, knownEarlier } = words.filing
  const own: { readonly [from: string]: string } = { account: knownAccount, applicant: knownApplicant }
  const mark = from === undefined ? null : (own[from] ?? knownEarlier(from))
  const said = [hintOf(words, field), mark].filter(Boolean)
  return said.length === 0 ? undefined : said.join('. ')
}

function common({ boxes, field, name }: FieldProps) {
  return {
    name,
    label: labelText(boxes, field),
    hint: hintAt(boxes, field, name),
    value: valueOf(boxes, name),
    fault: faultOf(boxes, name),
    required: field.isRequired,
  }
}

function grouped({ boxes, field, name }: FieldProps) {
  const { label: legend, hint, value, fault } = common({ boxes, field, name })
  const isLegendHidden = legend === boxes.title
  return { name, legend, isLegendHidden, value, fault, ...(hint !== undefined && { hint }) }
}

type Of<Type extends FormField['type']> = FieldProps & { readonly field: Extract<FormField, { type: Type }> }

/** From so many characters on a text has several lines. */
const LONG = 300

function TextInput({ boxes, field, name }: Of<'text'>) {
  const { format, maxLength } = field
  const all = common({ boxes, field, name })
  if ((maxLength ?? 0) > LONG) return <TextArea {...all} maxLength={maxLength ?? 2000} rows={4} />
  const isFixed = boxes.fixed?.includes(name) ?? false
  return (
    <TextField
      {...all}
      maxLength={maxLength ?? 200}
      {...(format === 'phone' && { type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}
      {...(format === 'email' && { autocomplete: 'email', inputmode: 'email' })}
      {...(format === 'digits' && { inputmode: 'numeric', autocomplete: 'off' })}
      {...(format === 'code' && { isCode: true })}
      {...(isFixed && { isFixed })}
    />
  )
}

function ChoiceInput({ boxes, field, name }: Of<'choice'>) {
  const { words } = boxes
  const choices = field.choices.map((one) => {
    const { text, lang } = choiceLabel(words, one)
    return { value: one.value, label: text, ...(lang && { lang }) }
  })
  if (choices.length <= MOST_SHOWN)
    return <RadioGroup {...grouped({ boxes, field, name })} choices={choices} />
  const { hint: _, required: __, ...rest } = common({ boxes, field, name })
  return <SelectField {...rest} choices={[{ value: '', label: words.filing.choose }, ...choices]} />
}

function ChoicesInput({ boxes, field, name }: Of<'choices'>) {
  const { words, typed } = boxes
  const chosen = [typed[name] ?? []].flat()
  const { label, hint, fault } = common({ boxes, field, name })
  return (
    <fieldset
      class="ds-fieldset choices"
      {...(fault && { 'aria-invalid': true, 'aria-describedby': `${name}-fault` })}
    >
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {field.choices.map((one, place) => (
        <CheckBox
          key={one.value}
          name={name}
          id={place === 0 ? name : `${name}-${one.value}`}
          value={one.value}
          label={choiceLabel(words, one).text}
          checked={chosen.includes(one.value)}
        />
      ))}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

/** Day, month and year in boxes of their own: nobody has to know how a date is written. */
function DayInput({ boxes, field, name }: FieldProps) {
  const { words } = boxes
  const { label, hint, fault } = common({ boxes, field, name })
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  const part = (of: 'day' | 'month' | 'year', maxLength: number) => (
    <TextField
      name={`${name}.${of}`}
      id={of === 'day' ? name : `${name}.${of}`}
      label={words.filing[of]}
      value={valueOf(boxes, `${name}.${of}`)}
      inputmode="numeric"
      autocomplete="off"
      maxLength={maxLength}
    />
  )
  return (
    <fieldset
      class="ds-fieldset day-boxes"
      {...(described && { 'aria-describedby': described })}
      {...(fault && { 'aria-invalid': true })}
    >
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div>
        {part('day', 2)}
        {part('month', 2)}
        {part('year', 4)}
        {field.type === 'date-time' && (
          <TextField
            name={`${name}.time`}
            label={words.filing.time}
            value={valueOf(boxes, `${name}.time`)}
            autocomplete="off"
            maxLength={8}
          />
        )}
      </div>
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

function AddressInput({ boxes, field, name }: FieldProps) {
  const { words, places, on } = boxes
  const { label, hint } = common({ boxes, field, name })
  return (
    <PlaceFields
      words={words}
      name={name}
      legend={label}
      hint={hint}
      places={places}
      on={on}
      valueOf={(box) => valueOf(boxes, box)}
      faultOf={(box) => faultOf(boxes, box)}
    />
  )
}

/** Where a fault leads: the first box of what it is about. */
export function boxOfFault({ name, field }: AnswerFault): string {
  return field.type === 'address' && !/\.(?:line|ward|province)$/.test(name) ? `${name}.ward` : name
}
