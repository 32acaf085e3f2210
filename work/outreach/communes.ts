import type { CentreBook, Unit } from '../desk.ts'

const KINDS: readonly string[] = ['ward', 'commune']

/** The communes and wards of a centre, by name. */
export function communesOf({ units }: CentreBook): readonly Unit[] {
  return [...units.values()]
    .filter(({ kind }) => KINDS.includes(kind))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** A commune or ward by its code. */
export function communeOf({ units }: CentreBook, code: string): Unit | undefined {
  const unit = units.get(code)
  return unit && KINDS.includes(unit.kind) ? unit : undefined
}
