import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { seriesOf } from '#domain/dossier/dossier-code.ts'
import { fold } from '#domain/dossier/dossier.ts'
import type { Doer } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Staff } from '#domain/people/may.ts'
import { type Findings, faultAt, type ImportFault } from '#shapes/import-fault.ts'
import { openCodes } from '#store/dossier-codes.ts'
import { type Writing, writeReceipts } from '#store/dossiers.ts'
import { type CentreInOne, inOne } from '#store/in-one.ts'
import { openBook } from '#store/number-books.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { recordTakeOver, takenOverAt } from '#store/take-overs.ts'
import { freshBookOf } from '../centre-book.ts'
import { tasksOf, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { FIRST_SEAL, sealEvents } from '../sealing.ts'
import { type DossierToTakeOver, planTakeOver, type TakeOverPlan } from './plan-take-over.ts'
import type { SeriesToOpen } from './plan-series.ts'
import type { TakeOverRead } from './read-take-over.ts'

export interface TakeOverOutcome {
  readonly hash: string
  /** What stands in the way; then nothing is written. */
  readonly faults: readonly ImportFault[]
  readonly warnings: readonly ImportFault[]
  /** When these very files were taken over before; null when they never were. */
  readonly knownSince: Moment | null
  readonly isWritten: boolean
  readonly dossiers: number
  /** Dossiers an earlier take-over brought already. */
  readonly same: number
  readonly series: number
}

/**
 * Takes over what a running centre brings along: all of it or nothing, in one transaction. Without `confirmed`, the
 * hash a dry run showed, nothing is written. The same files again change nothing; later ones can only add.
 */
export async function takeOver(
  desk: Desk,
  read: TakeOverRead,
  confirmed: string | null,
): Promise<Outcome<TakeOverOutcome>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'take-over' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'take-over' })
  const knownSince = await takenOverAt(centre, read.hash)
  const nothing = { hash: read.hash, dossiers: 0, same: read.dossiers.length, series: 0, isWritten: false }
  if (knownSince !== null) return { ...nothing, knownSince, faults: [], warnings: [] }
  const book = await freshBookOf(centre)
  const plan = await planTakeOver(desk, doerOf(actor, today(desk)), read, book)
  const isWritten = confirmed === read.hash && plan.faults.length === 0
  const openFaults = isWritten ? await write(desk, actor, plan, { hash: read.hash, law: book.version }) : []
  return {
    hash: read.hash,
    faults: [...plan.faults, ...openFaults].toSorted(inReadingOrder),
    warnings: plan.warnings.toSorted(inReadingOrder),
    knownSince: null,
    isWritten: isWritten && openFaults.length === 0,
    dossiers: plan.dossiers.length,
    same: plan.same,
    series: plan.series.length,
  }
}

function doerOf(actor: Staff, on: string): Doer {
  const post = appointmentsOn(actor, on).find((one) => one.post === 'administrator')
  if (!post) throw new Error('an administrator without a post')
  return { staff: actor.id, unit: post.unit, post: 'administrator' }
}

/** Thrown inside the transaction, so that nothing of it is written. */
class NotWritten extends Error {
  override readonly name = 'NotWritten'
  readonly fault: ImportFault
  constructor(fault: ImportFault) {
    super(fault.code)
    this.fault = fault
  }
}

async function write(
  { centre, now }: Desk,
  actor: Staff,
  plan: TakeOverPlan,
  { hash, law }: { readonly hash: string; readonly law: number },
): Promise<Findings['faults']> {
  const at = toMoment(now)
  try {
    await inOne(centre, async (inside) => {
      const openings = plan.series.map(({ opening }) => opening)
      const record = { id: newId(), hash, at, staff: actor.id, dossiers: plan.dossiers.length, openings }
      await recordTakeOver(inside, record)
      for (const series of plan.series) await open(inside, series)
      await openOwnCodes(inside, plan.dossiers)
      await writeDossiers(inside, plan.dossiers, law)
    })
    return []
  } catch (error) {
    if (error instanceof NotWritten) return [error.fault]
    // Somebody else takes over the same at this moment.
    if (isUniqueViolation(error)) return [faultAt(NO_LINE, null, 'changed-meanwhile')]
    throw error
  }
}

async function open(inside: CentreInOne, series: SeriesToOpen): Promise<void> {
  if (series.kind === 'codes') return openCodes(inside, series)
  const { book, year, next } = series
  if (await openBook(inside, { book, year, next })) return
  throw new NotWritten(faultAt(series.line, 'next', 'number-used', { value: next, next: '?' }))
}

/** Codes that stand in our own series are never given out again. */
async function openOwnCodes(inside: CentreInOne, dossiers: readonly DossierToTakeOver[]): Promise<void> {
  const used = dossiers.flatMap(({ events }) => seriesOf(fold(events).code) ?? [])
  for (const [, same] of Map.groupBy(used, ({ identifier, on }) => `${identifier} ${on}`)) {
    const [one] = same
    if (one) await openCodes(inside, { ...one, next: Math.max(...same.map(({ number }) => number)) + 1 })
  }
}

const NO_LINE = { file: 'open-dossiers', line: null }
const AT_ONCE = 500

async function writeDossiers(
  inside: CentreInOne,
  dossiers: readonly DossierToTakeOver[],
  lawVersion: number,
): Promise<void> {
  for (let from = 0; from < dossiers.length; from += AT_ONCE) {
    const writings = dossiers.slice(from, from + AT_ONCE).map((one) => writingOf(one, lawVersion))
    // The law was imported anew while this was planned: to be tried again, with nothing written.
    if (!(await writeReceipts(inside, writings)))
      throw new NotWritten(faultAt(NO_LINE, null, 'changed-meanwhile'))
  }
}

function writingOf({ command, events }: DossierToTakeOver, lawVersion: number): Writing {
  const dossier = fold(events)
  const sealed = sealEvents(dossier.code, { seal: FIRST_SEAL, sequence: 0 }, events)
  return { id: newId(), dossier, events: sealed, command, tasks: tasksOf(null, events, false), lawVersion }
}

function inReadingOrder(a: ImportFault, b: ImportFault): number {
  return a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
}
