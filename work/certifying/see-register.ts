import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { searched } from '#domain/people/searched.ts'
import type { CertificationBook } from '#domain/procedure/procedure.ts'
import { recordAccess } from '#store/access-records.ts'
import { certifications, type KeptEntry } from '#store/certifications.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

export interface RegisterAsked {
  /** Key of a register; the first one where none is named. */
  readonly book: string | null
  /** In Vietnam. */
  readonly on: string
  /** A number, or words of a name; empty shows the day. */
  readonly sought: string
}

export interface SeenRegister {
  readonly books: readonly CertificationBook[]
  readonly book: CertificationBook
  readonly entries: readonly KeptEntry[]
  /** Of what stands: how many acts, copies, and đồng. */
  readonly totals: { readonly acts: number; readonly copies: number; readonly dong: number }
}

/** A register of certifications: a day of it, or what is sought in all of it. Every look into it is recorded. */
export async function seeRegister(desk: Desk, asked: RegisterAsked): Promise<Outcome<SeenRegister>> {
  const { centre, actor, now } = desk
  const all = registersOf(await bookOf(centre))
  const units = [...new Set(all.flatMap((one) => one.units))]
  const allowed = may(actor, { kind: 'see-certifications', units }, today(desk))
  if (isRefusal(allowed)) return allowed
  const book = all.find(({ key }) => key === asked.book) ?? all[0]
  if (!book || actor.kind !== 'staff') return refuse('no-such-register')
  await recordAccess(centre, {
    id: newId(),
    at: toMoment(now),
    staff: actor.id,
    what: 'see-certifications',
    code: null,
  })
  const number = numberIn(asked.sought, dayOf(now).year)
  const words = number === null ? searched(asked.sought).split(' ').filter(Boolean) : []
  const isSought = number !== null || words.length > 0
  const found = { book: book.key, on: isSought ? null : asked.on, number, words }
  const entries = await certifications(centre, found)
  const standing = entries.filter(({ spoiled }) => spoiled === null)
  return {
    books: all.map(({ key, name }) => ({ key, name })),
    book,
    entries,
    totals: {
      acts: standing.length,
      copies: standing.reduce((sum, { entry }) => sum + entry.copies, 0),
      dong: standing.reduce((sum, { entry }) => sum + (entry.feeDong ?? 0), 0),
    },
  }
}

/** The units whose acts stand in registers of certifications; none where the centre keeps no register. */
export async function certifyingUnits({ centre }: Desk): Promise<readonly string[]> {
  const all = registersOf(await bookOf(centre))
  return [...new Set(all.flatMap(({ units }) => units))]
}

/** `12`, `12/2019`: a number of this year or of the year that is named. */
function numberIn(sought: string, thisYear: number): { number: number; year: number } | null {
  const [, number, year] = /^\s*(\d{1,9})(?:\s*\/\s*(\d{4}))?\s*$/.exec(sought) ?? []
  // A longer row of digits is the number of a person's paper.
  return number === undefined || number.length > 7
    ? null
    : { number: Number(number), year: Number(year ?? thisYear) }
}

/** The registers a centre keeps, with the units whose acts stand in them. */
function registersOf({ procedures }: CentreBook) {
  const found = new Map<string, CertificationBook & { units: string[] }>()
  for (const versions of procedures.values())
    for (const { certification, unit } of versions) {
      if (!certification) continue
      const known = found.get(certification.key)
      if (known) known.units.push(unit)
      else found.set(certification.key, { ...certification, units: [unit] })
    }
  return [...found.values()]
}
