import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'

/** What lists can be narrowed by, with the names of what stands in an address as a code. */
export interface ListChoices {
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly fields: readonly string[]
  readonly names: { readonly [code: string]: string }
}

/** The units that settle procedures and their fields; the name of a person or procedure that is asked for. */
export async function seeListChoices(
  desk: Desk,
  { holder, procedure }: { readonly holder?: string | undefined; readonly procedure?: string | undefined },
): Promise<ListChoices> {
  const book = await bookOf(desk.centre)
  const latest = [...book.procedures.values()].flatMap((versions) => versions.at(-1) ?? [])
  const codes = [...new Set(latest.map((one) => one.unit))]
  const units = codes
    .map((code) => ({ code, name: book.units.get(code)?.name ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  const fields = [...new Set(latest.map((one) => one.field))].toSorted((a, b) => a.localeCompare(b, 'vi'))
  const people = holder === undefined ? new Map<string, string>() : await staffNames(desk.centre, [holder])
  const asked = procedure === undefined ? undefined : book.procedures.get(procedure)?.at(-1)
  return {
    units,
    fields,
    names: {
      ...Object.fromEntries([...book.units].map(([code, { name }]) => [code, name])),
      ...Object.fromEntries(people),
      ...(asked && { [asked.key]: asked.name }),
    },
  }
}
