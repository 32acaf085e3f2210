import type { Day } from '#domain/calendar/moment.ts'
import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { StandingLaw } from '#store/standing-law.ts'
import type {
  AppointmentData,
  CentreData,
  FormContent,
  Keyed,
  MandateData,
  ProcedureContent,
  RuleSetData,
  StaffData,
  UnitData,
} from './centre-data.ts'
import { differences } from './differences.ts'
import { faultAt, type ImportFault } from './import-fault.ts'

/** What an import would do, decided before anything is written. */
export interface Comparison {
  readonly units: Part<UnitData, UnitData>
  readonly staff: Part<StaffData, StaffData>
  readonly appointments: Part<AppointmentData, Ended>
  readonly mandates: Part<MandateData, MandateData>
  readonly ruleSets: Part<RuleSetData, RuleSetData>
  readonly procedures: Part<Published<ProcedureContent>, Published<ProcedureContent>>
  readonly forms: Part<Published<FormContent>, Published<FormContent>>
  readonly calendars: Part<CalendarData, CalendarData>
  /** What stands in the way; then nothing is written. */
  readonly faults: readonly ImportFault[]
}

export interface Part<Added, Changed> {
  readonly added: readonly Added[]
  readonly changed: readonly {
    readonly to: Changed
    readonly name: string
    readonly what: readonly string[]
  }[]
  readonly ended: readonly Ended[]
  readonly same: number
}

/** Something whose days are set to an end, or an end taken away. */
export interface Ended {
  readonly name: string
  /** Key, id or code in the database. */
  readonly key: string
  readonly until: Day | null
}

export interface Published<Content> extends Keyed<Content> {
  readonly version: number
}

/** Compares files with what stands. Pure: the same files and the same standing give the same answer. */
export function compareCentre(data: CentreData, standing: StandingLaw, effectiveFrom: Day): Comparison {
  const faults: ImportFault[] = []
  return {
    units: compareUnits(data.units, standing.units, faults),
    staff: byKey(data.staff, standing.staff, {
      keyOf: ({ login }) => login,
      plain: ({ login, name }) => ({ login, name }),
    }),
    appointments: compareAppointments(data.appointments, standing.appointments, effectiveFrom),
    mandates: compareMandates(data.mandates, standing.mandates, { effectiveFrom, faults }),
    ruleSets: compareRuleSets(data.ruleSets, standing.ruleSets, faults),
    procedures: compareProcedures(data.procedures, standing.procedures, { effectiveFrom, faults }),
    forms: compareForms(data.forms, standing.forms, { effectiveFrom, faults }),
    calendars: byKey(data.calendars, standing.calendars, { keyOf: ({ name }) => name, plain: (one) => one }),
    faults,
  }
}

interface Way<New, Old> {
  readonly keyOf: (one: New | Old) => string
  /** What is compared. */
  readonly plain: (one: New | Old) => object
}

function byKey<New, Old>(
  after: readonly New[],
  before: readonly Old[],
  { keyOf, plain }: Way<New, Old>,
): Part<New, New> {
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const added = after.filter((one) => !old.has(keyOf(one)))
  const changed = after.flatMap((to) => {
    const from = old.get(keyOf(to))
    if (from === undefined) return []
    const what = differences(plain(from), plain(to))
    return what.length === 0 ? [] : [{ to, name: keyOf(to), what }]
  })
  return { added, changed, ended: [], same: after.length - added.length - changed.length }
}

/** What is in the database and no longer in the files. */
function gone<New, Old>(
  after: readonly New[],
  before: readonly Old[],
  keyOf: (one: New | Old) => string,
): Old[] {
  const kept = new Set(after.map(keyOf))
  return before.filter((one) => !kept.has(keyOf(one)))
}

type Units = StandingLaw['units']

/** A unit is never removed: dossiers and versions that have ended go on naming it. */
function compareUnits(after: CentreData['units'], before: Units, faults: ImportFault[]): Comparison['units'] {
  const keyOf = ({ code }: { code: string }) => code
  for (const { code } of gone(after, before, keyOf))
    faults.push(faultAt({ file: 'units', line: null }, 'code', 'unit-removed', { value: code }))
  return byKey(after, before, { keyOf, plain: (one) => one })
}

function compareRuleSets(
  after: CentreData['ruleSets'],
  before: StandingLaw['ruleSets'],
  faults: ImportFault[],
): Comparison['ruleSets'] {
  const place = { file: 'rule-sets', line: null }
  const keyOf = ({ key }: { key: string }) => key
  for (const { key } of gone(after, before, keyOf))
    faults.push(faultAt(place, 'key', 'rule-set-removed', { value: key }))
  const part = byKey(after, before, { keyOf, plain: (one) => one })
  for (const { name, what } of part.changed)
    if (what.some((field) => field === 'from' || field === 'codeIdentifier'))
      faults.push(faultAt(place, 'key', 'rule-set-changed', { value: name }))
  return part
}

type Days = { readonly from: Day; readonly until: Day | null }

/** What the files no longer have ends on the effective day; what never came to hold is ended where it began. */
function endOf({ from, until }: Days, effectiveFrom: Day): Day | null {
  return until === null && from < effectiveFrom ? effectiveFrom : until
}

function compareAppointments(
  after: readonly AppointmentData[],
  before: StandingLaw['appointments'],
  effectiveFrom: Day,
): Comparison['appointments'] {
  const keyOf = ({ login, post, unit, from }: Omit<AppointmentData, 'until' | 'post'> & { post: string }) =>
    [login, post, unit, from].join(' ')
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const moved = after.flatMap((one) => {
    const was = old.get(keyOf(one))
    return was && was.until !== one.until ? [{ name: keyOf(one), key: was.id, until: one.until }] : []
  })
  const added = after.filter((one) => !old.has(keyOf(one)))
  return {
    added,
    changed: moved.map((to) => ({ to, name: to.name, what: ['until'] })),
    ended: endings(gone(after, before, keyOf), effectiveFrom, (one) => ({ name: keyOf(one), key: one.id })),
    same: after.length - added.length - moved.length,
  }
}

function endings<Old extends Days>(
  old: readonly Old[],
  effectiveFrom: Day,
  naming: (one: Old) => { name: string; key: string },
): Ended[] {
  return old
    .map((one) => ({ ...naming(one), until: endOf(one, effectiveFrom), was: one.until }))
    .filter(({ until, was }) => until !== was)
    .map(({ was: _, ...one }) => one)
}

interface Publishing {
  readonly effectiveFrom: Day
  readonly faults: ImportFault[]
}

/** A mandate is a signed paper: another person, unit or day is another mandate with another key. */
function compareMandates(
  after: readonly MandateData[],
  before: StandingLaw['mandates'],
  { effectiveFrom, faults }: Publishing,
): Comparison['mandates'] {
  const keyOf = ({ key }: { key: string }) => key
  const part = byKey(after, before, { keyOf, plain: (one) => one })
  for (const { name, what } of part.changed)
    if (what.some((field) => field !== 'until' && field !== 'ground'))
      faults.push(faultAt({ file: 'mandates', line: null }, 'key', 'mandate-changed', { value: name }))
  const ended = endings(gone(after, before, keyOf), effectiveFrom, ({ key }) => ({ name: key, key }))
  return { ...part, ended }
}

function compareProcedures(
  after: CentreData['procedures'],
  before: StandingLaw['procedures'],
  { effectiveFrom, faults }: Publishing,
): Comparison['procedures'] {
  const newest = new Map(before.map((one) => [one.key, one]))
  const inForce = [...newest.values()].filter(({ until }) => until === null)
  const contents = inForce.map(({ key, version: _, from: __, until: ___, ...content }) => ({ key, content }))
  const part = byKey(after, contents, { keyOf: ({ key }) => key, plain: ({ content }) => content })
  const ended = gone(after, contents, ({ key }) => key).map(({ key }) => ({
    name: key,
    key,
    until: effectiveFrom,
  }))
  const next = (one: Keyed<ProcedureContent>) => ({
    ...one,
    version: (newest.get(one.key)?.version ?? 0) + 1,
  })
  const touched = [...part.added, ...part.changed.map(({ to }) => to), ...ended]
  for (const { key } of touched) checkDay(newest.get(key), { key, file: 'procedures', effectiveFrom, faults })
  return {
    added: part.added.map(next),
    changed: part.changed.map((one) => ({ ...one, to: next(one.to) })),
    ended,
    same: part.same,
  }
}

function compareForms(
  after: CentreData['forms'],
  before: StandingLaw['forms'],
  { effectiveFrom, faults }: Publishing,
): Comparison['forms'] {
  const newest = new Map(before.map((one) => [one.key, one]))
  const contents = [...newest.values()].map(({ key, version: _, from: __, ...content }) => ({ key, content }))
  const part = byKey(after, contents, { keyOf: ({ key }) => key, plain: ({ content }) => content })
  const next = (one: Keyed<FormContent>) => ({ ...one, version: (newest.get(one.key)?.version ?? 0) + 1 })
  for (const { to } of part.changed)
    checkDay(newest.get(to.key), { key: to.key, file: 'forms', effectiveFrom, faults })
  return {
    ...part,
    added: part.added.map(next),
    changed: part.changed.map((one) => ({ ...one, to: next(one.to) })),
  }
}

/** A new version begins after the one before it began and, when that one has ended, not before its end. */
function checkDay(
  newest: { readonly from: Day; readonly until?: Day | null } | undefined,
  { key, file, effectiveFrom, faults }: Publishing & { key: string; file: string },
): void {
  if (!newest) return
  const begins = newest.until ?? newest.from
  const isAfter = newest.until ? effectiveFrom >= begins : effectiveFrom > begins
  if (!isAfter)
    faults.push(
      faultAt({ file, line: null }, null, 'effective-date-not-after', { key, effectiveFrom, from: begins }),
    )
}

/** Whether an import would write anything. */
export function hasChanges({ faults: _, ...parts }: Comparison): boolean {
  return Object.values(parts).some(
    ({ added, changed, ended }) => added.length + changed.length + ended.length > 0,
  )
}
