import type { FilingEvent } from '#domain/filing/events.ts'
import { evolveFiling, type Filing } from '#domain/filing/filing.ts'
import { canonical, trailText } from '#domain/dossier/trail.ts'
import type { FilingWriting } from '#store/filings.ts'
import { seal } from '../chance.ts'
import { FIRST_SEAL } from '../sealing.ts'

interface Before {
  readonly id: string
  readonly filing: Filing | null
  readonly lastSeal: string
}

/** A filing with its next event, sealed upon the one before as the events of dossiers are, ready to be written. */
export function filingWriting(
  { id, filing, lastSeal }: Before,
  event: FilingEvent,
  command: FilingWriting['command'],
): FilingWriting {
  const next = evolveFiling(filing, event)
  const text = canonical(event)
  const sealed = seal(trailText(lastSeal, id, next.version, text))
  return { id, filing: next, event: { sequence: next.version, event, text, seal: sealed }, command }
}

/** The first event of a history that is not what was sealed; null when the trail is unbroken. */
export function filingBrokenAt(
  id: string,
  history: readonly { readonly sequence: number; readonly event: FilingEvent; readonly seal: string }[],
): number | null {
  let last = FIRST_SEAL
  for (const [place, one] of history.entries()) {
    const again = seal(trailText(last, id, place + 1, canonical(one.event)))
    if (again !== one.seal || one.sequence !== place + 1) return place + 1
    last = again
  }
  return null
}
