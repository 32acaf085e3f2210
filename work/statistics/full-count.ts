import type { Channel } from '#domain/procedure/procedure.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { type CountedFact, factsOfHistory } from '#domain/statistics/facts.ts'
import { earlierDossiers, histories, type Snapshot } from '#store/figure-checks.ts'

/** Everything that ever happened at a centre as counted facts, read from the events themselves; many at a time. */
export async function* factsFromEvents(snapshot: Snapshot): AsyncGenerator<readonly CountedFact[]> {
  const earlier = await earlierDossiers(snapshot)
  yield earlier.map(({ received_on: on, channel, ...of }) => earlierFact({ on, channel, ...of }))
  for await (const many of histories(snapshot)) yield many.flatMap((events) => factsOfHistory(null, events))
}

/** A dossier from before the system counts as such on its day, and as nothing else. */
export function earlierFact({
  on,
  unit,
  field,
  channel,
  place,
}: Pick<CountedFact, 'on' | 'unit' | 'field' | 'place'> & { readonly channel: string }): CountedFact {
  return { on, unit, field, channel: channelOf(channel), place, desk: '', measure: 'earlier', count: 1 }
}

function channelOf(text: string): Channel {
  const found = CHANNELS.find((one) => one === text)
  if (!found) throw new Error(`no channel ${text}`)
  return found
}
