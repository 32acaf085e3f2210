import type { Moment } from '#domain/calendar/moment.ts'
import {
  headCells,
  type HeadCell,
  type ReportForm,
  type ReportFormKey,
  type ReportLine,
} from '#domain/statistics/report-forms.ts'
import type { Window } from '#domain/statistics/window.ts'
import { momentInWords } from './vietnamese.ts'

/** What an official report is printed from: frozen with it when it is issued. */
export interface ReportData {
  readonly form: ReportForm
  readonly window: Window
  readonly agency: string
  readonly unitName: string
  readonly field: string | null
  readonly committee: string
  readonly countedAt: Moment
  readonly lines: readonly ReportLine[]
  /** `05/2019`, or null while it is not issued. */
  readonly number: string | null
  /** Of the report this one corrects. */
  readonly corrects: { readonly number: string; readonly time: number } | null
  readonly signer: string | null
}

const HEADINGS: { readonly [says in HeadCell['says']]?: string } = {
  place: 'STT',
  'in-window': 'Trong kỳ',
  'received-online': 'Trực tuyến',
  'received-direct': 'Trực tiếp, dịch vụ bưu chính',
  'carried-over': 'Từ kỳ trước',
  'settled-early': 'Trước hạn',
  'settled-on-time': 'Đúng hạn',
  'settled-late': 'Quá hạn',
  'in-progress-in-time': 'Trong hạn',
  overdue: 'Quá hạn',
}
const OVER: { readonly [says in HeadCell['says']]?: string } = {
  'to-settle': 'Số hồ sơ nhận giải quyết',
  'in-window': 'Trong kỳ',
  settled: 'Số lượng hồ sơ đã giải quyết',
  'in-progress': 'Số lượng hồ sơ đang giải quyết',
}
const LINES: { readonly [key in ReportFormKey]: string } = {
  'II.06a': 'Lĩnh vực giải quyết',
  'II.06b': 'Cơ quan, lĩnh vực giải quyết',
  'II.06c': 'Lĩnh vực giải quyết',
}

/** The words of a cell of the heading. */
export function headWord({ form }: Pick<ReportData, 'form'>, { says, isHeading }: HeadCell): string {
  if (says === 'line') return LINES[form.key]
  return (isHeading ? OVER[says] : HEADINGS[says]) ?? 'Tổng số'
}

export const TITLE = 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'

const day = (text: string) => text.split('-').toReversed().join('/')

export function windowWords({ from, to }: Window): string {
  return `Kỳ báo cáo: từ ngày ${day(from)} đến hết ngày ${day(to)}`
}

/** What the numbers rest on, printed below every report. */
export function footWords({ form, countedAt, number }: ReportData): string[] {
  return [
    'Cơ sở tính (phiên bản 1): thời hạn tính theo ngày thì so theo ngày, thời hạn trong ngày hoặc theo giờ thì so theo phút; ' +
      'so với hạn theo luật, không so với ngày hẹn lại. Hồ sơ không quy định thời hạn được tính là đúng hạn.',
    'Từ kỳ trước: nhận trước kỳ và chưa có kết quả khi kỳ bắt đầu. Đã giải quyết: có kết quả trong kỳ. ' +
      'Đang giải quyết: chưa có kết quả khi kỳ kết thúc; đang chờ bổ sung được tính là trong hạn.',
    `Biểu ${form.key}, phiên bản ${form.version} (${form.source}). ` +
      `${number === null ? 'Bản xem trước, số liệu' : 'Số liệu'} đếm lúc ${momentInWords(countedAt)}.`,
  ]
}

export { headCells }
