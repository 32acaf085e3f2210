import { renderSVG } from 'uqr'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Party, ReturnWish } from '#domain/dossier/events.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import type { Channel, Component } from '#domain/procedure/procedure.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { print } from './print.ts'
import { limitInWords, momentInWords, placeAndDate, placeOf } from './vietnamese.ts'

/** The form by its name; numbers of forms mean different papers before and after 2025. */
export const RECEIPT = 'giay_tiep_nhan'

/** What a receipt is printed from: frozen with it. */
export interface ReceiptData {
  readonly code: string
  readonly lookupKey: string
  /** Where the look-up page is: `https://…/tra-cuu`. */
  readonly site: string
  /** The agency above, and the counter that received. */
  readonly agency: string
  readonly counter: string
  readonly committee: string
  readonly channel: Channel
  readonly applicant: Party
  readonly owner: Party
  readonly subject: string
  readonly components: readonly ComponentGiven[]
  readonly asked: readonly Pick<Component, 'key' | 'name'>[]
  readonly limit: Limit
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  readonly returnWish: ReturnWish
  readonly receiver: string
}

export const COPIES = ['Lưu', 'Giao khách hàng']
export const CHANNELS: Record<Channel, string> = {
  counter: 'trực tiếp',
  online: 'trực tuyến',
  post: 'qua bưu chính công ích',
  kiosk: 'tại máy tự phục vụ',
  mobile: 'tại phiên lưu động',
  home: 'tại nhà',
}
const WAYS: Record<ReturnWish['way'], string> = {
  counter: 'Bộ phận Tiếp nhận và Trả kết quả',
  post: 'Qua dịch vụ bưu chính công ích',
  home: 'Tại nhà',
  electronic: 'Bản điện tử',
}

/** Mẫu 01 in its two copies, one to be kept with the dossier and one for the person: PDF/A. */
export function printReceipt(data: ReceiptData): Uint8Array {
  return print({ template: 'receipt.typ', data: onPaper(data), madeAt: data.receivedAt })
}

/** The data as the template shows them: text composed (NFC), and nothing that it would have to reckon. */
export function onPaper(data: ReceiptData) {
  const { code, lookupKey, site, applicant, owner, returnWish } = data
  const address = `${site}?ma=${encodeURIComponent(code)}&khoa=${encodeURIComponent(lookupKey)}`
  const names = new Map(data.asked.map((one) => [one.key, one.name]))
  return {
    code,
    lookupKey,
    site,
    number: `${code.split('-').at(-1) ?? code}/TNHS`,
    office: { agency: nfc(data.agency), unit: nfc(data.counter), counter: nfc(data.agency) },
    placeAndDate: placeAndDate(placeOf(data.committee), data.receivedAt),
    qr: renderSVG(address, { border: 1 }),
    copies: COPIES,
    channel: CHANNELS[data.channel],
    applicant: { ...partyOn(applicant), email: null },
    owner: isSame(applicant, owner) ? null : partyOn(owner),
    subject: nfc(data.subject),
    components: data.components.map((one) => ({
      name: nfc(names.get(one.component) ?? one.component),
      original: one.original,
      certified: one.certified,
      copy: one.copy,
      instead: one.insteadOfPaper === null ? null : nfc(one.insteadOfPaper),
    })),
    sets: 1,
    limit: limitInWords(data.limit),
    receivedAt: momentInWords(data.receivedAt),
    due: data.due === null ? 'Không quy định' : momentInWords(data.due),
    isDueProvisional: data.isDueProvisional,
    returnAt: [WAYS[returnWish.way], returnWish.address]
      .filter(Boolean)
      .map((one) => nfc(one ?? ''))
      .join(': '),
    receiver: nfc(data.receiver),
  }
}

export const nfc = (text: string) => text.normalize('NFC')

function partyOn({ name, address, phone, idNumber }: Party) {
  return { name: nfc(name), address: address === null ? null : nfc(address), phone, idNumber }
}

function isSame(one: Party, other: Party): boolean {
  return one.name === other.name && one.idNumber === other.idNumber && one.address === other.address
}
