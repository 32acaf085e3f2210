import type { Day, Moment } from '#domain/calendar/moment.ts'
import { codePicture } from './code-picture.ts'
import { headOn, type Office } from './on-paper.ts'
import { paperPrinted } from './print-apart.ts'
import type { Outcome } from '#domain/outcome.ts'
import { dateInWords } from './vietnamese.ts'

/** What stands on the poster of a mobile session: nothing about a person. */
export interface PosterData {
  readonly office: Office
  readonly at: Moment
  readonly commune: string
  readonly place: string
  readonly on: Day
  /** `07:30–11:30` */
  readonly hours: string
  /** Whose procedures are received; none is all of them. */
  readonly units: readonly string[]
  readonly mayRegister: boolean
  /** The page of the session. */
  readonly site: string
}

const WEEKDAYS = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật']

/** The poster to be put up at the commune, one sheet. */
export function printPoster({ office, at, on, site, ...rest }: PosterData): Promise<Outcome<Uint8Array>> {
  const day = Temporal.PlainDate.from(on)
  const data = {
    ...headOn(office, at, null),
    ...rest,
    form: { key: 'ap_phich', title: 'TIẾP NHẬN HỒ SƠ LƯU ĐỘNG', number: null, source: 'Mẫu của hệ thống' },
    isNumbered: false,
    weekday: WEEKDAYS[day.dayOfWeek - 1] ?? '',
    day: dateInWords(day),
    site,
    qr: codePicture(site, { border: 0 }),
  }
  return paperPrinted({ template: 'poster.typ', data, pages: 1, madeAt: at })
}
