import type { Day } from '#domain/calendar/moment.ts'

/** What every field of a form has, whatever it holds. */
interface Asked {
  readonly name: string
  /** As the national form prints it. */
  readonly label: string
  readonly isRequired: boolean
  /** Filled in by the centre, never by the applicant. */
  readonly isOfficial: boolean
  /** Condition under which the field is asked for, in words; null when it always is. */
  readonly when: string | null
  /** A rule between fields, in words. */
  readonly rule: string | null
}

interface Choice {
  readonly value: string
  readonly label: string
}

/**
 * A field of an application form. `partial-date` may be a year only, as births of old people are; `money` is whole
 * đồng; `agreement` is the declaration that must be true; a `group` is filled in once and a `list` many times.
 */
export type FormField = Asked &
  (
    | {
        readonly type: 'text'
        readonly minLength: number | null
        readonly maxLength: number | null
        readonly pattern: string | null
      }
    | { readonly type: 'date' | 'partial-date' | 'date-time' | 'money' | 'yes-no' | 'agreement' }
    | {
        readonly type: 'integer' | 'decimal'
        readonly minimum: number | null
        readonly maximum: number | null
      }
    | { readonly type: 'choice' | 'choices'; readonly choices: readonly Choice[] }
    | { readonly type: 'group'; readonly fields: readonly FormField[] }
    | { readonly type: 'list'; readonly atLeast: number; readonly fields: readonly FormField[] }
  )

/** An application form as it stands from `from` until the next version. */
export interface Form {
  readonly key: string
  readonly version: number
  readonly from: Day
  readonly title: string
  /** The circular that prescribes it. */
  readonly legalBasis: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly source: string
  readonly fields: readonly FormField[]
}

/** The version of a form in force on a day, undefined before the first. */
export function formOn(versions: readonly Form[], on: Day): Form | undefined {
  return versions.filter((one) => one.from <= on).at(-1)
}
