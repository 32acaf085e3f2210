import type { Moment } from '#domain/calendar/moment.ts'
import { codeMark, headOn, type Office } from './on-paper.ts'
import { momentInWords } from './vietnamese.ts'

/** Papers that were carried on a sheet both sides confirmed, or that are still on their way. */
export interface PapersCarried {
  /** `12/2019`, in the book of sheets. */
  readonly number: string
  readonly given: { readonly at: Moment; readonly name: string }
  /** By whom and when the receipt was confirmed; null while it is not. */
  readonly received: { readonly at: Moment; readonly name: string } | null
  readonly isInTime: boolean
  /** Papers that were on the sheet and did not come, by name. */
  readonly missing: readonly string[]
  readonly note: string | null
}

/**
 * A hand-over from one unit to another; early, on time or late is what the giving unit was with its part. Where papers were
 * carried, the sheets say when and by whom they were given and received.
 */
export interface HandOver {
  readonly from: string
  readonly to: string
  /** On the system; null where papers alone went. */
  readonly at: Moment | null
  readonly giver: string
  readonly receiver: string | null
  readonly result: 'early' | 'on-time' | 'late' | null
  readonly sheets: readonly PapersCarried[]
}

/** What a control sheet is printed from. */
export interface ControlSheetData {
  readonly office: Office
  readonly at: Moment
  readonly code: string
  readonly owner: string
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly unit: string
  readonly consulted: readonly string[]
  readonly handOvers: readonly HandOver[]
}

const RESULTS = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' } as const

export function controlSheetOnPaper(data: ControlSheetData) {
  const { office, at, code, owner, receivedAt, due, unit, consulted, handOvers } = data
  return {
    ...headOn(office, at, null),
    code,
    qr: codeMark(code),
    owner,
    receivedAt: momentInWords(receivedAt),
    due: due === null ? 'Không quy định' : momentInWords(due),
    unit,
    consulted,
    handOvers: handOvers.map((one) => ({
      ...one,
      at: one.at === null ? '' : momentInWords(one.at),
      receiver: one.receiver ?? '',
      result: one.result === null ? '' : RESULTS[one.result],
      sheets: one.sheets.map(carriedOnPaper),
      note: one.sheets.map(saidOf).join(' '),
    })),
  }
}

function carriedOnPaper({ number, given, received }: PapersCarried) {
  return {
    number,
    given: momentInWords(given.at),
    giver: given.name,
    received: received === null ? '' : momentInWords(received.at),
    receiver: received?.name ?? '',
  }
}

function saidOf({ number, received, isInTime, missing, note }: PapersCarried): string {
  const said = [
    ...(isInTime ? [] : ['giao sau thời điểm phải chuyển']),
    ...(received === null ? ['bên nhận chưa xác nhận'] : []),
    ...(missing.length > 0 ? [`thiếu ${missing.join(', ')}`] : []),
    ...(note === null ? [] : [note]),
  ]
  return `Biên bản số ${number}${said.length > 0 ? `: ${said.join('; ')}` : ''}.`
}
