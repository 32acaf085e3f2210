import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Outcome } from '#domain/outcome.ts'
import { headOn, type Office } from './on-paper.ts'
import { paperPrinted } from './print-apart.ts'
import { dateInWords, dayInFigures, momentInFigures } from './vietnamese.ts'

/** What the people who go to somebody's home take along, one sheet a visit. */
export interface HomeSheetData {
  readonly office: Office
  readonly at: Moment
  readonly code: string
  readonly on: Day
  /** On the way of the day, from 1; null where it is on none any more. */
  readonly place: number | null
  readonly team: readonly string[]
  readonly name: string
  readonly born: string | null
  readonly phone: string | null
  readonly commune: string
  readonly hamlet: string
  readonly address: string
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly wish: string
  /** Why the person is visited, and who bears it out. */
  readonly ground: string
  readonly evidence: string
  readonly contacts: readonly { readonly at: Moment; readonly said: string }[]
}

/** The visit sheet as PDF: where to go, whom to call, what for, and where consent and witness are signed. */
export function printHomeSheet(given: HomeSheetData): Promise<Outcome<Uint8Array>> {
  const { office, at, on, born, contacts, ...rest } = given
  const data = {
    ...headOn(office, at, null),
    ...rest,
    form: { key: 'phieu_tai_nha', title: 'PHIẾU PHỤC VỤ TẠI NHÀ', number: null, source: 'Mẫu của hệ thống' },
    isNumbered: false,
    day: dateInWords(Temporal.PlainDate.from(on)),
    born: born === null ? null : bornInFigures(born),
    contacts: contacts.map((one) => ({ at: momentInFigures(one.at), said: one.said })),
  }
  return paperPrinted({ template: 'home-visit.typ', data, pages: 1, madeAt: at })
}

/** `05/03/1932`, `03/1932` or `1932`: what is known. */
function bornInFigures(born: string): string {
  return born.length === 10 ? dayInFigures(born) : born.split('-').toReversed().join('/')
}
