import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import type { Party, ReturnWish } from '#domain/dossier/events.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import type { Channel, Component } from '#domain/procedure/procedure.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { codePicture } from './code-picture.ts'
import { CHANNEL_WORDS, headOn, type Office, partyOn, WAYS } from './on-paper.ts'
import { limitInWords, momentInWords } from './vietnamese.ts'

/** What a receipt is printed from: frozen with it. */
export interface ReceiptData extends Office {
  readonly code: string
  readonly lookupKey: string
  /** Where the look-up page is: `https://…/tra-cuu`. */
  readonly site: string
  readonly channel: Channel
  readonly applicant: Party
  readonly owner: Party
  readonly subject: string
  readonly field: string
  readonly components: readonly ComponentGiven[]
  readonly asked: readonly Pick<Component, 'key' | 'name'>[]
  readonly limit: Limit
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  readonly returnWish: ReturnWish
  /** Who settles it, where it was handed in at another desk, and by when that one receives it. */
  readonly elsewhere: { readonly agency: string; readonly by: Moment } | null
  readonly receiver: string
}

export const COPIES = ['Lưu', 'Giao khách hàng']
/**
 * The receipt in its two copies, one to be kept with the dossier and one for the person: nothing that the template would have to reckon.
 */
export function receiptOnPaper(data: ReceiptData) {
  const { code, lookupKey, site, applicant, owner, returnWish } = data
  // The person's own paper: the key stands on it, so the mark may open the look-up by it.
  const address = `${site}?ma=${encodeURIComponent(code)}&khoa=${encodeURIComponent(lookupKey)}`
  const names = new Map(data.asked.map((one) => [one.key, one.name]))
  return {
    ...headOn(data, data.receivedAt, `${code.split('-').at(-1) ?? code}/TNHS`),
    code,
    lookupKey,
    site,
    qr: codePicture(address, { border: 1 }),
    copies: COPIES,
    channel: CHANNEL_WORDS[data.channel],
    applicant: partyOn(applicant),
    owner: isSame(applicant, owner) ? null : partyOn(owner),
    subject: data.subject,
    components: data.components.map((one) => ({
      name: names.get(one.component) ?? one.component,
      original: one.original,
      certified: one.certified,
      copy: one.copy,
      instead: one.insteadOfPaper,
    })),
    sets: 1,
    limit: limitInWords(data.limit),
    receivedAt: momentInWords(data.receivedAt),
    due: data.due === null ? 'Không quy định' : momentInWords(data.due),
    isDueProvisional: data.isDueProvisional,
    elsewhere: data.elsewhere && { agency: data.elsewhere.agency, by: momentInWords(data.elsewhere.by) },
    returnAt: [WAYS[returnWish.way], returnWish.address].filter(Boolean).join(': '),
    // One book a field and year, found by the code.
    book: `${data.field}, năm ${dayOf(fromMoment(data.receivedAt)).year}`,
    entry: 'theo mã hồ sơ',
    receiver: data.receiver,
    phone: data.phone ?? null,
  }
}

function isSame(one: Party, other: Party): boolean {
  return one.name === other.name && one.idNumber === other.idNumber && one.address === other.address
}
