import type { CountedFact } from '#domain/statistics/facts.ts'
import type { Centre } from '#store/database.ts'
import {
  dailyTotals,
  monthlyFigures,
  monthsUnlikeTheirDays,
  onSnapshot,
  type Snapshot,
  waitingFacts,
} from '#store/figure-checks.ts'
import { factsFromEvents } from '../statistics/full-count.ts'
import type { Finding } from './finding.ts'

const MOST_NAMED = 20

/**
 * The roll-ups together with what waits to be rolled up are what a full count of all events says: by month to the
 * last group, by day in all. Everything is read from one snapshot, so that what happens meanwhile is no finding.
 */
export async function checkFigures(centre: Centre): Promise<Finding[]> {
  return onSnapshot(centre, async (snapshot) => {
    const differences = new Map<string, number>()
    for await (const facts of factsFromEvents(snapshot)) count(differences, facts, 1)
    count(differences, await waitingFacts(snapshot), -1)
    await countRolledUp(differences, snapshot)
    const unlike = await monthsUnlikeTheirDays(snapshot)
    return [
      ...[...differences]
        .filter(([, difference]) => difference !== 0)
        .slice(0, MOST_NAMED)
        .map(([figure, difference]) => finding(`${figure}: ${difference} in the events and not counted`)),
      ...(unlike > 0 ? [finding(`${unlike} figures of a month are not the sum of their days`)] : []),
    ]
  })
}

function finding(found: string): Finding {
  return { promise: 'figures-equal-events', code: null, found }
}

function count(differences: Map<string, number>, facts: readonly CountedFact[], times: 1 | -1): void {
  for (const { on, measure, unit, field, channel, place, desk = '', count: counted } of facts) {
    add(differences, `${measure} ${on}`, counted * times)
    add(
      differences,
      `${measure} ${on.slice(0, 7)} ${[unit, field, channel, place, desk].join('|')}`,
      counted * times,
    )
  }
}

async function countRolledUp(differences: Map<string, number>, snapshot: Snapshot): Promise<void> {
  for (const { measure, on_day, count: counted } of await dailyTotals(snapshot))
    add(differences, `${measure} ${on_day}`, -counted)
  for (const { measure, month, unit, field, channel, place, desk, count: counted } of await monthlyFigures(
    snapshot,
  ))
    add(
      differences,
      `${measure} ${month.slice(0, 7)} ${[unit, field, channel, place, desk].join('|')}`,
      -counted,
    )
}

function add(differences: Map<string, number>, key: string, value: number): void {
  differences.set(key, (differences.get(key) ?? 0) + value)
}
