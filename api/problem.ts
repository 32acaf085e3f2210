import type { Context } from 'hono'
import type { Refusal, RefusalCode } from '#domain/outcome.ts'
import type { Language } from '#web/words/format.ts'
import { wordsIn } from '#web/words/words.ts'
import type { FieldFault } from './field-faults.ts'
import { languageOf } from './language.ts'
import { type ProblemStatus, TITLES, TRANSPORT, type TransportCode } from './problem-words.ts'

export type ProblemCode = RefusalCode | TransportCode

/** What a request came to when it came to nothing; sentences are made when it is answered. */
export interface Problem {
  readonly problem: ProblemCode
  readonly status: ProblemStatus
  readonly facts: Refusal['facts']
  /** What is wrong at which field or parameter. */
  readonly errors?: readonly FieldFault[]
  readonly headers?: { readonly [name: string]: string }
}

const REFUSED: Record<RefusalCode, ProblemStatus> = {
  'no-such-procedure': 422,
  'filings-off': 409,
  'no-such-filing': 404,
  'no-filing-draft': 404,
  'filing-at-another-stage': 409,
  'answers-incomplete': 422,
  'authority-not-shown': 422,
  'too-young-alone': 422,
  'no-such-field': 422,
  'form-changed': 409,
  'data-not-looked-up': 422,
  'marked-as-wrong': 409,
  'too-many-drafts': 409,
  'sign-in-to-file': 409,
  'not-received-yet': 409,
  'not-taken-in': 409,
  'draft-too-many-files': 409,
  'draft-too-large': 409,
  'uploads-too-large': 409,
  'uploads-too-many': 409,
  'no-such-upload': 404,
  'upload-under-way': 409,
  'file-infected': 422,
  'file-check-away': 503,
  'files-not-checked': 409,
  'paper-infected': 409,
  'procedure-not-in-force': 422,
  'no-such-case': 422,
  'no-such-life-event': 422,
  'channel-not-offered': 422,
  'no-such-component': 422,
  'component-counted-twice': 422,
  'papers-missing': 422,
  'no-such-data-source': 422,
  'data-of-tomorrow': 422,
  'paper-may-be-asked': 422,
  'paper-despite-data': 422,
  'no-such-unit': 422,
  'return-address-needed': 422,
  'mailbox-needed': 422,
  'nobody-to-tell': 409,
  'no-such-notice': 404,
  'no-push-service': 422,
  'no-longer-so': 409,
  'same-hours': 422,
  'nothing-for-post': 409,
  'not-by-post': 422,
  'not-returned-by-post': 422,
  'parcel-under-way': 409,
  'parcel-not-so-far': 409,
  'other-parcel': 409,
  'no-such-parcel': 404,
  'no-such-list': 404,
  'no-post-here': 409,
  'no-post-seat': 409,
  'post-silent': 503,
  'list-empty': 409,
  'list-closed': 409,
  'count-differs': 409,
  'scanned-already': 409,
  'parcel-of-other-channel': 422,
  'no-such-place': 422,
  'no-such-slip': 404,
  'no-form-yet': 422,
  'letters-missing': 422,
  'template-failed': 422,
  'no-such-paper': 404,
  'nothing-to-hand-over': 404,
  'no-rule-set': 422,
  'case-of-other-pages': 422,
  'pages-needed': 422,
  'other-visit': 409,
  'commune-needed': 422,
  'no-commune-competent': 422,
  'no-such-desk': 422,
  'not-at-this-desk': 422,
  'channel-of-own-desk': 422,
  'not-handed-in-elsewhere': 422,
  'returned-at-the-desk': 422,
  'no-such-visit': 404,
  'certifies-nothing': 409,
  'not-signed-yet': 409,
  'no-such-register': 404,
  'no-such-certification': 404,
  'certification-spoiled': 409,
  'outside-calendar': 422,
  'before-last-event': 422,
  'no-such-dossier': 404,
  'not-at-this-stage': 422,
  'not-this-step': 422,
  'step-needs-own-command': 422,
  'not-approved': 422,
  'nothing-to-send-back-to': 422,
  'nothing-to-supplement': 422,
  'asked-once-already': 409,
  'supplement-incomplete': 422,
  'no-corrections-here': 409,
  'kind-not-taken': 409,
  'of-one-person': 409,
  'done-or-refused': 422,
  'too-many-corrections': 409,
  'too-many-exports': 409,
  'way-not-open': 409,
  'no-electronic-result': 409,
  'return-under-way': 409,
  'not-the-applicant': 404,
  'scan-too-large': 422,
  'scan-of-no-kind': 422,
  'scan-cut-off': 422,
  'scan-locked': 422,
  'no-such-scan': 404,
  'key-not-opened': 422,
  'key-not-of-certificate': 422,
  'certificate-not-yet-valid': 422,
  'certificate-expired': 422,
  'certificate-for-other-purpose': 422,
  'signature-false': 422,
  'signature-invalid': 422,
  'signing-declined': 422,
  'signing-unanswered': 422,
  'no-time-stamp': 422,
  'issuer-silent': 422,
  'certificate-revoked': 422,
  'document-not-signable': 422,
  'document-unreadable': 422,
  'reviewed-another-document': 409,
  'scan-empty': 422,
  'scan-active': 422,
  'scan-bomb': 422,
  'scan-too-many-pages': 422,
  'scan-too-many-files': 422,
  'scan-unreadable': 422,
  'scan-too-slow': 422,
  'stack-blank': 422,
  'result-electronic': 409,
  'result-not-stamped': 409,
  'result-scanned-already': 409,
  'no-such-waiting-scan': 404,
  'certified-already': 409,
  'findings-unanswered': 422,
  'copy-not-reusable': 409,
  'no-signing-key': 422,
  'no-result-document': 404,
  'no-result-form': 404,
  'no-such-draft': 404,
  'no-draft-yet': 422,
  'draft-not-reviewed': 409,
  'newer-draft': 409,
  'draft-incomplete': 422,
  'draft-values-wrong': 422,
  'draft-too-late': 409,
  'no-such-staff': 422,
  'not-in-post': 422,
  'already-held': 409,
  'not-held': 409,
  'numbered-already': 409,
  'not-numbered': 409,
  'numbered-outside': 409,
  'number-from-the-book': 422,
  'number-needed': 422,
  'decided-already': 409,
  'no-answer-limit': 409,
  'money-was-paid': 422,
  'answer-limit-not-over': 409,
  'nobody-waited-for': 409,
  'call-is-not-sent': 422,
  'not-prompted': 409,
  'prompted-lately': 409,
  'no-due-moment': 409,
  'promise-too-early': 422,
  'apology-under-way': 409,
  'apologised-already': 409,
  'apology-not-so-far': 409,
  'no-apology': 409,
  'second-person-needed': 403,
  'opinion-awaited': 409,
  'no-opinion-awaited': 409,
  'no-such-consultation': 422,
  'no-payment-step': 409,
  'obligation-unmet': 409,
  'no-obligation-open': 409,
  'no-such-obligation': 422,
  'notice-twice': 409,
  'pay-day-before-notice': 422,
  'paid-too-little': 422,
  'part-open': 409,
  'no-part-open': 409,
  'no-part-to-ask': 409,
  'no-such-part': 422,
  'part-not-open': 409,
  'identity-needs-two': 422,
  'nothing-to-correct': 422,
  'correction-under-way': 409,
  'no-correction': 409,
  'no-papers-here': 409,
  'papers-go-elsewhere': 409,
  'on-another-sheet': 409,
  'no-open-sheet': 409,
  'sheet-closed': 409,
  'sheet-incomplete': 422,
  'no-such-hand-over': 404,
  'no-paper-missing': 409,
  'no-such-exemption': 422,
  'exemption-evidence-needed': 422,
  'no-fee-line': 422,
  'fee-undetermined': 409,
  'fee-unpaid': 409,
  'nothing-owed': 409,
  'nothing-paid': 409,
  'paid-already': 409,
  'other-amount': 422,
  'cancel-same-day': 409,
  'no-such-payment': 422,
  'payment-undone': 409,
  'reference-needed': 422,
  'day-closed': 409,
  'day-opened': 409,
  'day-not-today': 422,
  'opening-differs': 409,
  'other-till': 403,
  'day-not-begun': 422,
  'difference-needs-reason': 422,
  'taken-over-already': 409,
  'no-such-sheet': 404,
  'not-through-provider': 422,
  'no-online-payment': 404,
  'provider-away': 503,
  'provider-silent': 503,
  'refund-by-two': 422,
  'no-such-money': 404,
  'money-settled': 409,
  'refund-under-way': 409,
  'no-refund-asked': 409,
  'file-columns-missing': 422,
  'file-line-wrong': 422,
  'file-empty': 422,
  'substitute-same-person': 422,
  'days-in-wrong-order': 422,
  'days-past': 422,
  'already-substituted': 409,
  'substitute-away': 422,
  'substitutes-then': 422,
  'no-such-substitution': 404,
  'already-delegated': 409,
  'no-such-delegation': 404,
  'receiver-unknown': 422,
  'authority-paper-needed': 422,
  'authority-kind-needed': 422,
  'authority-scope-needed': 422,
  'authority-expired': 422,
  'identity-not-checked': 422,
  'identity-differs': 422,
  'not-acknowledged': 422,
  'signature-missing': 422,
  'acknowledgment-incomplete': 422,
  'slip-needed': 422,
  'sent-where': 422,
  'originals-not-withdrawn': 422,
  'not-permitted': 403,
  'no-mandate': 403,
  'code-wrong': 422,
  'contact-taken': 409,
  'message-not-sent': 503,
  'birth-not-possible': 422,
  'identity-unreachable': 503,
  'identity-not-proved': 422,
  'identity-cancelled': 422,
  'identity-incomplete': 422,
  'identity-of-another': 409,
  'identity-elsewhere': 409,
  'agent-not-of-age': 422,
  'acts-for-oneself': 422,
  'too-many-principals': 422,
  'not-a-child': 422,
  'not-verified': 403,
  'authority-days': 422,
  'no-such-representation': 404,
  'no-rating-form': 409,
  'rated-too-early': 409,
  'rated-already': 409,
  'rating-over': 409,
  'question-unanswered': 422,
  'reason-needed': 422,
  'ticket-over': 404,
  'rated-meanwhile': 409,
  'no-feedback-here': 409,
  'no-such-feedback': 404,
  'complaint-needs-name': 422,
  'feedback-not-so-far': 409,
  'answers-own-work': 403,
  'answered-by-director': 409,
  'appeal-over': 409,
  'published-already': 409,
  'personal-data-in-text': 422,
  'not-confirmed': 422,
  'machine-of-staff': 403,
  'no-such-session': 404,
  'session-not-so-far': 409,
  'session-in-the-past': 409,
  'session-without-hours': 422,
  'session-without-team': 422,
  'twice-in-team': 422,
  'team-not-in-post': 409,
  'in-two-sessions': 409,
  'slots-taken': 409,
  'too-many-sessions': 422,
  'no-session-day': 422,
  'registration-closed': 409,
  'no-such-slot': 404,
  'slot-full': 409,
  'registered-already': 409,
  'no-such-registration': 404,
  'no-such-commune': 422,
  'taken-out-otherwise': 422,
  'not-held-now': 409,
  'not-of-the-team': 403,
  'no-home-rule': 409,
  'not-borne-out': 422,
  'birth-date-needed': 422,
  'too-young-for-visit': 409,
  'no-such-home-visit': 404,
  'home-visit-not-so-far': 409,
  'visit-in-the-past': 422,
  'visit-not-yet': 409,
  'witness-needed': 422,
  'packet-unreadable': 422,
  'packet-not-as-agreed': 422,
  'attachment-differs': 422,
  'packet-of-another': 409,
  'packet-differs': 409,
  'too-much-on-its-way': 409,
  'not-signed-by-device': 422,
  'no-such-provision': 422,
  'number-used': 409,
  'device-ended': 410,
  'no-such-device': 404,
  'device-code-wrong': 422,
  'no-field-work': 409,
  'outing-over': 409,
  'no-such-packet': 404,
  'packet-decided': 409,
  'nothing-left-to-do': 409,
  'changed-meanwhile': 409,
  'command-id-reused': 409,
  'not-carried-out': 500,
  'window-not-over': 409,
  'issued-already': 409,
  'no-such-report': 404,
  'targets-out-of-reach': 422,
}

export const PROBLEMS = '/api/v1/problems'

/** Every code there is. */
export const PROBLEM_CODES: readonly ProblemCode[] = Object.keys({ ...REFUSED, ...TRANSPORT }).filter(
  isProblemCode,
)

/** A problem of the request itself. */
export function problem(
  code: TransportCode,
  facts: Problem['facts'] = {},
  more: Pick<Problem, 'errors' | 'headers'> = {},
): Problem {
  const { status } = TRANSPORT[code]
  const headers = status === 401 ? { 'WWW-Authenticate': 'Bearer', ...more.headers } : more.headers
  return { problem: code, status, facts, ...more, ...(headers && { headers }) }
}

/** A refusal of a rule as a problem; where it says that what the address names is not there, it is a 404. */
export function refused({ refused, facts }: Refusal, missing?: RefusalCode): Problem {
  return { problem: refused, status: refused === missing ? 404 : REFUSED[refused], facts }
}

/** Too many attempts: until when to wait. */
export function tooMany(again: Temporal.Instant, now: Temporal.Instant): Problem {
  const seconds = Math.max(1, Math.ceil((again.epochMilliseconds - now.epochMilliseconds) / 1000))
  return problem('too-many-requests', { seconds }, { headers: { 'Retry-After': String(seconds) } })
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value && 'status' in value
}

/** The sentence of a code in a language. */
export function sentence(code: ProblemCode, facts: Problem['facts'], language: Language): string {
  return isTransport(code) ? TRANSPORT[code][language](facts) : wordsIn(language).refusals[code](facts)
}

/** The sentence of a code in every language. */
function messages(code: ProblemCode, facts: Problem['facts']): Record<Language, string> {
  return { vi: sentence(code, facts, 'vi'), en: sentence(code, facts, 'en') }
}

/** A refusal inside an answer. */
export function toldRefusal({ refused: code, facts }: Refusal) {
  return { code, messages: messages(code, facts), facts }
}

/** A problem as problem details (RFC 9457), in the language that the request prefers. */
export function answerProblem(
  c: Context,
  { problem: code, status, facts, errors, headers }: Problem,
): Response {
  const language = languageOf(c.req.header('accept-language'))
  const said = messages(code, facts)
  c.header('Content-Language', language)
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value)
  c.header('Content-Type', 'application/problem+json')
  const body = {
    type: `${PROBLEMS}/${code}`,
    title: TITLES[status][language],
    status,
    detail: said[language],
    code,
    messages: said,
    facts,
    ...(errors && { errors }),
  }
  return c.body(JSON.stringify(body), status)
}

/** The status a code usually comes with. */
export function statusOf(code: ProblemCode): ProblemStatus {
  return isTransport(code) ? TRANSPORT[code].status : REFUSED[code]
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(REFUSED, code) || Object.hasOwn(TRANSPORT, code)
}

function isTransport(code: ProblemCode): code is TransportCode {
  return Object.hasOwn(TRANSPORT, code)
}
