/**
 * A refusal is a value, not an accident: the software declines a command and says which rule was in the way.
 * Codes are closed and facts are plain; sentences are made at the edge (`web/words`).
 */
export type RefusalCode =
  // procedure and receipt
  | 'no-such-procedure'
  | 'procedure-not-in-force'
  | 'no-such-case'
  | 'channel-not-offered'
  | 'no-such-component'
  | 'component-counted-twice'
  | 'papers-missing'
  | 'no-such-data-source'
  | 'data-of-tomorrow'
  | 'paper-may-be-asked'
  | 'paper-despite-data'
  | 'no-such-unit'
  | 'return-address-needed'
  | 'no-such-slip'
  | 'no-rule-set'
  | 'case-of-other-pages'
  | 'pages-needed'
  | 'other-visit'
  | 'no-such-visit'
  // certification
  | 'certifies-nothing'
  | 'not-signed-yet'
  | 'no-such-register'
  | 'no-such-certification'
  | 'certification-spoiled'
  // papers
  | 'no-form-yet'
  | 'letters-missing'
  | 'no-such-paper'
  | 'nothing-to-hand-over'
  // time
  | 'outside-calendar'
  | 'before-last-event'
  // handling
  | 'no-such-dossier'
  | 'not-at-this-stage'
  | 'not-this-step'
  | 'step-needs-own-command'
  | 'not-approved'
  | 'nothing-to-send-back-to'
  | 'nothing-to-supplement'
  | 'asked-once-already'
  | 'no-such-staff'
  | 'not-in-post'
  | 'already-held'
  | 'not-held'
  | 'numbered-already'
  | 'not-numbered'
  | 'numbered-outside'
  | 'number-from-the-book'
  | 'number-needed'
  | 'decided-already'
  | 'no-answer-limit'
  | 'money-was-paid'
  | 'answer-limit-not-over'
  // apology
  | 'no-due-moment'
  | 'promise-too-early'
  | 'apology-under-way'
  | 'apologised-already'
  | 'apology-not-so-far'
  | 'no-apology'
  | 'second-person-needed'
  // consultation
  | 'opinion-awaited'
  | 'no-opinion-awaited'
  | 'no-such-consultation'
  // what the citizen owes the state
  | 'no-payment-step'
  | 'obligation-unmet'
  | 'no-obligation-open'
  | 'no-such-obligation'
  | 'notice-twice'
  | 'pay-day-before-notice'
  | 'paid-too-little'
  // linked procedures
  | 'part-open'
  | 'no-part-open'
  | 'no-part-to-ask'
  | 'no-such-part'
  | 'part-not-open'
  // correction
  | 'identity-needs-two'
  | 'nothing-to-correct'
  | 'correction-under-way'
  | 'no-correction'
  // money
  | 'no-fee-line'
  | 'no-such-exemption'
  | 'exemption-evidence-needed'
  | 'fee-undetermined'
  | 'fee-unpaid'
  | 'nothing-owed'
  | 'nothing-paid'
  | 'paid-already'
  | 'other-amount'
  | 'cancel-same-day'
  | 'no-such-payment'
  | 'payment-undone'
  | 'reference-needed'
  | 'day-closed'
  | 'day-not-begun'
  | 'difference-needs-reason'
  | 'taken-over-already'
  | 'no-such-sheet'
  // papers
  | 'no-papers-here'
  | 'papers-go-elsewhere'
  | 'on-another-sheet'
  | 'no-open-sheet'
  | 'sheet-closed'
  | 'sheet-incomplete'
  | 'no-such-hand-over'
  | 'no-paper-missing'
  // return
  | 'receiver-unknown'
  | 'authority-paper-needed'
  | 'authority-kind-needed'
  | 'authority-scope-needed'
  | 'authority-expired'
  | 'identity-not-checked'
  | 'identity-differs'
  | 'not-acknowledged'
  | 'signature-missing'
  | 'acknowledgment-incomplete'
  | 'slip-needed'
  | 'sent-where'
  | 'originals-not-withdrawn'
  // scans
  | 'scan-too-large'
  | 'scan-of-no-kind'
  | 'scan-cut-off'
  | 'scan-locked'
  | 'no-such-scan'
  | 'scan-empty'
  | 'scan-active'
  | 'scan-bomb'
  | 'scan-too-many-pages'
  | 'scan-too-many-files'
  | 'scan-unreadable'
  | 'scan-too-slow'
  | 'certified-already'
  | 'findings-unanswered'
  | 'copy-not-reusable'
  // signing
  | 'key-not-opened'
  | 'key-not-of-certificate'
  | 'certificate-not-yet-valid'
  | 'certificate-expired'
  | 'certificate-for-other-purpose'
  | 'signature-false'
  | 'signature-invalid'
  | 'signing-declined'
  | 'signing-unanswered'
  | 'no-time-stamp'
  | 'document-not-signable'
  | 'document-unreadable'
  | 'reviewed-another-document'
  | 'no-signing-key'
  | 'no-result-document'
  // drafts of results
  | 'no-result-form'
  | 'no-such-draft'
  | 'no-draft-yet'
  | 'draft-not-reviewed'
  | 'newer-draft'
  | 'draft-incomplete'
  | 'draft-values-wrong'
  | 'draft-too-late'
  // people
  | 'not-permitted'
  | 'no-mandate'
  // substitutes
  | 'substitute-same-person'
  | 'days-in-wrong-order'
  | 'days-past'
  | 'already-substituted'
  | 'substitute-away'
  | 'substitutes-then'
  | 'no-such-substitution'
  | 'already-delegated'
  | 'no-such-delegation'
  // commands
  | 'changed-meanwhile'
  | 'command-id-reused'
  | 'not-carried-out'
  // reports
  | 'window-not-over'
  | 'issued-already'
  | 'no-such-report'
  // replay
  | 'targets-out-of-reach'

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact }

export interface Refusal {
  readonly refused: RefusalCode
  readonly facts: { readonly [name: string]: Fact }
}

export type Outcome<Value> = Value | Refusal

/** Says no, with the facts a person needs to understand why and to put it right. */
export function refuse(refused: RefusalCode, facts: Refusal['facts'] = {}): Refusal {
  return { refused, facts }
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}
