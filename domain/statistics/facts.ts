import { type Day, dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import type { Channel } from '#domain/procedure/procedure.ts'

/** What is counted: every figure of a day is a sum of these. */
export const MEASURES = [
  'received',
  'ready-early',
  'ready-on-time',
  'ready-late',
  'ready-no-limit',
  'returned',
] as const
export type Measure = (typeof MEASURES)[number]

/** One thing to count, on the day in Vietnam when it happened. */
export interface CountedFact {
  readonly on: Day
  readonly procedure: string
  readonly channel: Channel
  readonly measure: Measure
}

/** What an event adds to the figures; most events add nothing. */
export function countedFacts(dossier: Dossier, event: DossierEvent): CountedFact[] {
  const measure = measureOf(event)
  if (measure === null) return []
  const on = dayOf(fromMoment(event.at)).toString()
  return [{ on, procedure: dossier.procedure, channel: dossier.channel, measure }]
}

function measureOf(event: DossierEvent): Measure | null {
  if (event.type === 'DossierReceived') return 'received'
  if (event.type === 'ResultReady') return `ready-${event.timeliness}`
  if (event.type === 'ResultHandedBack') return 'returned'
  return null
}
