import type { Moment } from '#domain/calendar/moment.ts'

/** One thing that happened, as far as it says where a dossier went and how long a step took. */
export interface Passing {
  readonly at: Moment
  readonly by: { readonly name: string; readonly unitName: string }
  readonly to: { readonly unitName: string; readonly staffName: string | null } | null
  /** Working minutes of the step that this ended; null where it ended none. */
  readonly minutesTaken: number | null
  readonly minutesAllotted: number | null
}

/** A dossier handed from one unit to another. */
export interface Passage {
  readonly from: string
  readonly to: string
  readonly at: Moment
  readonly giver: string
  /** Who had it next; null while nobody has taken it up. */
  readonly receiver: string | null
  /** What the giving unit was with its steps since it had the dossier; null where none of them is allotted a time. */
  readonly result: 'early' | 'on-time' | 'late' | null
}

/**
 * Each hand-over between units for the control sheet, from what happened: who gave, who received, and whether the giving
 * unit was early, on time or late by the time its steps are allotted together (Circular 01/2018/TT-VPCP, Mẫu 05).
 */
export function passagesOf(history: readonly Passing[]): Passage[] {
  let from = history[0]?.by.unitName ?? ''
  let [taken, allotted] = [0, 0]
  const passages: Passage[] = []
  for (const [place, { at, by, to, minutesTaken, minutesAllotted }] of history.entries()) {
    if (minutesTaken !== null && minutesAllotted !== null) {
      taken += minutesTaken
      allotted += minutesAllotted
    }
    if (to === null || to.unitName === from) continue
    const receiver = to.staffName ?? takenUpBy(history.slice(place + 1), to.unitName)
    passages.push({ from, to: to.unitName, at, giver: by.name, receiver, result: judged(taken, allotted) })
    from = to.unitName
    ;[taken, allotted] = [0, 0]
  }
  return passages
}

/** The first of the unit who did something with it, before it went on. */
function takenUpBy(later: readonly Passing[], unit: string): string | null {
  for (const { by, to } of later) {
    if (by.unitName === unit) return by.name
    if (to !== null && to.unitName !== unit) return null
  }
  return null
}

/** Papers given from one unit to another on a sheet both sides confirm (decision 0027). */
interface OnSheet {
  readonly from: string
  readonly to: string
  readonly at: Moment
}

/** A block of the control sheet: a passage with the papers that were carried for it, or papers carried for none. */
export interface Block<Sheet> {
  readonly passage: Passage | null
  readonly sheets: readonly Sheet[]
}

/**
 * What was carried stands with the last passage before it to the unit it was brought to, wherever it lay; papers that
 * nobody waited for on the system are a block of their own. All in the order it happened.
 */
export function blocksOf<Sheet extends OnSheet>(
  passages: readonly Passage[],
  carried: readonly Sheet[],
): Block<Sheet>[] {
  const passageOf = ({ to, at }: Sheet) => passages.findLast((one) => one.to === to && one.at <= at)
  const blocks = passages.map((passage): Block<Sheet> => {
    return { passage, sheets: carried.filter((sheet) => passageOf(sheet) === passage) }
  })
  const alone = carried
    .filter((sheet) => passageOf(sheet) === undefined)
    .map((sheet): Block<Sheet> => ({ passage: null, sheets: [sheet] }))
  const begins = ({ passage, sheets }: Block<Sheet>) => passage?.at ?? sheets[0]?.at ?? ''
  return [...blocks, ...alone].toSorted((one, other) => (begins(one) < begins(other) ? -1 : 1))
}

function judged(taken: number, allotted: number): Passage['result'] {
  if (allotted === 0) return null
  if (taken > allotted) return 'late'
  return taken < allotted ? 'early' : 'on-time'
}
