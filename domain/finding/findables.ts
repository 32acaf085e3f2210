import type { Procedure } from '../procedure/procedure.ts'
import type { Findable } from './finder.ts'
import type { PlainName } from './guide.ts'

/** A procedure in force, and what its unit is called. */
interface Entry {
  readonly procedure: Pick<Procedure, 'key' | 'name' | 'field' | 'unit' | 'code' | 'weight'>
  readonly unitName: string
}

/** What of each procedure people search: its names, and around them field, agency and code. */
export function findablesOf(
  entries: readonly Entry[],
  plainNames: ReadonlyMap<string, PlainName>,
): Findable[] {
  return entries.map(({ procedure: { key, name, field, unit, code, weight }, unitName }) => {
    const plain = plainNames.get(key)
    return {
      key,
      names: [name, ...[plain?.vi, plain?.en].flatMap((one) => one ?? [])],
      // People type a code with its point, without it, or only its end.
      around: [field, unitName, unit, ...(code === null ? [] : [code, code.replace('.', '')])],
      weight,
    }
  })
}
