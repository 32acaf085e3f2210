import { dayOf, fromMoment, minuteOfDay, type Moment } from '#domain/calendar/moment.ts'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Eight working hours (`catalogue/processes.md`): how a step's minutes are said in days. */
const DAY_MINUTES = 480

const MARKS = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
} as const

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** How a language writes what is counted: numbers, money, shares, days, moments and lengths of time. */
export interface Format {
  number(value: number): string
  money(dong: number): string
  share(part: number, whole: number): string
  day(day: string | Temporal.PlainDate): string
  weekday(day: string | Temporal.PlainDate): string
  /** By its ISO number, Monday 1 to Sunday 7. */
  weekdayOf(number: number): string
  longDay(day: string | Temporal.PlainDate): string
  clock(minuteOfDay: number): string
  moment(moment: Moment): string
  longMoment(moment: Moment): string
  minutes(minutes: number): string
  workingTime(minutes: number): string
  allotted(minutes: number): string
}

/** `51.729` in Vietnamese, `51,729` in English; at most two decimals. */
function number(language: Language, value: number): string {
  const marks = MARKS[language]
  const [whole = '0', decimals] = String(Math.round(value * 100) / 100).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.thousands)
  return decimals === undefined ? grouped : `${grouped}${marks.decimal}${decimals}`
}

/** A share in percent with two decimals cut off, never rounded up: 254 of 303 is `83,82%`. */
function share(language: Language, part: number, whole: number): string {
  if (whole === 0) return '–'
  const hundredths = Math.floor((part * 10_000) / whole)
  const decimals = hundredths % 100
  const digits = decimals === 0 ? '' : `${MARKS[language].decimal}${String(decimals).padStart(2, '0')}`
  return `${number(language, Math.floor(hundredths / 100))}${digits}%`
}

/** `05/03/2019` in both languages, as every paper of the centre has it. */
function day(value: string | Temporal.PlainDate): string {
  return value.toString().split('-').toReversed().join('/')
}

function weekday(language: Language, value: string | Temporal.PlainDate): string {
  return WEEKDAYS[language][Temporal.PlainDate.from(value).dayOfWeek - 1] ?? ''
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `17:00` from the minute of the day. */
function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function plural(language: Language, value: number, vi: string, en: string): string {
  return `${number(language, value)} ${language === 'vi' ? vi : value === 1 ? en : `${en}s`}`
}

/** `1 giờ 20 phút`, `1 hour 20 minutes`; never in days, so that it can be read as working time too. */
function minutes(language: Language, value: number): string {
  const hours = Math.floor(value / 60)
  const rest = value % 60
  const parts = []
  if (hours > 0) parts.push(plural(language, hours, 'giờ', 'hour'))
  if (rest > 0 || hours === 0) parts.push(plural(language, rest, 'phút', 'minute'))
  return parts.join(' ')
}

/**
 * What is left or over: `1 giờ 20 phút`, and from a working day on in whole working days. Days are cut, never rounded
 * up: nobody is promised more time than there is.
 */
function workingTime(language: Language, value: number): string {
  return value < DAY_MINUTES
    ? minutes(language, value)
    : plural(language, Math.floor(value / DAY_MINUTES), 'ngày làm việc', 'working day')
}

/** What a process allots: in working days where it comes to half days, otherwise in hours and minutes. */
function allotted(language: Language, value: number): string {
  const days = value / DAY_MINUTES
  return value > 0 && Number.isInteger(days * 2)
    ? plural(language, days, 'ngày làm việc', 'working day')
    : minutes(language, value)
}

/** The one home of how numbers and time are written in a language. */
export function format(language: Language): Format {
  const at = (moment: Moment) => {
    const instant = fromMoment(moment)
    return { on: dayOf(instant), time: clock(minuteOfDay(instant)) }
  }
  return {
    number: (value) => number(language, value),
    money: (dong) => (language === 'vi' ? `${number('vi', dong)} đ` : `VND ${number('en', dong)}`),
    share: (part, whole) => share(language, part, whole),
    day,
    weekday: (value) => weekday(language, value),
    weekdayOf: (number) => WEEKDAYS[language][number - 1] ?? '',
    longDay: (value) => capital(`${weekday(language, value)}, ${day(value)}`),
    clock,
    moment(moment) {
      const { on, time } = at(moment)
      return `${time}, ${day(on)}`
    },
    longMoment(moment) {
      const { on, time } = at(moment)
      return `${time}, ${weekday(language, on)} ${day(on)}`
    },
    minutes: (value) => minutes(language, value),
    workingTime: (value) => workingTime(language, value),
    allotted: (value) => allotted(language, value),
  }
}
