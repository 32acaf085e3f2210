import type { Centre } from '#store/database.ts'
import { figuresFromRows, figuresOfAllDays, uncountedByMeasure } from '#store/figures.ts'
import type { Finding } from './finding.ts'

/**
 * The roll-ups together with what waits to be rolled up are what the dossiers' rows say. All three are read from one
 * snapshot, so that dossiers received meanwhile are no finding.
 */
export async function checkFigures(centre: Centre): Promise<Finding[]> {
  return centre.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const counted = await figuresOfAllDays(snapshot)
      const waiting = await uncountedByMeasure(snapshot)
      const rows = await figuresFromRows(snapshot)
      const both = new Map<string, number>()
      for (const { measure, count } of [...counted, ...waiting])
        both.set(measure, (both.get(measure) ?? 0) + count)
      const measures = new Set([...both.keys(), ...rows.keys()])
      return [...measures]
        .filter((measure) => (both.get(measure) ?? 0) !== (rows.get(measure) ?? 0))
        .map((measure) => ({
          promise: 'figures-equal-rows',
          code: null,
          found: `${measure}: ${both.get(measure) ?? 0} counted, ${rows.get(measure) ?? 0} in the rows`,
        }))
    })
}
