import { type ComponentChildren, h } from 'preact'

/** Typed as any element: Preact knows a type of its own for each kind of input, and this is all of them. */
const INPUT: string = 'input'

interface FieldProps {
  readonly name: string
  /** The field's id where its name stands more than once on a page. */
  readonly id?: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  readonly fault?: string | undefined
  readonly required?: boolean
  readonly maxLength?: number
}

interface TextFieldProps extends FieldProps {
  readonly isCode?: boolean
  readonly type?: 'text' | 'password' | 'tel' | 'date' | 'search' | 'number'
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  /** Not the person's to change. */
  readonly isFixed?: boolean
  readonly autofocus?: boolean
}

/** A text field with its label, its hint and, after a fault, what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { name, id = name, isCode, isFixed, type = 'text', value, maxLength = 200, required, ...rest } = props
  const { label, hint, fault, ...attributes } = rest
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      {h(INPUT, {
        class: 'ds-input',
        id,
        name,
        type,
        value: value ?? '',
        ...(type !== 'date' && type !== 'number' && { maxLength }),
        ...(required && { 'aria-required': true }),
        ...(isFixed && { readOnly: true }),
        ...attributes,
        ...descriptionOf(id, hint, fault),
        ...(isCode && { autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }),
      })}
    </Field>
  )
}

/** A field of several lines. */
export function TextArea(props: FieldProps & { readonly rows?: number }) {
  const { name, id = name, label, hint, value, fault, required, maxLength = 2000, rows = 3 } = props
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <textarea
        class="ds-input"
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        {...(required && { 'aria-required': true })}
        {...descriptionOf(id, hint, fault)}
      >
        {value ?? ''}
      </textarea>
    </Field>
  )
}

/** A file of the person's own; what was chosen before a fault has to be chosen again. */
export function FileField(
  props: Omit<FieldProps, 'value' | 'maxLength' | 'required'> & { readonly accept: string },
) {
  const { name, id = name, label, hint, fault, accept } = props
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <input
        class="ds-input"
        type="file"
        id={id}
        name={name}
        accept={accept}
        {...descriptionOf(id, hint, fault)}
      />
    </Field>
  )
}

interface FieldFrameProps {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  readonly fault: string | undefined
  readonly children: ComponentChildren
}

function Field({ id, label, hint, fault, children }: FieldFrameProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="semibold" for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

function descriptionOf(id: string, hint: string | undefined, fault: string | undefined) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return { ...(described && { 'aria-describedby': described }), ...(fault && { 'aria-invalid': true }) }
}

export interface Choice {
  readonly value: string
  readonly label: ComponentChildren
  readonly lang?: 'vi'
}

interface SelectFieldProps {
  readonly name: string
  /** The field's id where its name stands more than once on a page. */
  readonly id?: string
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  readonly fault?: string | undefined
}

/** A choice of one from a list. */
export function SelectField({ name, id = name, label, value, choices, fault }: SelectFieldProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="semibold" for={id}>
        {label}
      </label>
      <select class="ds-input" id={id} name={name} {...descriptionOf(id, undefined, fault)}>
        {choices.map((one) => (
          <option
            key={one.value}
            value={one.value}
            selected={one.value === (value ?? '')}
            {...(one.lang && { lang: one.lang })}
          >
            {one.label}
          </option>
        ))}
      </select>
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

interface RadioGroupProps {
  readonly name: string
  readonly legend: string
  /** For eyes that have read it as the title already: it is said all the same. */
  readonly isLegendHidden?: boolean
  readonly hint?: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  readonly fault?: string | undefined
}

/** A choice of one, all of them in sight. The first bears the group's name as id, so that a fault leads to it. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, legend, isLegendHidden, hint, value, choices, fault } = props
  return (
    <fieldset class="ds-fieldset choices" {...descriptionOf(name, hint, fault)}>
      <legend class={isLegendHidden ? 'ds-sr-only' : 'ds-label'} data-weight="semibold">
        {legend}
      </legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {choices.map((one, place) => (
        <label key={one.value} class="choice">
          <input
            class="ds-input"
            type="radio"
            name={name}
            id={place === 0 ? name : `${name}-${one.value}`}
            value={one.value}
            checked={one.value === value}
          />
          <span {...(one.lang && { lang: one.lang })}>{one.label}</span>
        </label>
      ))}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

interface CheckBoxProps {
  readonly name: string
  readonly id?: string
  readonly label: ComponentChildren
  readonly value?: string
  readonly checked?: boolean
  /** For eyes that need no label: it is said all the same. */
  readonly isLabelHidden?: boolean
}

/** Yes or no, with its label. */
export function CheckBox({ name, id = name, label, value = 'true', checked, isLabelHidden }: CheckBoxProps) {
  return (
    <label class="choice">
      <input class="ds-input" type="checkbox" id={id} name={name} value={value} checked={checked ?? false} />
      <span {...(isLabelHidden && { class: 'ds-sr-only' })}>{label}</span>
    </label>
  )
}

export interface Fault {
  /** The id of the field it is about. */
  readonly field: string
  readonly text: string
}

interface ErrorSummaryProps {
  readonly title: string
  readonly faults: readonly Fault[]
  /** Advice beyond the faults themselves. */
  readonly children?: ComponentChildren
}

/** What is wrong with a form as a whole, with a way to each field. */
export function ErrorSummary({ title, faults, children }: ErrorSummaryProps) {
  return (
    <div class="ds-error-summary" role="alert" tabIndex={-1} autofocus>
      <h2 class="ds-heading">{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a class="ds-link" href={`#${fault.field}`}>
              {fault.text}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** What is wrong with one field; undefined when nothing is. */
export function faultAt(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((one) => one.field === field)?.text
}
