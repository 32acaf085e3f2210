import { toMoment } from '#domain/calendar/moment.ts'
import { seriesOf } from '#domain/dossier/dossier-code.ts'
import type { Doer, DossierEvent, TakenFrom } from '#domain/dossier/events.ts'
import type { Staff } from '#domain/people/may.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { Centre } from '#store/database.ts'
import { staffById, staffLogins } from '#store/people.ts'
import { codesInUse, leasedNumbers, openingsBefore } from '#store/take-overs.ts'
import { newLookupKey, seal } from '../chance.ts'
import { derivedId } from '../derived-id.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { cellReader } from './cell-reader.ts'
import { planDossier } from './plan-dossier.ts'
import { planSeries, type SeriesToOpen } from './plan-series.ts'
import type { OpenDossierLine, TakeOverRead } from './read-take-over.ts'

export interface DossierToTakeOver {
  readonly command: { readonly id: string; readonly hash: string }
  readonly events: readonly DossierEvent[]
}

/** Everything a take-over would do, decided before anything is written. */
export interface TakeOverPlan extends Findings {
  readonly dossiers: readonly DossierToTakeOver[]
  /** Lines that an earlier take-over brought already, word for word. */
  readonly same: number
  readonly series: readonly SeriesToOpen[]
}

/** Every command id of a take-over stems from this one and the dossier's code: a line taken over twice is one command. */
const ROOT = '01690000-0000-7000-8000-000000000000'

export async function planTakeOver(
  desk: Desk,
  by: Doer,
  read: TakeOverRead,
  book: CentreBook,
): Promise<TakeOverPlan> {
  const { centre, now } = desk
  const findings: Findings = { faults: [...read.faults], warnings: [...read.warnings] }
  const added = await newLines(centre, read.dossiers, findings)
  const around = { book, at: toMoment(now), by, staff: await holders(centre, added) }
  const dossiers = added.flatMap((line) => {
    const id = derivedId(ROOT, 'take-over', line.row.code)
    const given = { id, lookupKey: newLookupKey() }
    const before = findings.faults.length
    const events = planDossier(cellReader(line, findings), sourceOf(line, read), given, around)
    const isWhole = events !== null && findings.faults.length === before
    return isWhole ? [{ command: { id, hash: lineHash(line) }, events }] : []
  })
  const before = await openingsBefore(centre)
  const series = await planSeries(read.series, { centre, book, now, before }, findings)
  return { ...findings, dossiers, series, same: read.dossiers.length - added.length }
}

/** Lines that are new. A dossier of this house, and one taken over that says something else now, are in the way. */
async function newLines(
  centre: Centre,
  lines: readonly OpenDossierLine[],
  { faults }: Findings,
): Promise<OpenDossierLine[]> {
  const inUse = await codesInUse(
    centre,
    lines.map(({ row }) => row.code),
  )
  const isLeased = await leasing(centre, lines)
  return lines.filter((line) => {
    const { code } = line.row
    const hash = inUse.get(code)
    if (hash === lineHash(line)) return false
    if (hash) faults.push(faultAt(line, 'code', 'dossier-changed', { value: code }))
    else if (hash === null || isLeased(code))
      faults.push(faultAt(line, 'code', 'code-in-use', { value: code }))
    return true
  })
}

/** Whether a code stands in a block of numbers of this house, on a receipt or about to be. */
async function leasing(
  centre: Centre,
  lines: readonly OpenDossierLine[],
): Promise<(code: string) => boolean> {
  const days = lines.flatMap(({ row }) => seriesOf(row.code)?.on ?? [])
  const blocks = await leasedNumbers(centre, [...new Set(days)])
  return (code) => {
    const own = seriesOf(code)
    return blocks.some(
      ({ identifier, on, first, last }) =>
        own?.identifier === identifier && own.on === on && first <= own.number && own.number <= last,
    )
  }
}

async function holders(
  centre: Centre,
  lines: readonly OpenDossierLine[],
): Promise<ReadonlyMap<string, Staff>> {
  const named = new Set(lines.map(({ row }) => row.holder).filter(Boolean))
  const logins = [...(await staffLogins(centre))].filter(([login]) => named.has(login))
  const found = await Promise.all(
    logins.map(async ([login, { id }]) => [login, await staffById(centre, id)] as const),
  )
  return new Map(found.flatMap(([login, staff]) => (staff ? [[login, staff]] : [])))
}

function sourceOf({ file, line }: OpenDossierLine, { hashes }: TakeOverRead): TakenFrom {
  return { file, sha256: hashes.get(file) ?? '', line: line ?? 0 }
}

function lineHash({ row }: OpenDossierLine): string {
  return seal(JSON.stringify(row))
}
