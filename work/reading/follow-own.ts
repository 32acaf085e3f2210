import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { belongingOf } from '#domain/dossier/belonging.ts'
import type { Dossier, Stage } from '#domain/dossier/dossier.ts'
import { type ToDo, toDoNow } from '#domain/dossier/to-do.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type Citizen, isVerified } from '#domain/people/citizen.ts'
import { may } from '#domain/people/may.ts'
import { gives, holdsOn, isBorneOut } from '#domain/people/representation.ts'
import { type AfterOwn, ownDossiers, type OwnRow } from '#store/own-dossiers.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { ownDossier } from '../own/own-dossier.ts'
import type { AskedByKey } from './dossier-by-key.ts'
import { type FollowedDossier, followed } from './follow-dossier.ts'

/** A dossier in its owner's list. */
export interface OwnLine {
  readonly code: string
  readonly procedureName: string
  readonly stage: Stage
  readonly waitsFor: WaitsFor | null
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly toDo: readonly ToDo[]
  /** For whom, where that is somebody else. */
  readonly forWhom: string | null
}

export interface OwnList {
  readonly lines: readonly OwnLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

/** The dossiers a citizen filed, is named in by his verified number, or is let see, newest first. */
export async function seeOwnDossiers(
  desk: Desk,
  { after, size }: { readonly after: string | null; readonly size: number },
): Promise<Outcome<OwnList>> {
  const { centre, actor } = desk
  const on = today(desk)
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'see-own' })
  const asked = { account: actor.id, numbers: numbersOf(actor, on) }
  const rows = await ownDossiers(centre, asked, { after: readCursor(after), size: size + 1 })
  const book = await bookOf(centre)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    // What a representation does not cover is found by its number and left out here.
    lines: page
      .filter(({ state }) => !isRefusal(may(actor, { kind: 'see-own', of: belongingOf(state) }, on)))
      .map(({ state }) => ({
        code: state.code,
        procedureName: lawFor(state, book).procedure.name,
        stage: state.stage,
        waitsFor: waitsFor(state),
        receivedAt: state.receivedAt,
        due: state.promisedDue ?? state.lawfulDue,
        toDo: toDoNow(state),
        forWhom: forWhom(actor, state),
      })),
    next: rows.length > size && last ? cursorAt(last) : null,
  }
}

/** One of the own dossiers. One that is somebody else's is answered like one that does not exist. */
export async function followOwn(desk: Desk, typed: string): Promise<Outcome<FollowedDossier>> {
  const held = await ownDossier(desk, typed, 'see')
  return isRefusal(held) ? held : followed(desk, held.dossier)
}

/** Code and key of an own dossier: who may see it here may do with it what they open. */
export async function keyOfOwn(desk: Desk, typed: string): Promise<Outcome<AskedByKey>> {
  const held = await ownDossier(desk, typed, 'see')
  return isRefusal(held) ? held : { code: held.dossier.code, key: held.dossier.lookupKey }
}

/** The own number, if it is vouched for, and the numbers of those who let the citizen see. */
function numbersOf(citizen: Citizen, on: string): readonly string[] {
  const lent = citizen.actsFor.filter((one) => holdsOn(one, on) && isBorneOut(one) && gives(one, 'see'))
  const numbers = [isVerified(citizen) ? citizen.idNumber : null, ...lent.map((one) => one.principal.number)]
  return [...new Set(numbers.filter((number) => number !== null))]
}

function forWhom(citizen: Citizen, { owner, filedBy }: Dossier): string | null {
  const isOwn = owner.idNumber !== null && owner.idNumber === citizen.idNumber
  if (isOwn || (filedBy?.account === citizen.id && filedBy.representation === null)) return null
  return citizen.name === owner.name ? null : owner.name
}

const CURSOR = /^(\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const cursorAt = ({ receivedAt, id }: OwnRow) => `${fromMoment(receivedAt).epochMilliseconds}~${id}`

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string | null): AfterOwn | null {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? []
  if (at === undefined || id === undefined) return null
  return { receivedAt: toMoment(Temporal.Instant.fromEpochMilliseconds(Number(at))), id }
}
