import type { Moment } from '#domain/calendar/moment.ts'
import type { Party } from '#domain/dossier/events.ts'
import type { StopMoney, StopReason } from '#domain/dossier/stopping.ts'
import { BY_HAND, type Contact, issuedHeadOn, type Office, partyOn } from './on-paper.ts'
import { momentInWords } from './vietnamese.ts'

/** What a notice of stopping is printed from. */
export interface StopNoticeData {
  readonly office: Office
  readonly unitCode: string
  /** As the book gave it; null where it is written in by hand. */
  readonly number: string | null
  readonly stoppedAt: Moment
  readonly code: string
  readonly applicant: Party
  readonly subject: string
  readonly receivedAt: Moment
  readonly step: string
  readonly why: StopReason
  readonly reason: string
  readonly ground: string
  readonly papersReturned: string
  readonly money: StopMoney
  readonly contact: Contact
}

const WHYS: Record<StopReason, string> = {
  'asked-by-citizen': 'theo đề nghị của người nộp hồ sơ',
  'not-answered': 'quá thời hạn mà chưa nhận được phần phải bổ sung',
}
const MONEY: Record<StopMoney, string> = {
  'nothing-paid': 'Chưa nộp khoản nào',
  kept: 'Đã nộp, không hoàn trả theo quy định',
  refunded: 'Đã nộp, được hoàn trả theo quy định',
}

export function stopNoticeOnPaper(data: StopNoticeData) {
  const { office, number, applicant, receivedAt, stoppedAt, why, money, ...rest } = data
  return {
    ...rest,
    ...issuedHeadOn(office, stoppedAt, number ?? BY_HAND),
    agency: office.agency,
    applicant: partyOn(applicant),
    receivedAt: momentInWords(receivedAt),
    stoppedAt: momentInWords(stoppedAt),
    why: WHYS[why],
    money: MONEY[money],
    // Signed by hand: who may sign it is for the agency to say.
    signer: '',
  }
}
