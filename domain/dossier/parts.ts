import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { addWorkingMinutes } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { StepPart } from '#domain/procedure/process.ts'
import type { OpenedPart } from './events.ts'
import type { Law } from './law.ts'
import type { Timeliness } from './timeliness.ts'

/** `sent-back`: with whoever leads, to be asked for again or given up. */
export const PART_STATES = ['open', 'sent-back', 'done', 'given-up'] as const

/** What another agency does or did of a dossier. */
export interface Part extends OpenedPart {
  readonly step: string
  readonly state: (typeof PART_STATES)[number]
  /** Since when it stands so. */
  readonly since: Moment
  /** What came of it, once it was done. */
  readonly documentNumber?: string | null
  readonly result?: string
  readonly timeliness?: Timeliness
}

interface WithParts {
  readonly parts?: readonly Part[]
}

/** What lies with other agencies now. */
export function partsOpen({ parts }: WithParts): Part[] {
  return (parts ?? []).filter(({ state }) => state === 'open')
}

/** What the step still waits for: parts under way, and parts sent back that nobody has decided on. */
export function partsAwaited({ parts }: WithParts): Part[] {
  return (parts ?? []).filter(({ state }) => state === 'open' || state === 'sent-back')
}

/** What whoever leads can ask for again: parts of the present step that lie with no agency. */
export function partsToAsk({ parts, step }: WithParts & { readonly step: string }): Part[] {
  return (parts ?? []).filter((one) => one.step === step && one.state !== 'open')
}

/** The part's own due moment, counted in working time from when its agency is given it. */
export function partDue(
  { minutesAllotted }: Pick<StepPart, 'minutesAllotted'>,
  at: Moment,
  law: Law,
): Outcome<Pick<OpenedPart, 'due' | 'isDueProvisional'>> {
  if (minutesAllotted === null) return { due: null, isDueProvisional: false }
  const added = addWorkingMinutes(law.counting, fromMoment(at), minutesAllotted)
  return isRefusal(added) ? added : { due: toMoment(added.at), isDueProvisional: added.isProvisional }
}
