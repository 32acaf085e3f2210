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
  'procedure-not-in-force': 422,
  'no-such-case': 422,
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
  'no-such-slip': 404,
  'no-form-yet': 422,
  'letters-missing': 422,
  'no-such-paper': 404,
  'nothing-to-hand-over': 404,
  'no-rule-set': 422,
  'case-of-other-pages': 422,
  'pages-needed': 422,
  'other-visit': 409,
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
  'day-not-begun': 422,
  'difference-needs-reason': 422,
  'taken-over-already': 409,
  'no-such-sheet': 404,
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
export function messages(code: ProblemCode, facts: Problem['facts']): Record<Language, string> {
  return { vi: sentence(code, facts, 'vi'), en: sentence(code, facts, 'en') }
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
