import type { Moment } from '#domain/calendar/moment.ts'
import { codeMark, headOn, type Office } from './on-paper.ts'
import { momentInWords } from './vietnamese.ts'

/** A hand-over from one unit to another; early, on time or late is what the giving unit was with its part. */
export interface HandOver {
  readonly from: string
  readonly to: string
  readonly at: Moment
  readonly giver: string
  readonly receiver: string | null
  readonly result: 'early' | 'on-time' | 'late' | null
  readonly note: string
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
      at: momentInWords(one.at),
      receiver: one.receiver ?? '',
      result: one.result === null ? '' : RESULTS[one.result],
    })),
  }
}
