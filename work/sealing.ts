import type { DossierEvent } from '#domain/dossier/events.ts'
import { eventText, trailText } from '#domain/dossier/trail.ts'
import type { EventToWrite, SealedEvent } from '#store/dossiers.ts'
import { seal } from './chance.ts'

/** The seal before a dossier's first event. */
export const FIRST_SEAL = ''

/** Seals events into the trail of a dossier, each upon the one before. */
export function sealEvents(
  code: string,
  previous: { seal: string; sequence: number },
  events: readonly DossierEvent[],
): EventToWrite[] {
  let { seal: last, sequence } = previous
  return events.map((event) => {
    sequence += 1
    const text = eventText(event)
    last = seal(trailText(last, code, sequence, text))
    return { sequence, event, text, seal: last }
  })
}

/** The first place where a history is not what was sealed, or null when the trail is unbroken. */
export function brokenAt(code: string, history: readonly SealedEvent[]): number | null {
  const again = sealEvents(
    code,
    { seal: FIRST_SEAL, sequence: 0 },
    history.map((one) => one.event),
  )
  const broken = again.findIndex(
    (one, place) => one.seal !== history[place]?.seal || one.sequence !== history[place]?.sequence,
  )
  return broken === -1 ? null : broken + 1
}
