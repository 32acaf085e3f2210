import type { Day } from '#domain/calendar/moment.ts'
import { findablesOf } from '#domain/finding/findables.ts'
import { type Finder, finder } from '#domain/finding/finder.ts'
import { isRefusal } from '#domain/outcome.ts'
import { inForceOn, type Procedure } from '#domain/procedure/procedure.ts'
import type { CentreLaw } from '../centre-book.ts'
import type { CentreBook } from '../desk.ts'

/** A procedure in force. */
export interface Entry {
  readonly procedure: Procedure
  readonly unitName: string
}

interface InForce {
  readonly on: Day
  /** The centre's own and those of the agencies in its hall, which it publishes. */
  readonly centre: readonly Entry[]
  /** What every commune and ward does for its own people. */
  readonly communes: readonly Entry[]
  /** Both, for whoever looks for a procedure and not for whose it is. */
  readonly all: readonly Entry[]
}

/** Made once for a book and a day; a new book or the next day makes another. */
const made = new WeakMap<CentreBook, InForce>()

/** Whether it is what every commune and ward does for its own people. */
export const isOfCommunes = ({ procedure }: Entry) => procedure.ownerKind === 'commune'

/** The procedures of the centre in force on a day, the much used first. */
export function entriesOn(book: CentreBook, on: Day): readonly Entry[] {
  return inForce(book, on).centre
}

/** Those of the communes and wards. */
export function communeEntriesOn(book: CentreBook, on: Day): readonly Entry[] {
  return inForce(book, on).communes
}

/** Those of the centre and those of the communes and wards. */
export function allEntriesOn(book: CentreBook, on: Day): readonly Entry[] {
  return inForce(book, on).all
}

function inForce(book: CentreBook, on: Day): InForce {
  const known = made.get(book)
  if (known?.on === on) return known
  const entries = [...book.procedures.values()]
    .flatMap((versions) => {
      const procedure = inForceOn(versions, on)
      if (isRefusal(procedure)) return []
      return [{ procedure, unitName: book.units.get(procedure.unit)?.name ?? procedure.unit }]
    })
    .toSorted(
      (a, b) => b.procedure.weight - a.procedure.weight || (a.procedure.key < b.procedure.key ? -1 : 1),
    )
  const centre = entries.filter((one) => !isOfCommunes(one))
  const found = { on, centre, communes: entries.filter(isOfCommunes), all: entries }
  made.set(book, found)
  return found
}

/** Made once for what stands in force, which is made once for a day. */
const finders = new WeakMap<readonly Entry[], Finder>()

/** What finds some of the procedures in force on a day by what people type, whosever they are. */
export function finderOn({ book, guide }: CentreLaw, on: Day): Finder {
  const entries = allEntriesOn(book, on)
  const known = finders.get(entries)
  if (known) return known
  const find = finder(findablesOf(entries, guide.plainNames), guide.everydayWords)
  finders.set(entries, find)
  return find
}
