import { type Day, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { feeOf } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { type ListForm, type ListLine, listOnPaper } from '#papers/list.ts'
import { recordAccess } from '#store/access-records.ts'
import { readyBetween, receivedByPost } from '#store/day-papers.ts'
import { historiesOfCodes } from '#store/dossier-events.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { counterOf } from './counter-of.ts'
import { givePaper } from './give-paper.ts'
import { officeOf } from './office.ts'

const POST = 'Bưu chính công ích'

/**
 * The hand-over papers of a day at the counter: what the post brought, the receipt for it, and the results that came to
 * be given out. One paper for each set of dossiers; what comes later that day makes another.
 */
export async function giveList(desk: Desk, form: ListForm, on: Day): Promise<Outcome<Uint8Array>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const unit = counterOf(actor, today(desk))
  const allowed = may(actor, { kind: 'receive-dossier', unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  const day = Temporal.PlainDate.from(on)
  const [from, before] = [toMoment(instantAt(day, 0)), toMoment(instantAt(day.add({ days: 1 }), 0))]
  const isResults = form === 'phieu_ban_giao_ket_qua'
  const dossiers = await (isResults ? readyBetween : receivedByPost)(centre, from, before)
  if (dossiers.length === 0) return refuse('nothing-to-hand-over', { on })
  const at = toMoment(now)
  const { counter } = officeOf(await bookOf(centre), desk, unit)
  const giver = isResults ? 'Văn thư, cơ quan giải quyết hồ sơ' : POST
  return listGiven(desk, actor, dossiers, {
    form,
    unit,
    at,
    about: `${unit}/${on}`,
    giver,
    receiver: `${counter} (${actor.name})`,
  })
}

/** The same of results that are taken along from a counter by who goes out. */
export async function giveResultList(
  desk: Desk,
  dossiers: readonly Dossier[],
  { about, receiver }: { readonly about: string; readonly receiver: string },
): Promise<Outcome<Uint8Array>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-people-of-session' })
  const [first] = dossiers
  if (!first) return refuse('nothing-to-hand-over', { on: today(desk) })
  const unit = counterOf(actor, today(desk)) || first.placeOfReceipt
  const giver = officeOf(await bookOf(centre), desk, unit).counter
  const list = { unit, at: toMoment(now), about, giver, receiver }
  return listGiven(desk, actor, dossiers, { form: 'phieu_ban_giao_ket_qua', ...list })
}

interface ListGiven {
  readonly form: ListForm
  readonly unit: string
  readonly at: Moment
  readonly about: string
  readonly giver: string
  readonly receiver: string
}

async function listGiven(
  desk: Desk,
  { id: staff }: Staff,
  dossiers: readonly Dossier[],
  { form, unit, at, about, giver, receiver }: ListGiven,
): Promise<Outcome<Uint8Array>> {
  const { centre } = desk
  for (const { code } of dossiers)
    await recordAccess(centre, { id: newId(), at, staff, what: 'print-paper', code })
  const book = await bookOf(centre)
  const office = officeOf(book, desk, unit)
  const codes = dossiers.map(({ code }) => code)
  return givePaper(desk, staff, {
    key: form,
    about: `${about}/${seal(JSON.stringify(codes)).slice(0, 16)}`,
    dossier: null,
    receivedAt: at,
    madeAt: at,
    async data() {
      const documents = await documentNumbers(desk, codes)
      const lines = dossiers.map((one) => lineOf(one, book, documents))
      return listOnPaper(form, { office, at, giver, receiver, lines })
    },
  })
}

async function documentNumbers(
  { centre }: Desk,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sealed = await historiesOfCodes(centre, codes, 'ResultSealed')
  return new Map(sealed.map(({ code, event }) => [code, event.documentNumber]))
}

function lineOf(dossier: Dossier, book: CentreBook, documents: ReadonlyMap<string, string>): ListLine {
  const { code, owner, receivedAt, dueAtReceipt: due, components, returnWish } = dossier
  return {
    code,
    subject: lawFor(dossier, book).procedure.name,
    owner: owner.name,
    address: owner.address,
    receivedAt,
    due,
    papers: components.reduce((sum, one) => sum + one.original + one.certified + one.copy, 0),
    documentNumber: documents.get(code) ?? null,
    feeDong: feeOf(dossier),
    isByPost: returnWish.way === 'post',
  }
}
