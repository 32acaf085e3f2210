import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { REPORT_FORMS, type ReportFormKey } from '#domain/statistics/report-forms.ts'
import {
  NUMBERS,
  PERIOD_LENGTHS,
  PERIOD_RULES,
  type PeriodLength,
  periodOf,
  windowOfPeriod,
} from '#domain/statistics/reporting-periods.ts'
import { type Window, windowOf } from '#domain/statistics/window.ts'
import type { ReportAsked } from '#work/statistics/see-report.ts'

export const REPORTS = '/ban/bao-cao'

/** What was chosen in the form of the page, as it stands in the address. */
export interface ReportChosen {
  readonly bieu: ReportFormKey
  readonly cach: string
  readonly ky: PeriodLength
  readonly so: string
  readonly nam: string
  readonly tu: string
  readonly den: string
  readonly 'don-vi': string
  readonly 'linh-vuc': string
}

export interface ReadReport {
  readonly asked: ReportAsked
  readonly chosen: ReportChosen
  /** The period in the address makes no sense; last month is shown instead. */
  readonly isMisread: boolean
}

const BETWEEN = 'tu-den'
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What an address asks; without a period it is the last calendar month. */
export function readReport(query: URLSearchParams, today: Day): ReadReport {
  const last = periodOf(
    'calendar',
    'month',
    Temporal.PlainDate.from(today).subtract({ months: 1 }).toString(),
  )
  const chosen: ReportChosen = {
    bieu: REPORT_FORMS.find((one) => one === query.get('bieu')) ?? 'II.06a',
    cach: query.get('cach') ?? 'calendar',
    ky: PERIOD_LENGTHS.find((one) => one === query.get('ky')) ?? 'month',
    so: query.get('so') ?? String(last.number),
    nam: query.get('nam') ?? String(last.year),
    tu: query.get('tu') ?? '',
    den: query.get('den') ?? '',
    'don-vi': query.get('don-vi') ?? '',
    'linh-vuc': query.get('linh-vuc') ?? '',
  }
  const window = windowChosen(chosen)
  return {
    chosen,
    isMisread: window === null,
    asked: {
      form: chosen.bieu,
      window: window ?? windowOfPeriod(last),
      unit: chosen['don-vi'] || undefined,
      field: chosen['linh-vuc'] || undefined,
    },
  }
}

function windowChosen({ cach, ky, so, nam, tu, den }: ReportChosen): Window | null {
  if (cach === BETWEEN) {
    if (![tu, den].every(isDay)) return null
    const window = windowOf(tu, den)
    return isRefusal(window) ? null : window
  }
  const rule = PERIOD_RULES.find((one) => one === cach)
  const number = NUMBERS[ky] === 1 ? 1 : Number(so)
  const year = Number(nam)
  const isRight =
    Number.isInteger(number) && number >= 1 && number <= NUMBERS[ky] && year >= 1990 && year <= 2100
  return rule && isRight && Number.isInteger(year) ? windowOfPeriod({ rule, length: ky, year, number }) : null
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The address of a report, or of a file of it. */
export function reportAddress(chosen: ReportChosen, path: string = REPORTS): string {
  const given = Object.entries(chosen).filter(([, value]) => value !== '')
  return `${path}?${new URLSearchParams(given)}`
}
