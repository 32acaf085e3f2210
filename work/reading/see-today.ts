import type { Desk } from '../desk.ts'
import { figuresOf, openDossiers } from '#store/figures.ts'
import { today } from '../change-dossier.ts'

/** What the public sees of the day: numbers alone. */
export interface SeenToday {
  readonly received: number
  readonly settled: number
  /** Settled early, on time, or without a limit. */
  readonly inTime: number
  readonly inProgress: number
}

/** The day so far at the centre. */
export async function seeToday(desk: Desk): Promise<SeenToday> {
  const [rows, inProgress] = await Promise.all([
    figuresOf(desk.centre, today(desk)),
    openDossiers(desk.centre),
  ])
  const sum = (isMeant: (measure: string) => boolean) =>
    rows.filter((row) => isMeant(row.measure)).reduce((all, row) => all + row.count, 0)
  return {
    received: sum((measure) => measure === 'received'),
    settled: sum((measure) => measure.startsWith('ready-')),
    inTime: sum((measure) => measure.startsWith('ready-') && measure !== 'ready-late'),
    inProgress,
  }
}
