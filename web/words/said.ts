import type { Moment } from '#domain/calendar/moment.ts'
import type { Fact } from '#domain/outcome.ts'
import type { Fee } from '#domain/procedure/fee.ts'
import type { Limit } from '#domain/procedure/limit.ts'

/** The answers that have a page of their own words. */
export type ErrorStatus = 400 | 403 | 404 | 405 | 413 | 429 | 500

/** A fact of a refusal as it stands in a sentence; lists are listed, what is missing is left out. */
export function said(fact: Fact | undefined): string {
  if (fact === undefined || fact === null) return ''
  if (Array.isArray(fact)) return fact.map(said).join('; ')
  return typeof fact === 'object' ? Object.values(fact).map(said).join(' ') : String(fact)
}

/** A fact that is a moment, as a language writes it; the mark that stands for one stays as it is. */
export function saidMoment(fact: Fact | undefined, write: (moment: Moment) => string): string {
  return typeof fact === 'string' && /^\d{4}-/.test(fact) ? write(fact) : said(fact)
}

/** The words of a table for a fact that is one of its codes, otherwise the fact itself. */
export function named(table: { readonly [code: string]: string }, fact: Fact | undefined): string {
  const code = said(fact)
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code
}

/** The same for a fact that is a list of codes. */
export function allNamed(table: { readonly [code: string]: string }, fact: Fact | undefined): string {
  return Array.isArray(fact) ? fact.map((one) => named(table, one)).join(', ') : named(table, fact)
}

/** `a, b hoặc c`: the last joined by a word. */
export function listed(items: readonly string[], joined: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joined} ${last}`
}

interface LimitWords {
  readonly 'civil-days': (days: number) => string
  readonly 'working-hours': (minutes: number) => string
  readonly 'calendar-days': (days: number) => string
  readonly 'same-day': (cutOffMinute: number) => string
  readonly immediate: () => string
  readonly 'not-set': () => string
}

/** A limit said with the words of a language. */
export function limitInWords(limit: Limit, words: LimitWords): string {
  switch (limit.kind) {
    case 'civil-days':
    case 'calendar-days':
      return words[limit.kind](limit.days)
    case 'working-hours':
      return words['working-hours'](limit.minutes)
    case 'same-day':
      return words['same-day'](limit.cutOffMinute)
    case 'immediate':
    case 'not-set':
      return words[limit.kind]()
  }
}

interface FeeWords {
  readonly free: string
  readonly undetermined: string
  readonly fixed: (dong: number) => string
  readonly perCopy: (dong: number) => string
  readonly perPage: (fee: Extract<Fee, { kind: 'per-page' }>) => string
}

/** A fee said with the words of a language; what is undetermined is never said as 0 đ. */
export function feeInWords(fee: Fee, words: FeeWords): string {
  switch (fee.kind) {
    case 'free':
    case 'undetermined':
      return words[fee.kind]
    case 'fixed':
      return words.fixed(fee.dong)
    case 'per-copy':
      return words.perCopy(fee.dong)
    case 'per-page':
      return words.perPage(fee)
  }
}
