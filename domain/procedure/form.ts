import type { Day } from '#domain/calendar/moment.ts'

/** What of the applicant is known before anybody writes, from the sign-in or from what was filed before. */
export const KNOWN_FACTS = ['name', 'number', 'paper', 'born', 'gender', 'phone', 'email', 'address'] as const
export type KnownFact = (typeof KNOWN_FACTS)[number]

/** What every field of a form has, whatever it holds. */
interface Asked {
  readonly name: string
  /** As the national form prints it. */
  readonly label: string
  /** The label for those who read English; null where it was not translated. */
  readonly english: string | null
  /** What to write, in plain words; with its English. */
  readonly help: string | null
  readonly helpEnglish: string | null
  readonly isRequired: boolean
  /** Filled in by the centre, never by the applicant. */
  readonly isOfficial: boolean
  /** Condition under which the field is asked for, in words and as an expression; null when it always is. */
  readonly when: string | null
  readonly if: string | null
  /** What must hold of it, in words and as an expression. A rule without one is for people to look at. */
  readonly rule: string | null
  readonly ruleEnglish: string | null
  readonly check: string | null
  /** What it is filled in with where that is known. */
  readonly from: KnownFact | null
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly english: string | null
}

/** How a text is written and how it is read: spaces in numbers forgiven, letters of codes capital. */
export const TEXT_FORMATS = ['name', 'phone', 'email', 'digits', 'code'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]

/**
 * A field of an application form. `partial-date` may be a year only, as births of old people are; `money` is whole
 * đồng; `agreement` is the declaration that must be true; an `address` is taken from the catalogue of places, `papers`
 * are the papers handed in with it; a `group` is filled in once and a `list` many times.
 */
export type FormField = Asked &
  (
    | {
        readonly type: 'text'
        readonly format: TextFormat | null
        readonly minLength: number | null
        readonly maxLength: number | null
        readonly pattern: string | null
      }
    | {
        readonly type: 'date' | 'partial-date' | 'date-time' | 'money' | 'yes-no' | 'agreement' | 'address'
      }
    | { readonly type: 'papers' }
    | { readonly type: 'integer'; readonly minimum: number | null; readonly maximum: number | null }
    | { readonly type: 'decimal'; readonly minimum: number | null; readonly maximum: number | null }
    | { readonly type: 'choice'; readonly choices: readonly Choice[] }
    | { readonly type: 'choices'; readonly choices: readonly Choice[] }
    | { readonly type: 'group'; readonly fields: readonly FormField[] }
    | { readonly type: 'list'; readonly atLeast: number; readonly fields: readonly FormField[] }
  )

export type ListField = Extract<FormField, { type: 'list' }>

/** An application form as it stands from `from` until the next version. */
export interface Form {
  readonly key: string
  readonly version: number
  readonly from: Day
  readonly title: string
  readonly english: string | null
  /** The circular that prescribes it. */
  readonly legalBasis: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly source: string
  readonly fields: readonly FormField[]
}

/** In place of a form where nothing was filled in: what was handed in at the counter. */
export const NO_FORM: Form = {
  key: '',
  version: 0,
  from: '0001-01-01',
  title: '',
  english: null,
  legalBasis: '',
  confidence: 'high',
  source: '',
  fields: [],
}

/** The version of a form in force on a day, undefined before the first. */
export function formOn(versions: readonly Form[], on: Day): Form | undefined {
  return versions.filter((one) => one.from <= on).at(-1)
}

/** The form for whatever has none of its own, where a centre has entered one. */
export const GENERAL_FORM = 'general'

/** A field and all that stand inside it, each with its path. */
export function* walked(
  fields: readonly FormField[],
  path: readonly string[] = [],
): Generator<{ readonly field: FormField; readonly path: readonly string[] }> {
  for (const field of fields) {
    const own = [...path, field.name]
    yield { field, path: own }
    if (field.type === 'group' || field.type === 'list') yield* walked(field.fields, own)
  }
}

/** The field at a path of answers, where rows of a list stand by their place; undefined where the form has none. */
export function fieldAt(fields: readonly FormField[], path: readonly string[]): FormField | undefined {
  const [name, ...rest] = path
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field
  if (field.type === 'group') return fieldAt(field.fields, rest)
  if (field.type !== 'list') return undefined
  return rest.length === 1 ? field : fieldAt(field.fields, rest.slice(1))
}
