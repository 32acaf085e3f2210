import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import type {
  ApplicantPrompted,
  Doer,
  DossierEvent,
  Holder,
  SupplementRequested,
} from '#domain/dossier/events.ts'
import { isRefusal } from '#domain/outcome.ts'
import { capacityLines, type Post } from '#domain/people/may.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { SealedEvent } from '#store/dossiers.ts'
import type { CentreBook } from '../desk.ts'

/** A person in a post, by name. */
export interface NamedDoer {
  readonly name: string
  readonly unitName: string
  readonly post: Post
  /** The absent person whose post it was that day. */
  readonly insteadOf: string | null
}

export interface HappenedLine {
  readonly sequence: number
  readonly type: DossierEvent['type']
  readonly at: Moment
  readonly by: NamedDoer
  /** The step it was done at, not the one it led to. */
  readonly step: string
  readonly stepName: string
  /** What was said with it: a note, a comment, the document's number. */
  readonly note: string | null
  /** By the form of signature and in what position it was signed; null for what was not. */
  readonly signedAs: string | null
  /** Where it lay afterwards, when this moved it. */
  readonly to: {
    readonly stepName: string
    readonly unitName: string
    readonly post: Post
    readonly staffName: string | null
  } | null
  /** The way by which what came in came. */
  readonly channel: Channel | null
  /** How the applicant was reminded, and what came of it. */
  readonly prompt: Pick<ApplicantPrompted, 'way' | 'outcome'> | null
  /** Who took the result home. */
  readonly receiver: string | null
  /** Working minutes the step had taken when this ended it; null for what ends no step, and while the citizen was waited for. */
  readonly minutesTaken: number | null
  readonly minutesAllotted: number | null
}

type PartEvent = Extract<DossierEvent, { readonly part: string }>

interface Telling {
  readonly steps: readonly Step[]
  readonly book: CentreBook
  readonly names: ReadonlyMap<string, string>
}

/** A history with its names, and how long each step took. */
export function toldHistory(history: readonly SealedEvent[], telling: Telling): HappenedLine[] {
  let lying: { readonly step: string; readonly since: Moment } | null = null
  const lines: HappenedLine[] = []
  for (const { sequence, event } of history) {
    const key = doneAt(event, lying?.step, telling.steps)
    const step = telling.steps.find((one) => one.key === key)
    const ends = lying !== null && endsStep(event) && step?.kind !== 'citizen'
    lines.push({
      sequence,
      type: event.type,
      at: event.at,
      by: nameDoer(event.by, telling),
      step: key,
      stepName: step?.name ?? key,
      note: noteOf(event, telling.steps),
      signedAs: 'capacity' in event && event.capacity ? capacityLines(event.capacity).join(', ') : null,
      to: whereTo(event, key, telling),
      channel: (event.type === 'SupplementReceived' && event.channel) || null,
      prompt: event.type === 'ApplicantPrompted' ? { way: event.way, outcome: event.outcome } : null,
      receiver: event.type === 'ResultHandedBack' ? event.receiver.name : null,
      minutesTaken: ends && lying ? takenMinutes(telling.book, lying.since, event.at) : null,
      minutesAllotted: ends ? (step?.minutesAllotted ?? null) : null,
    })
    if (event.type === 'DossierReceived' || event.type === 'DossierTakenOver')
      lying = { step: event.step, since: event.at }
    else if ('next' in event) lying = { step: event.next, since: event.at }
  }
  return lines
}

/** Who did it, by name; in which post of which unit. */
export function nameDoer(by: Doer, { book, names }: Pick<Telling, 'book' | 'names'>): NamedDoer {
  return {
    name: names.get(by.staff) ?? '',
    unitName: book.units.get(by.unit)?.name ?? by.unit,
    post: by.post,
    insteadOf: by.insteadOf === undefined ? null : (names.get(by.insteadOf) ?? null),
  }
}

/** Working minutes between two moments; null where there is no calendar. */
export function takenMinutes(book: CentreBook, from: Moment, to: Moment): number | null {
  const minutes = workingMinutesBetween(book.counting, fromMoment(from), fromMoment(to))
  return isRefusal(minutes) ? null : minutes
}

/** The receipt does the step that receives and leads to the first to be worked at. */
function doneAt(event: DossierEvent, lying: string | undefined, steps: readonly Step[]): string {
  if (event.type === 'DossierReceived') return steps[0]?.key ?? event.step
  return 'step' in event ? event.step : (lying ?? '')
}

const endsStep = (event: DossierEvent) => 'next' in event || event.type === 'ResultReady'

function whereTo(event: DossierEvent, at: string, { steps, book, names }: Telling): HappenedLine['to'] {
  const holder: Holder | null = 'holder' in event ? event.holder : null
  if (!holder) return null
  const next = 'next' in event ? event.next : event.type === 'DossierReceived' ? event.step : at
  return {
    stepName: steps.find((one) => one.key === next)?.name ?? next,
    unitName: book.units.get(holder.unit)?.name ?? holder.unit,
    post: holder.post,
    staffName: holder.staff && (names.get(holder.staff) ?? null),
  }
}

/** Which part it was, and what was said of it. */
function ofPart(event: PartEvent, steps: readonly Step[]): string {
  const part = steps.flatMap(({ parts = [] }) => parts).find(({ key }) => key === event.part)
  return `${part?.name ?? event.part}: ${partSaid(event)}`
}

function partSaid(event: PartEvent): string {
  switch (event.type) {
    case 'PartCompleted':
      return event.documentNumber === null ? event.result : `${event.result} (${event.documentNumber})`
    case 'PartSentBack':
      return event.reason
    case 'PartAskedAgain':
      return event.comment
    case 'PartGivenUp':
      return `${event.reason} (${event.ground})`
  }
}

function noteOf(event: DossierEvent, steps: readonly Step[]): string | null {
  if (event.type === 'SupplementRequested') return askedInWords(event)
  if (event.type === 'DossierTakenOver') return `${event.source.file}:${event.source.line}`
  if (event.type === 'RefusalProposed') return `${event.reason} (${event.ground})`
  if (event.type === 'DossierStopped') {
    const notice = event.number ? `${event.number.written}: ` : ''
    return `${notice}${event.reason} (${event.ground})`
  }
  if (event.type === 'ContactCorrected') return event.why
  if (event.type === 'CorrectionProposed') return event.ground
  if (event.type === 'PaymentTaken') return event.receiptNumber
  if (event.type === 'PaymentCancelled') return event.reason
  if (event.type === 'RefundAsked' || event.type === 'PaymentRefunded')
    return `${event.reason} (${event.ground})`
  if (event.type === 'ApologyDrafted') return event.reason
  if (event.type === 'ApologySigned') return event.number?.written ?? null
  if (event.type === 'OpinionAsked') return `${event.body}: ${event.question}`
  if (event.type === 'OpinionRecorded') return event.answer
  if (event.type === 'ResultNumbered') return event.number.written
  if (event.type === 'NumberVoided') return event.reason
  if (event.type === 'ObligationNotified') return `${event.number}, ${event.body}: ${event.what}`
  if (event.type === 'ObligationWithdrawn') return event.reason
  if (event.type === 'ObligationMet') return event.proof
  if (event.type === 'ClockStopped') return event.ground ?? null
  if (event.type === 'PartsOpened') return event.parts.map(({ name }) => name).join('; ')
  if ('part' in event) return ofPart(event, steps)
  if ('comment' in event) return event.comment
  if ('documentNumber' in event) return event.documentNumber
  return 'note' in event ? event.note : null
}

/** What was asked for, as it was written: why again, then each item with what to do and the rule. */
function askedInWords({ items, whyAgain }: SupplementRequested): string {
  const lines = items.map(({ wrong, todo, ground }, at) => `${at + 1}. ${wrong} → ${todo} (${ground})`)
  return [...(whyAgain === null ? [] : [whyAgain]), ...lines].join('\n')
}
