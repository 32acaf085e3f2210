import type { Moment } from '#domain/calendar/moment.ts'
import { codeMark, headOn, type Office } from './on-paper.ts'
import { momentInFigures, momentInWords } from './vietnamese.ts'

/** What a process slip is printed from: a line for each thing that was done. */
export interface ProcessSlipData {
  readonly office: Office
  readonly at: Moment
  readonly code: string
  readonly owner: string
  readonly subject: string
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly steps: readonly {
    readonly step: string
    readonly by: string
    readonly from: Moment | null
    readonly to: Moment
    readonly note: string | null
  }[]
}

export function processSlipOnPaper({ office, at, code, receivedAt, due, steps, ...rest }: ProcessSlipData) {
  return {
    ...rest,
    ...headOn(office, at, null),
    code,
    qr: codeMark(code),
    receivedAt: momentInWords(receivedAt),
    due: due === null ? 'Không quy định' : momentInWords(due),
    steps: steps.map(({ step, by, from, to, note }) => ({
      step,
      by,
      from: from === null ? '' : momentInFigures(from),
      to: momentInFigures(to),
      note: note ?? '',
    })),
  }
}
