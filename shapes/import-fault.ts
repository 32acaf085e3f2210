import type { TakeOverFaultCode } from '#domain/dossier/taking-over-faults.ts'

/** What can be wrong with a centre's files. Sentences are made at the edge (`web/words/import-vi.ts`). */
export type ImportFaultCode =
  | TakeOverFaultCode
  // files
  | 'no-such-directory'
  | 'file-missing'
  | 'given-twice'
  | 'not-utf8'
  | 'csv-broken'
  | 'yaml-broken'
  | 'not-a-list'
  | 'column-missing'
  | 'column-unknown'
  | 'column-twice'
  | 'cells-do-not-fit'
  // cells
  | 'empty-cell'
  | 'too-long'
  | 'not-one-of'
  | 'not-a-number'
  | 'not-a-day'
  | 'not-a-time'
  | 'not-a-key'
  | 'not-a-login'
  | 'not-a-code'
  | 'not-a-duration'
  | 'control-character'
  | 'wrong-shape'
  // between cells and files
  | 'key-twice'
  | 'name-twice'
  | 'code-twice'
  | 'key-is-not-the-code'
  | 'key-is-not-the-file'
  | 'no-such-unit'
  | 'no-such-place'
  | 'no-such-staff'
  | 'no-such-procedure'
  | 'no-such-component'
  | 'no-such-life-event'
  | 'procedure-or-title'
  | 'no-such-process'
  | 'no-such-form'
  | 'no-such-definition'
  | 'no-such-question'
  | 'expression-broken'
  | 'expression-no-such-field'
  | 'expression-types-differ'
  | 'expression-no-such-choice'
  | 'expression-looks-ahead'
  | 'until-not-after-from'
  | 'became-without-end'
  | 'days-needed'
  | 'days-not-wanted'
  | 'cutoff-needed'
  | 'page-fee-incomplete'
  | 'percent-or-amount'
  | 'lines-are-not-the-fee'
  | 'fee-per-needs-fee'
  | 'channel-before-case'
  | 'no-default-process'
  | 'percent-outside-default'
  | 'process-fault'
  | 'calendar-fault'
  | 'no-such-paper-form'
  | 'template-fault'
  | 'template-endless'
  | 'template-too-large'
  | 'template-changed'
  | 'subject-of-letters'
  | 'notice-template-fault'
  // against what is already published
  | 'effective-date-not-after'
  | 'unit-removed'
  | 'rule-set-changed'
  | 'rule-set-removed'
  | 'mandate-changed'
  // of a take-over
  | 'semicolons'
  | 'not-a-moment'
  | 'time-missing'
  | 'not-an-amount'
  | 'garbled-text'
  | 'id-number-length'
  | 'phone-length'
  | 'not-a-dossier-code'
  | 'dossier-code-twice'
  | 'dossier-changed'
  | 'code-in-use'
  | 'holder-not-in-post'
  | 'no-login'
  | 'papers-unreadable'
  | 'paper-twice'
  | 'given-in-part'
  | 'no-such-book'
  | 'no-such-document-type'
  | 'not-a-period'
  | 'period-past'
  | 'number-used'
  | 'changed-meanwhile'
  // warnings: said, but not in the way
  | 'due-differs'
  | 'due-not-reckoned'
  | 'due-outside-hours'
  | 'received-outside-hours'
  | 'papers-missing'
  | 'version-later'
  // warnings of a centre's files: said, but not in the way
  | 'process-longer-than-limit'
  | 'post-not-filled'

export interface ImportFault {
  readonly file: string
  /** From 1; the header is line 1. Null when the whole file is meant. */
  readonly line: number | null
  /** Column of a table or path in a document; null when the whole line is meant. */
  readonly column: string | null
  readonly code: ImportFaultCode
  readonly facts: { readonly [name: string]: string | number }
}

/** Where something stands in the files. */
export interface Place {
  readonly file: string
  readonly line: number | null
}

/** What is found wrong while reading; reading goes on, so that a clerk sees everything at once. */
export interface Findings {
  readonly faults: ImportFault[]
  readonly warnings: ImportFault[]
}

/** A fault at a place. */
export function faultAt(
  place: Place,
  column: string | null,
  code: ImportFaultCode,
  facts: ImportFault['facts'] = {},
): ImportFault {
  return { file: place.file, line: place.line, column, code, facts }
}
