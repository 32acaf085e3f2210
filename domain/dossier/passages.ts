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
    const next = history[place + 1]?.by
    const receiver = to.staffName ?? (next?.unitName === to.unitName ? next.name : null)
    passages.push({ from, to: to.unitName, at, giver: by.name, receiver, result: judged(taken, allotted) })
    from = to.unitName
    ;[taken, allotted] = [0, 0]
  }
  return passages
}

function judged(taken: number, allotted: number): Passage['result'] {
  if (allotted === 0) return null
  if (taken > allotted) return 'late'
  return taken < allotted ? 'early' : 'on-time'
}
