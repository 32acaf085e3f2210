import { fromMoment, localMinute, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { earliestDue } from '#domain/dossier/handing-over.ts'
import { lotsToGo, type MissingPaper } from '#domain/dossier/papers.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { type AfterPapers, dossiersByPapers } from '#store/dossier-lists.ts'
import { type ListedSheet, type SheetPaper, sheetsOf } from '#store/hand-over-sheets.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { unitsOf } from './papers-meant.ts'
import { sheetNumber } from './hand-over-papers.ts'
import { papersNamed } from './sheet-line.ts'

/** Papers of one dossier that lie with a unit and are to go to another. */
export interface PapersToGo {
  readonly code: string
  readonly procedureName: string
  readonly ownerName: string
  readonly papers: readonly SheetPaper[]
  /** By when they are to be there; null where the rule set says nothing. */
  readonly due: Moment | null
  readonly isLate: boolean
}

/** What lies with one unit and goes to one other, the late ones first: what a sheet is made from. */
export interface WayToGo {
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly toName: string
  readonly dossiers: readonly PapersToGo[]
  /** Whether the caller may give them. */
  readonly mayGive: boolean
}

export interface SeenSheetLine extends ListedSheet {
  readonly printed: string
  readonly fromName: string
  readonly toName: string
  readonly givenName: string
  /** Whether the caller's side is to confirm it. */
  readonly isToConfirm: boolean
}

export interface SeenMissing extends Omit<MissingPaper, 'paper'> {
  readonly code: string
  readonly ownerName: string
  readonly unitName: string
  readonly fromName: string
  readonly paper: SheetPaper
}

export interface SeenPapers {
  /** Of the whole hall; otherwise of the units of the caller. */
  readonly isWhole: boolean
  readonly ways: readonly WayToGo[]
  readonly sheets: readonly SeenSheetLine[]
  readonly missing: readonly SeenMissing[]
  /** Where the next page of what is to go begins; null on the last. */
  readonly next: string | null
  /** More is missing than is shown. */
  readonly isMoreMissing: boolean
  /** The rule in force; null where it says nothing. */
  readonly rule: PaperTransfer | null
}

const PAGE = 200
const MOST_SHEETS = 50
const MOST_MISSING = 200

/** The papers of a person's units: what is to go where and by when, the sheets on their way, what is missing. */
export async function seePapersToGo(
  desk: Desk,
  { after }: { readonly after?: string | undefined } = {},
): Promise<Outcome<SeenPapers>> {
  const { actor, centre, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'see-own-worklist' }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-own-worklist' })
  const isWhole = appointmentsOn(actor, on).some(({ post }) => post === 'director')
  const own = unitsOf({ ...desk, actor })
  const units = isWhole ? null : own
  await recordAccess(centre, {
    id: newId(),
    at: toMoment(now),
    staff: actor.id,
    what: 'see-papers',
    code: null,
  })
  const [book, toGo, sheets, missed] = await Promise.all([
    bookOf(centre),
    dossiersByPapers(
      centre,
      { kind: 'to-go', units, since: null },
      { after: after === undefined ? null : readCursor(after), size: PAGE + 1 },
    ),
    sheetsOf(centre, units, MOST_SHEETS),
    dossiersByPapers(centre, { kind: 'missing', units }, { size: MOST_MISSING + 1 }),
  ])
  const names = await staffNames(
    centre,
    sheets.map(({ given }) => given.staff),
  )
  const nameOf = (unit: string) => book.units.get(unit)?.name ?? unit
  const page = toGo.slice(0, PAGE)
  const last = page.at(-1)
  return {
    isWhole,
    ways: waysOf(
      { ...desk, actor },
      book,
      page.map(({ state }) => state),
      units,
    ),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      printed: sheetNumber(sheet),
      fromName: nameOf(sheet.from),
      toName: nameOf(sheet.to),
      givenName: names.get(sheet.given.staff) ?? '',
      isToConfirm: sheet.closed === null && own.includes(sheet.to) && sheet.given.staff !== actor.id,
    })),
    missing: missed.slice(0, MOST_MISSING).flatMap(({ state }) => missingOf(state, book)),
    next: toGo.length > PAGE && last ? cursorAt(last) : null,
    isMoreMissing: missed.length > MOST_MISSING,
    rule: book.ruleSets.findLast(({ from }) => from <= on)?.transfer ?? null,
  }
}

/** Where a page ended: since when its last dossier's papers are waited for, in milliseconds, and the dossier. */
export const PAPERS_CURSOR = /^(\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const cursorAt = ({ since, id }: AfterPapers) => `${fromMoment(since).epochMilliseconds}~${id}`

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string): AfterPapers | null {
  const [, since, id] = PAPERS_CURSOR.exec(cursor) ?? []
  if (since === undefined || id === undefined) return null
  return { since: toMoment(Temporal.Instant.fromEpochMilliseconds(Number(since))), id }
}

/** What is missing of a dossier, by name. */
export function missingOf(dossier: Dossier, book: CentreBook): SeenMissing[] {
  const nameOf = (unit: string) => book.units.get(unit)?.name ?? unit
  return (dossier.missing ?? []).flatMap((one) =>
    papersNamed(dossier, [one.paper], book).map((paper) => ({
      ...one,
      paper,
      code: dossier.code,
      ownerName: dossier.owner.name,
      unitName: nameOf(one.unit),
      fromName: nameOf(one.from),
    })),
  )
}

function waysOf(
  desk: Desk & { readonly actor: Staff },
  book: CentreBook,
  dossiers: readonly Dossier[],
  units: readonly string[] | null,
): WayToGo[] {
  const ways = new Map<string, { from: string; to: string; dossiers: PapersToGo[] }>()
  for (const dossier of dossiers)
    for (const [from, lots] of Map.groupBy(lotsToGo(dossier), ({ unit }) => unit)) {
      const to = dossier.holder?.unit
      if (to === undefined || (units !== null && !units.includes(from))) continue
      const way = ways.get(`${from} ${to}`) ?? { from, to, dossiers: [] }
      ways.set(`${from} ${to}`, way)
      const due = earliestDue(dossier, lots, lawFor(dossier, book))
      const at = isRefusal(due) ? null : due
      way.dossiers.push({
        code: dossier.code,
        procedureName: lawFor(dossier, book).procedure.name,
        ownerName: dossier.owner.name,
        papers: papersNamed(
          dossier,
          lots.flatMap(({ papers }) => papers),
          book,
        ),
        due: at,
        isLate: at !== null && localMinute(desk.now) > localMinute(fromMoment(at)),
      })
    }
  const nameOf = (unit: string) => book.units.get(unit)?.name ?? unit
  const first = ({ due }: Pick<PapersToGo, 'due'>) => due ?? '9'
  const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  return [...ways.values()]
    .map((way) => ({
      ...way,
      fromName: nameOf(way.from),
      toName: nameOf(way.to),
      dossiers: way.dossiers.toSorted((one, other) => order(first(one), first(other))),
      mayGive: !isRefusal(may(desk.actor, { kind: 'handle-papers', units: [way.from] }, today(desk))),
    }))
    .toSorted((one, other) => order(firstOf(one.dossiers), firstOf(other.dossiers)))
}

const firstOf = ([one]: readonly PapersToGo[]) => one?.due ?? '9'
