import { toMoment } from '#domain/calendar/moment.ts'
import type { Needle } from '#domain/dossier/asked.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Party } from '#domain/dossier/events.ts'
import { toGiveBack, toWithdraw } from '#domain/dossier/hand-over.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { Component } from '#domain/procedure/procedure.ts'
import { isSamePerson } from '#domain/people/same-person.ts'
import { searched } from '#domain/people/searched.ts'
import { recordAccess } from '#store/access-records.ts'
import { listReady } from '#store/drawer.ts'
import { holdDossier } from '#store/dossiers.ts'
import { scansOf } from '#store/scans.ts'
import { sealedCopyOf } from '#store/sealed-scans.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { type DrawerLine, drawerLine, drawersOf } from './drawer-line.ts'

/** A result with what changes hands beside it. */
export interface HandOverLine extends DrawerLine {
  /** Old originals to be taken in. */
  readonly toWithdraw: readonly Pick<Component, 'key' | 'name'>[]
  /** Originals shown for comparison that still lie with the dossier. */
  readonly toGiveBack: readonly string[]
  /** Files kept with the dossier that can have been sent; looked up for what is wished electronically. */
  readonly files: readonly {
    readonly name: string
    readonly sha256: string
    /** The result as it was signed and stamped on paper; it stands first. */
    readonly isStamped: boolean
  }[]
  readonly owedDong: number | null
}

/** What is handed to one person: the result asked for and whatever else lies in the drawer for the same person. */
export interface HandOver {
  readonly code: string
  readonly stage: Dossier['stage']
  readonly waitsFor: WaitsFor | null
  /** The result asked for first; empty when it does not lie in this counter's drawer. */
  readonly lines: readonly HandOverLine[]
  readonly applicant: Party
  readonly owner: Party
  readonly procedureName: string
  readonly holderUnitName: string | null
}

/** Results of one person handed out together; a notary's firm with more comes in turns. */
const MOST_TOGETHER = 50

/** Everything one person can take home now, found by one of their dossiers. */
export async function seeHandOver(desk: Desk, code: string): Promise<Outcome<HandOver>> {
  const units = drawersOf(desk)
  if (isRefusal(units)) return units
  const { centre, actor, now } = desk
  const held = await holdDossier(centre, code)
  if (!held || actor.kind !== 'staff') return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what: 'see-hand-over', code })
  const book = await bookOf(centre)
  const lies = dossier.stage === 'ready' && units.includes(dossier.holder.unit)
  const others = lies ? await othersOf(desk, units, dossier) : []
  return {
    code,
    stage: dossier.stage,
    lines: lies ? await Promise.all([dossier, ...others].map((one) => lineOf(desk, one, book))) : [],
    waitsFor: waitsFor(dossier),
    applicant: dossier.applicant,
    owner: dossier.owner,
    procedureName: drawerLine(desk, dossier, book).procedureName,
    holderUnitName: dossier.holder && nameOf(book, dossier.holder.unit),
  }
}

async function lineOf(desk: Desk, dossier: Dossier, book: CentreBook): Promise<HandOverLine> {
  const law = lawFor(dossier, book)
  const isElectronic = dossier.returnWish.way === 'electronic'
  return {
    ...drawerLine(desk, dossier, book),
    toWithdraw: toWithdraw(dossier, law).map(({ key, name }) => ({ key, name })),
    toGiveBack: toGiveBack(dossier, law).map(({ name }) => name),
    files: isElectronic ? await filesOf(desk, dossier.code) : [],
    owedDong: owedDong(dossier),
  }
}

/** Nobody chooses among more. */
const MOST_FILES = 50

async function filesOf({ centre }: Desk, code: string) {
  const held = await holdDossier(centre, code)
  if (!held) return []
  const { approvedAt } = held.dossier
  const scans = await scansOf(centre, held.id, MOST_FILES)
  const stamped = approvedAt === null ? undefined : await sealedCopyOf(centre, held.id, approvedAt)
  const standing = scans.filter(({ struck }) => struck === null)
  const files = standing.map(({ id, name, sha256 }) => ({ name, sha256, isStamped: id === stamped?.scan }))
  return files.toSorted((one, other) => Number(other.isStamped) - Number(one.isStamped))
}

async function othersOf(desk: Desk, units: readonly string[], dossier: Dossier): Promise<readonly Dossier[]> {
  const parties = [dossier.applicant, dossier.owner]
  const found = await Promise.all(
    [...new Set(parties.map((party) => party.idNumber ?? party.name))].map((wanted) =>
      listReady(desk.centre, { units, needles: needlesOf(wanted), after: null, size: MOST_TOGETHER }),
    ),
  )
  const others = new Map(found.flat().map(({ state }) => [state.code, state]))
  others.delete(dossier.code)
  return [...others.values()]
    .filter(({ applicant, owner }) =>
      [applicant, owner].some((one) => parties.some((party) => isSamePerson(one, party))),
    )
    .slice(0, MOST_TOGETHER - 1)
}

function needlesOf(wanted: string): readonly Needle[] {
  return searched(wanted)
    .split(' ')
    .map((text) => ({ kind: 'word', text }))
}

const nameOf = (book: CentreBook, unit: string) => book.units.get(unit)?.name ?? unit
