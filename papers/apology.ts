import type { Moment } from '#domain/calendar/moment.ts'
import type { ApologyCause } from '#domain/dossier/apology.ts'
import type { Party } from '#domain/dossier/events.ts'
import { capacityLines, type SigningCapacity } from '#domain/people/may.ts'
import { BY_HAND, issuedHeadOn, type Office, partyOn } from './on-paper.ts'
import { dayInWords, momentInWords } from './vietnamese.ts'

/** What an apology is printed from: the slip of 2018 and the letter of 2025 alike. */
export interface ApologyData {
  /** Its agency is the one that handles the dossier and signs. */
  readonly office: Office
  readonly unitCode: string
  /** As the book gave it at the signature; null where it is written in by hand. */
  readonly number: string | null
  readonly signedAt: Moment
  readonly signer: string
  /** On whose behalf; not there for what was signed before that was recorded. */
  readonly capacity: SigningCapacity | undefined
  readonly code: string
  readonly applicant: Party
  readonly subject: string
  readonly field: string
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly cause: ApologyCause
  readonly reason: string
  readonly promised: Moment
  /** Apologies sent for it before. */
  readonly earlier: number
}

const CAUSES: Record<ApologyCause, string> = {
  'site-check': 'phải xác minh thực tế',
  'opinion-awaited': 'chờ ý kiến của cơ quan được hỏi',
  'other-agency': 'chờ cơ quan khác giải quyết phần việc liên quan',
  complex: 'hồ sơ phức tạp, phải xem xét thêm',
  'staff-absent': 'người xử lý vắng mặt, phải giao lại việc',
  'system-fault': 'hệ thống hoặc đường truyền gặp sự cố',
  other: 'lý do khác',
}

export function apologyOnPaper(data: ApologyData) {
  const { office, unitCode, number, signedAt, signer, code, applicant, subject, field } = data
  return {
    ...issuedHeadOn(office, signedAt, number ?? BY_HAND),
    agency: office.agency,
    unitCode,
    signer,
    // A deputy or who is authorised never signs as the head (Decree 30/2020/NĐ-CP, Article 13).
    signedAs: data.capacity ? capacityLines(data.capacity) : ['Thủ trưởng cơ quan'],
    code,
    applicant: partyOn(applicant),
    subject,
    field,
    receivedOn: dayInWords(data.receivedAt).replace('ngày ', ''),
    due: data.due === null ? 'Không quy định' : momentInWords(data.due),
    cause: CAUSES[data.cause],
    reason: data.reason,
    promised: momentInWords(data.promised),
    earlier: data.earlier,
  }
}
