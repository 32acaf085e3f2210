import type { ComponentChildren } from 'preact'

interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly fault?: string | undefined
  readonly isCode?: boolean
}

/** A text field with its label, its hint and, after a fault, what is wrong with it. */
export function TextField({ name, label, hint, value, fault, isCode }: TextFieldProps) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="semibold" for={name}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        class="ds-input"
        id={name}
        name={name}
        type="text"
        value={value ?? ''}
        maxLength={200}
        {...(described && { 'aria-describedby': described })}
        {...(fault && { 'aria-invalid': true })}
        {...(isCode && { autocomplete: 'off', autocapitalize: 'characters', spellcheck: false })}
      />
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly lang?: 'vi'
}

interface SelectFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
}

/** A choice of one from a list. */
export function SelectField({ name, label, value, choices }: SelectFieldProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="semibold" for={name}>
        {label}
      </label>
      <select class="ds-input" id={name} name={name}>
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
    </div>
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
