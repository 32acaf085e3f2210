import { isRefusal } from '#domain/outcome.ts'
import type { Case, Channel } from '#domain/procedure/procedure.ts'
import type { SeenDue, SeenProcedure } from '../../reads.ts'
import type { Visit } from '../../visit.ts'

/** Whose answers a page of a procedure gives: the case and way of the address, otherwise the first at the counter. */
export interface Chosen {
  readonly case: Case
  readonly channel: Channel
  /** Null when the calendar does not reach so far. */
  readonly due: SeenDue | null
}

export async function chosenOf({ reads, desk, url }: Visit, seen: SeenProcedure): Promise<Chosen | null> {
  const { cases, key } = seen.procedure
  const one = cases.find((each) => each.key === url.searchParams.get('case')) ?? cases[0]
  const channel = seen.channels.find((each) => each === url.searchParams.get('channel')) ?? 'counter'
  if (!one) return null
  const due = await reads.seeDue(desk, { procedure: key, case: one.key, channel })
  return { case: one, channel, due: isRefusal(due) ? null : due }
}

/** The page of a procedure, or of its checklist, for what was chosen. */
export function addressOf(
  key: string,
  { case: of, channel }: Pick<Chosen, 'case' | 'channel'>,
  page: '' | '/giay-to' = '',
): string {
  const query = new URLSearchParams({ case: of.key, channel })
  return `/thu-tuc/${encodeURIComponent(key)}${page}?${query}`
}
