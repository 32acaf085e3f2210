import { dayOf, fromMoment, instantAt, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { ResultHandedBack } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, sightOf } from '#domain/people/may.ts'
import { BOOK, type RegisterLine, registerOnPaper } from '#papers/register.ts'
import { recordAccess } from '#store/access-records.ts'
import { historiesOfCodes } from '#store/dossier-events.ts'
import { registerFields, registerPart, type WhoseRegister } from '#store/register.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { counterOf } from './counter-of.ts'
import { givePaper } from './give-paper.ts'
import { officeOf } from './office.ts'

/** The fields of a year with the dossiers they have, and so how many books. */
export async function seeRegister(
  desk: Desk,
  year: number,
): Promise<Outcome<readonly { readonly field: string; readonly count: number; readonly books: number }[]>> {
  const allowed = may(desk.actor, { kind: 'print-register' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const fields = await registerFields(desk.centre, { ...yearOf(year), ...(await whoseOf(desk)) })
  return fields.map(({ field, count }) => ({ field, count, books: Math.ceil(count / BOOK) }))
}

/**
 * A book of the register of a field, or of several kept together, and a year, as it stands now (Mẫu Sổ theo dõi hồ sơ).
 * The same state of it is the same paper; what happens later makes another.
 */
export async function giveRegister(
  desk: Desk,
  {
    year,
    fields,
    book: number,
  }: { readonly year: number; readonly fields: readonly string[]; readonly book: number },
): Promise<Outcome<Uint8Array>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'print-register' })
  const allowed = may(actor, { kind: 'print-register' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (fields.length === 0) return refuse('no-such-paper')
  const whose = await whoseOf(desk)
  const asked = { fields, ...yearOf(year), ...whose }
  const dossiers = await registerPart(centre, asked, { after: (number - 1) * BOOK, most: BOOK })
  const [first, last] = [dossiers[0], dossiers.at(-1)]
  if (!first || !last) return refuse('no-such-paper')
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'print-register', code: null })
  const book = await bookOf(centre)
  const lines = await linesOf(desk, dossiers, book)
  const whoseBook = whose.isTheirs ? `${whose.communes.join('+')}/` : ''
  const where = `${whoseBook}${year}/${fields.join('+')}/${number}`
  return givePaper(desk, actor.id, {
    key: 'so_theo_doi',
    about: `${where}/${seal(JSON.stringify(lines)).slice(0, 16)}`,
    dossier: null,
    receivedAt: first.receivedAt,
    madeAt: at,
    data: () =>
      Promise.resolve(
        registerOnPaper({
          office: officeOf(book, desk, counterOf(actor, today(desk)) || first.placeOfReceipt),
          at,
          year,
          fields,
          book: number,
          from: dayOf(fromMoment(first.receivedAt)).toString(),
          to: dayOf(fromMoment(last.receivedAt)).toString(),
          printedBy: actor.name,
          lines,
        }),
      ),
  })
}

/** Who works in a commune keeps the book of what it settles; the centre's is of everything else. */
async function whoseOf(desk: Desk): Promise<WhoseRegister> {
  const { desks } = await bookOf(desk.centre)
  const all = desks.flatMap(({ unit, kind }) => (kind === 'commune' ? [unit] : []))
  const sight = desk.actor.kind === 'staff' ? sightOf(desk.actor, today(desk)) : null
  return sight && !sight.isWhole
    ? { communes: sight.desks, isTheirs: true }
    : { communes: all, isTheirs: false }
}

function yearOf(year: number) {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  return { from: toMoment(instantAt(first, 0)), before: toMoment(instantAt(first.add({ years: 1 }), 0)) }
}

async function linesOf(
  { centre }: Desk,
  dossiers: readonly Dossier[],
  book: CentreBook,
): Promise<RegisterLine[]> {
  const codes = dossiers.filter(({ stage }) => stage === 'returned').map(({ code }) => code)
  const returned = new Map(
    (await historiesOfCodes(centre, codes, 'ResultHandedBack')).map(({ code, event }) => [code, event]),
  )
  return dossiers.map((one) => lineOf(one, book, returned.get(one.code)))
}

function lineOf(dossier: Dossier, book: CentreBook, returned: ResultHandedBack | undefined): RegisterLine {
  const { code, owner, receivedAt, dueAtReceipt: due, unit, placeOfReceipt, elsewhere } = dossier
  return {
    code,
    procedure: lawFor(dossier, book).procedure.name,
    owner: owner.name,
    address: owner.address,
    phone: owner.phone,
    unit: book.units.get(unit)?.name ?? unit,
    place: elsewhere ? (book.units.get(placeOfReceipt)?.name ?? placeOfReceipt) : null,
    receivedAt,
    due,
    returnedAt: returned?.at ?? null,
    way: returned?.way ?? null,
    receiver: returned?.receiver.name ?? null,
    note: noteOf(dossier),
  }
}

function noteOf(dossier: Dossier): RegisterLine['note'] {
  if (dossier.stage === 'stopped') return 'stopped'
  return 'timeliness' in dossier && dossier.timeliness === 'late' ? 'late' : null
}
