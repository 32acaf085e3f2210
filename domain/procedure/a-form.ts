import type { FormField } from './form.ts'

/** What a field of a test says of itself; the rest is as plain as can be. */
type Given = Pick<FormField, 'name' | 'type'> & { readonly [part in keyof Plain]?: unknown }

const PLAIN = {
  english: null,
  help: null,
  helpEnglish: null,
  isRequired: false,
  isOfficial: false,
  when: null,
  if: null,
  rule: null,
  ruleEnglish: null,
  check: null,
  from: null,
  format: null,
  minLength: null,
  maxLength: null,
  pattern: null,
  minimum: null,
  maximum: null,
  choices: [],
  fields: [],
  atLeast: 0,
}
type Plain = typeof PLAIN

/** A field for tests. */
export function aField(given: Given): FormField {
  return { label: given.name, ...PLAIN, ...given } as FormField
}
