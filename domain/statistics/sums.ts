import { type Channel, CHANNELS } from '#domain/procedure/procedure.ts'
import { type Flow, FLOWS, type Measure } from './facts.ts'

type ByChannel = { readonly [channel in Channel]: number }

/** What one group of dossiers comes to in a window: what happened in it, and what stood at its two midnights. */
export interface Sums {
  readonly flows: { readonly [flow in Flow]: ByChannel }
  /** At the midnight at which the window begins. */
  readonly openBefore: number
  /** At the midnight at which it ends. */
  readonly openAfter: number
  readonly overdueAfter: number
}

/** Some counted facts of a group in a window. */
export interface CountedRow {
  readonly measure: Measure
  readonly channel: Channel
  readonly count: number
}

/** What stood before a window. */
export interface StockBefore {
  readonly open: number
  readonly overdue: number
}

/** Sums a group: what stood before, and the facts of the window's days. */
export function sumsOf(rows: Iterable<CountedRow>, before: StockBefore = { open: 0, overdue: 0 }): Sums {
  const flows = emptyFlows()
  let { open, overdue } = before
  for (const { measure, channel, count } of rows) {
    if (measure === 'open') open += count
    else if (measure === 'overdue' || measure === 'overdue-settled') overdue += count
    else flows[measure][channel] += count
  }
  return { flows, openBefore: before.open, openAfter: open, overdueAfter: overdue }
}

function emptyFlows() {
  const none = () => Object.fromEntries(CHANNELS.map((one) => [one, 0])) as Record<Channel, number>
  return Object.fromEntries(FLOWS.map((flow) => [flow, none()])) as Record<Flow, Record<Channel, number>>
}

export const NO_SUMS: Sums = sumsOf([])

/** Two groups as one; of the same window. */
export function added(one: Sums, other: Sums, times: 1 | -1 = 1): Sums {
  const flows = emptyFlows()
  for (const flow of FLOWS)
    for (const channel of CHANNELS)
      flows[flow][channel] = one.flows[flow][channel] + times * other.flows[flow][channel]
  return {
    flows,
    openBefore: one.openBefore + times * other.openBefore,
    openAfter: one.openAfter + times * other.openAfter,
    overdueAfter: one.overdueAfter + times * other.overdueAfter,
  }
}

/** A group without a part of it. */
export function less(one: Sums, part: Sums): Sums {
  return added(one, part, -1)
}
