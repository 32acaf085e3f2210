import { searched } from '#domain/people/searched.ts'
import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { inForceOn, type Procedure } from '#domain/procedure/procedure.ts'
import type { CentreBook } from '../desk.ts'

/** A procedure in force, with its words as they are searched: without diacritics, each behind a space. */
export interface Entry {
  readonly procedure: Procedure
  readonly unitName: string
  readonly nameWords: string
  readonly allWords: string
}

/** Made once for a book and a day; a new book or the next day makes another. */
const made = new WeakMap<CentreBook, { readonly on: Day; readonly entries: readonly Entry[] }>()

/** The procedures in force on a day, the much used first. */
export function entriesOn(book: CentreBook, on: Day): readonly Entry[] {
  const known = made.get(book)
  if (known?.on === on) return known.entries
  const entries = [...book.procedures.values()]
    .flatMap((versions) => {
      const procedure = inForceOn(versions, on)
      if (isRefusal(procedure)) return []
      return [entryOf(procedure, book.units.get(procedure.unit)?.name ?? procedure.unit)]
    })
    .toSorted(
      (a, b) => b.procedure.weight - a.procedure.weight || (a.procedure.key < b.procedure.key ? -1 : 1),
    )
  made.set(book, { on, entries })
  return entries
}

function entryOf(procedure: Procedure, unitName: string): Entry {
  const { name, field, unit, code } = procedure
  // People type a code with its point, without it, or only its end.
  const codes = code === null ? [] : [code, code.replace('.', '')]
  return {
    procedure,
    unitName,
    nameWords: ` ${searched(name)}`,
    allWords: [name, field, unitName, unit, ...codes].map((text) => ` ${searched(text)}`).join(''),
  }
}

/**
 * How well an entry answers a search, 0 best: the name begins with what was typed, has it in one piece, has all its
 * words; or all words are found in name, field, agency and code together. Null when a word is not found at all.
 */
export function rankOf({ nameWords, allWords }: Entry, asked: string): number | null {
  if (nameWords.startsWith(` ${asked}`)) return 0
  if (nameWords.includes(` ${asked}`)) return 1
  const words = asked.split(' ')
  if (words.every((word) => nameWords.includes(` ${word}`))) return 2
  return words.every((word) => allWords.includes(` ${word}`)) ? 3 : null
}
