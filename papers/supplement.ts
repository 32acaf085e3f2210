import { type Day, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Party, SupplementItem } from '#domain/dossier/events.ts'
import { codeMark, type Contact, headOn, type Office, partyOn, slipNumber } from './on-paper.ts'
import { dayInWords } from './vietnamese.ts'

/** What a request for more is printed from: at the counter before there is a dossier, or while it is handled. */
export interface SupplementData {
  readonly office: Office
  readonly number: number
  readonly at: Moment
  /** Null at the counter, where nothing was received. */
  readonly code: string | null
  readonly applicant: Party
  readonly subject: string
  readonly items: readonly SupplementItem[]
  /** Papers by their keys. */
  readonly names: ReadonlyMap<string, string>
  readonly whyAgain: string | null
  readonly answerBy: Day | null
  readonly contact: Contact
}

const FIRST_TIME = 'Hồ sơ chưa đầy đủ hoặc chưa chính xác theo quy định, như đã nêu từng mục ở trên'

export function supplementOnPaper(data: SupplementData) {
  const { office, number, at, code, applicant, subject, items, names, whyAgain, answerBy, contact } = data
  return {
    ...headOn(office, at, slipNumber(number, 'HDHS')),
    code,
    qr: code === null ? null : codeMark(code),
    applicant: partyOn(applicant),
    subject,
    items: items.map(({ component, wrong, todo, ground }) => ({
      paper: component === null ? null : (names.get(component) ?? null),
      wrong,
      todo,
      ground,
    })),
    reason: whyAgain ?? FIRST_TIME,
    answerBy:
      answerBy === null ? null : dayInWords(toMoment(instantAt(Temporal.PlainDate.from(answerBy), 0))),
    contact,
  }
}
