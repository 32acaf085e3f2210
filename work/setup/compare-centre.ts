import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { Day } from '#domain/calendar/moment.ts'
import { faultAt, type ImportFault } from '#shapes/import-fault.ts'
import type { StandingLaw } from '#store/standing-law.ts'
import type { PaperTemplate } from '#store/paper-templates.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import type {
  AppointmentData,
  CentreData,
  DataSourceData,
  FormContent,
  MandateData,
  ProcedureContent,
  RuleSetData,
  StaffData,
  UnitData,
} from './centre-data.ts'
import { byKey, type Ended, endings, gone, type Part } from './compare-parts.ts'
import { compareForms, compareProcedures, type PublishedPart } from './compare-published.ts'

/** What an import would do, decided before anything is written. */
export interface Comparison {
  readonly units: Part<UnitData, UnitData>
  readonly staff: Part<StaffData, StaffData>
  readonly appointments: Part<AppointmentData, Ended>
  readonly mandates: Part<MandateData, MandateData>
  readonly ruleSets: Part<RuleSetData, RuleSetData>
  readonly dataSources: Part<DataSourceData, DataSourceData>
  readonly paperTemplates: Part<PaperTemplate, PaperTemplate>
  readonly resultForms: Part<PublishedResultForm, PublishedResultForm>
  readonly procedures: PublishedPart<ProcedureContent>
  readonly forms: PublishedPart<FormContent>
  readonly calendars: Part<CalendarData, CalendarData>
  /** What stands in the way; then nothing is written. */
  readonly faults: readonly ImportFault[]
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
    dataSources: compareDataSources(data.dataSources, standing.dataSources, effectiveFrom),
    paperTemplates: compareTemplates(data.paperTemplates, standing.paperTemplates, {
      nameOf: templateName,
      file: 'templates/templates',
      effectiveFrom,
      faults,
    }),
    resultForms: compareTemplates(data.resultForms, standing.resultForms, {
      nameOf: resultFormName,
      file: 'results',
      effectiveFrom,
      faults,
    }),
    procedures: compareProcedures(data.procedures, standing.procedures, { effectiveFrom, faults }),
    forms: compareForms(data.forms, standing.forms, { effectiveFrom, faults }),
    calendars: byKey(data.calendars, standing.calendars, {
      keyOf: ({ name }) => name,
      plain: (one) => one,
    }),
    faults,
  }
}

/** Whether an import would write anything. */
export function hasChanges(comparison: Comparison): boolean {
  const { faults: _, ...parts } = comparison
  return Object.values(parts).some(
    ({ added, changed, ended }) => added.length + changed.length + ended.length > 0,
  )
}

const keyed = { keyOf: ({ key }: { key: string }) => key, plain: (one: object) => one }

/** A unit is never removed: dossiers and versions that have ended go on naming it. */
function compareUnits(
  after: CentreData['units'],
  before: StandingLaw['units'],
  faults: ImportFault[],
): Comparison['units'] {
  const keyOf = ({ code }: { code: string }) => code
  for (const { code } of gone(after, before, keyOf))
    faults.push(faultAt({ file: 'units', line: null }, 'code', 'unit-removed', { value: code }))
  return byKey(after, before, { keyOf, plain: (one) => one })
}

/** What a rule set decides stands on papers already issued: its day and identifier never change. */
function compareRuleSets(
  after: CentreData['ruleSets'],
  before: StandingLaw['ruleSets'],
  faults: ImportFault[],
): Comparison['ruleSets'] {
  const place = { file: 'rule-sets', line: null }
  for (const { key } of gone(after, before, keyed.keyOf))
    faults.push(faultAt(place, 'key', 'rule-set-removed', { value: key }))
  const part = byKey(after, before, keyed)
  for (const { name, what } of part.changed)
    if (what.includes('from') || what.includes('codeIdentifier'))
      faults.push(faultAt(place, 'key', 'rule-set-changed', { value: name }))
  return part
}

/** A source is never removed: what was fetched from it names it. One that is gone from the files has ended. */
function compareDataSources(
  after: readonly DataSourceData[],
  before: StandingLaw['dataSources'],
  effectiveFrom: Day,
): Comparison['dataSources'] {
  const naming = ({ key }: { key: string }) => ({ name: key, key })
  return {
    ...byKey(after, before, keyed),
    ended: endings(gone(after, before, keyed.keyOf), effectiveFrom, naming),
  }
}

/** A template of a form by the day it holds from. */
export const templateName = ({ form, from }: { readonly form: string; readonly from: Day }) =>
  `${form} ${from}`

/** A result form by the day it holds from. */
export const resultFormName = ({ key, from }: { readonly key: string; readonly from: Day }) =>
  `${key} ${from}`

interface Templated {
  readonly hash: string
  readonly from: Day
  readonly until: Day | null
}

interface Comparing<One> {
  readonly nameOf: (one: One) => string
  readonly file: string
  readonly effectiveFrom: Day
  readonly faults: ImportFault[]
}

/** Papers were printed with a template: it is never set anew, another one holds from another day. */
function compareTemplates<One extends Templated>(
  after: readonly One[],
  before: readonly One[],
  { nameOf, file, effectiveFrom, faults }: Comparing<One>,
): Part<One, One> {
  const part = byKey(after, before, { keyOf: nameOf, plain: ({ until, hash }) => ({ until, hash }) })
  for (const { name, what } of part.changed)
    if (what.includes('hash'))
      faults.push(faultAt({ file, line: null }, null, 'template-changed', { value: name }))
  const naming = (one: One) => ({ name: nameOf(one), key: one.hash })
  return { ...part, ended: endings(gone(after, before, nameOf), effectiveFrom, naming) }
}

function compareAppointments(
  after: readonly AppointmentData[],
  before: StandingLaw['appointments'],
  effectiveFrom: Day,
): Comparison['appointments'] {
  const keyOf = ({ login, post, unit, from }: { login: string; post: string; unit: string; from: Day }) =>
    [login, post, unit, from].join(' ')
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const moved = after.flatMap((one) => {
    const was = old.get(keyOf(one))
    return was && was.until !== one.until ? [{ name: keyOf(one), key: was.id, until: one.until }] : []
  })
  const added = after.filter((one) => !old.has(keyOf(one)))
  const naming = (one: StandingLaw['appointments'][number]) => ({ name: keyOf(one), key: one.id })
  return {
    added,
    changed: moved.map((to) => ({ to, name: to.name, what: ['until'] })),
    ended: endings(gone(after, before, keyOf), effectiveFrom, naming),
    same: after.length - added.length - moved.length,
  }
}

/** A mandate is a signed paper: another person, unit or day is another mandate with another key. */
function compareMandates(
  after: readonly MandateData[],
  before: StandingLaw['mandates'],
  { effectiveFrom, faults }: { effectiveFrom: Day; faults: ImportFault[] },
): Comparison['mandates'] {
  const part = byKey(after, before, keyed)
  for (const { name, what } of part.changed)
    if (what.some((field) => !['until', 'ground', 'capacity'].includes(field)))
      faults.push(faultAt({ file: 'mandates', line: null }, 'key', 'mandate-changed', { value: name }))
  const naming = ({ key }: { key: string }) => ({ name: key, key })
  return { ...part, ended: endings(gone(after, before, keyed.keyOf), effectiveFrom, naming) }
}
