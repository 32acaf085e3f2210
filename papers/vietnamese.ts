import { type Day, dayOf, fromMoment, minuteOfDay, type Moment, ZONE } from '#domain/calendar/moment.ts'
import type { Limit } from '#domain/procedure/limit.ts'

/** A number below ten with its zero, as official papers have it. */
const two = (value: number) => String(value).padStart(2, '0')

/** Day and month after Decree 30/2020/NĐ-CP: days below 10 and months 1 and 2 with a zero, other months without. */
/** `ngày 05 tháng 02 năm 2026`: days below ten and the first two months with a nought. */
export function dateInWords(day: Temporal.PlainDate): string {
  const month = day.month < 3 ? two(day.month) : String(day.month)
  return `ngày ${two(day.day)} tháng ${month} năm ${day.year}`
}

/** `10 giờ 15 phút, ngày 05 tháng 02 năm 2026`, in Vietnam. */
export function momentInWords(moment: Moment): string {
  const instant = fromMoment(moment)
  const minute = minuteOfDay(instant)
  return `${Math.floor(minute / 60)} giờ ${two(minute % 60)} phút, ${dateInWords(dayOf(instant))}`
}

/** `ngày 05 tháng 02 năm 2026`, in Vietnam. */
export function dayInWords(moment: Moment): string {
  return dateInWords(dayOf(fromMoment(moment)))
}

/** `8:05 05/03/2019`, for tables. */
export function momentInFigures(moment: Moment): string {
  const minute = minuteOfDay(fromMoment(moment))
  const day = dayOf(fromMoment(moment)).toString()
  return `${Math.floor(minute / 60)}:${two(minute % 60)} ${dayInFigures(day)}`
}

/** `05/03/2019`. */
export function dayInFigures(day: Day): string {
  return day.split('-').toReversed().join('/')
}

/** `Đông Triều, ngày 05 tháng 3 năm 2019`. */
export function placeAndDate(place: string, moment: Moment): string {
  return `${place}, ${dateInWords(dayOf(fromMoment(moment)))}`
}

/** The time a procedure allows, as the receipt says it. */
export function limitInWords(limit: Limit): string {
  switch (limit.kind) {
    case 'civil-days':
      return `${two(limit.days)} ngày làm việc`
    case 'calendar-days':
      return `${two(limit.days)} ngày`
    case 'working-hours':
      return limit.minutes % 60 === 0
        ? `${two(limit.minutes / 60)} giờ làm việc`
        : `${Math.floor(limit.minutes / 60)} giờ ${two(limit.minutes % 60)} phút làm việc`
    case 'same-day':
      return 'Trong ngày làm việc'
    case 'immediate':
      return 'Trả ngay khi nộp'
    case 'not-set':
      return 'Không quy định'
  }
}

const LEVELS = /^ủy ban nhân dân\s+(?:tỉnh|thành phố|thị xã|quận|huyện|thị trấn|phường|xã|đặc khu)\s+/iu

/**
 * The place a paper is dated at: the name of the administrative unit whose people's committee is at the top (Decree
 * 30/2020/NĐ-CP, Appendix I, part I, II.4).
 */
export function placeOf(committee: string): string {
  return committee.normalize('NFC').replace(LEVELS, '')
}

/** `05-03-2019 08:05:09 +07:00`: how a signature shows its moment (Decree 30/2020/NĐ-CP, Appendix I). */
export function signingTime(moment: Moment): string {
  const { day, month, year, hour, minute, second } = fromMoment(moment).toZonedDateTimeISO(ZONE)
  return `${two(day)}-${two(month)}-${year} ${[hour, minute, second].map(two).join(':')} +07:00`
}

/** `1.250.000 đ`. */
export function dongInFigures(dong: number): string {
  return `${String(dong).replace(/\B(?=(\d{3})+$)/g, '.')} đ`
}
