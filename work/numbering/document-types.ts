import type { DocumentType } from '#domain/procedure/procedure.ts'
import type { CentreBook } from '../desk.ts'

/** The types of documents the procedures of a centre have had, by name; of one key the first, letters coming last. */
export function documentTypesOf({ procedures }: Pick<CentreBook, 'procedures'>): readonly DocumentType[] {
  const all = [...procedures.values()].flatMap((versions) =>
    versions.flatMap(({ documents = {} }) => Object.values(documents)),
  )
  const found = new Map(all.toReversed().flatMap((one) => (one ? [[one.key, one]] : [])))
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
}
