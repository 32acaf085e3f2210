import type { Moment } from '#domain/calendar/moment.ts'
import type { Party, ReturnWish } from '#domain/dossier/events.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { codePicture } from './code-picture.ts'
import { placeAndDate, placeOf } from './vietnamese.ts'

/** Whose paper it is: the agency above, the unit that gives it out, and the people's committee it is dated by. */
export interface Office {
  readonly agency: string
  readonly counter: string
  readonly committee: string
  /** Of the counter; not there where the centre has not said it. */
  readonly phone?: string | undefined
  readonly taxCode?: string | undefined
}

/** The head all forms share. */
export function headOn({ agency, counter, committee }: Office, at: Moment, number: string | null) {
  return {
    office: { agency, unit: counter, counter: agency },
    number,
    placeAndDate: placeAndDate(placeOf(committee), at),
  }
}

/** The head of a document that is signed and sealed: the committee above, the agency that issues it. */
export function issuedHeadOn(office: Office, at: Moment, number: string | null) {
  const head = headOn(office, at, number)
  return { ...head, office: { ...head.office, agency: office.committee, unit: office.agency } }
}

/** Whom the person can ask. */
export interface Contact {
  readonly name: string
  readonly place: string
  readonly phone: string | null
  readonly site: string
}

export function partyOn({ name, address, phone, idNumber }: Party) {
  return { name, address, phone, idNumber, email: null }
}

/** A mark that holds the dossier's code and nothing about a person. */
export function codeMark(code: string): string {
  return codePicture(code, { border: 1 })
}

/** Number below ten with its zero, and the sign of the kind of slip: `05/TNHS` (Decree 30/2020/NĐ-CP, Appendix I). */
export function slipNumber(number: number, sign: string): string {
  return `${String(number).padStart(2, '0')}/${sign}`
}

/** Room for a number that another register gives. */
export const BY_HAND = '………/………'

export const WAYS: Record<ReturnWish['way'], string> = {
  counter: 'Bộ phận Tiếp nhận và Trả kết quả',
  post: 'Qua dịch vụ bưu chính công ích',
  home: 'Tại nhà',
  electronic: 'Bản điện tử',
}

export const CHANNEL_WORDS: Record<Channel, string> = {
  counter: 'trực tiếp',
  online: 'trực tuyến',
  post: 'qua bưu chính công ích',
  kiosk: 'tại máy tự phục vụ',
  mobile: 'tại phiên lưu động',
  home: 'tại nhà',
}
