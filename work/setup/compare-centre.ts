import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { Day } from '#domain/calendar/moment.ts'
import type { NumberReading } from '#domain/number-reading.ts'
import type { OpinionRule } from '#domain/opinions/opinion-rules.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { OnlineFiling } from '#domain/procedure/online-filing.ts'
import { faultAt, type ImportFault } from '#shapes/import-fault.ts'
import type { QuietTime } from '#domain/notices/quiet-hours.ts'
import type { PublishedNoticeTemplate } from '#store/notice-law.ts'
import type { StandingLaw } from '#store/standing-law.ts'
import type { PaperTemplate } from '#store/paper-templates.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import type {
  AppointmentData,
  CentreData,
  DataSourceData,
  FormContent,
  GuideEntry,
  MandateData,
  PlaceData,
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
  readonly places: Part<PlaceData, PlaceData>
  readonly paperTemplates: Part<PaperTemplate, PaperTemplate>
  readonly resultForms: Part<PublishedResultForm, PublishedResultForm>
  readonly onlineFilings: Part<OnlineFiling, OnlineFiling>
  readonly numberReading: Part<NumberReading, NumberReading>
  readonly opinionRules: Part<OpinionRule, OpinionRule>
  readonly desks: Part<ReceptionDesk, ReceptionDesk>
  readonly targets: TargetPart
  readonly postRules: Part<PostRule, PostRule>
  readonly quietTimes: Part<QuietTime, QuietTime>
  readonly noticeTemplates: Part<PublishedNoticeTemplate, PublishedNoticeTemplate>
  readonly procedures: PublishedPart<ProcedureContent>
  readonly forms: PublishedPart<FormContent>
  readonly calendars: Part<CalendarData, CalendarData>
  readonly guide: GuidePart
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
    places: comparePlaces(data.places, standing.places, effectiveFrom),
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
    onlineFilings: compareOnlineFilings(data.settings.onlineFilings, standing.onlineFilings, effectiveFrom),
    numberReading: byKey([data.settings.numberReading], [standing.numberReading], {
      keyOf: () => 'number_words',
      plain: (one) => one,
    }),
    opinionRules: compareOpinionRules(data.opinionRules, standing.opinionRules, effectiveFrom),
    desks: compareDesks(data.desks, standing.desks),
    targets: compareTargets(data.targets, standing.targets),
    postRules: comparePostRules(data.postRules, standing.postRules, effectiveFrom),
    quietTimes: compareQuietTimes(data.settings.quietTimes, standing.quietTimes),
    noticeTemplates: compareTemplates(data.noticeTemplates, standing.noticeTemplates, {
      nameOf: noticeTemplateName,
      file: 'notices',
      effectiveFrom,
      faults,
    }),
    procedures: compareProcedures(data.procedures, standing.procedures, { effectiveFrom, faults }),
    forms: compareForms(data.forms, standing.forms, { effectiveFrom, faults }),
    calendars: byKey(data.calendars, standing.calendars, {
      keyOf: ({ name }) => name,
      plain: (one) => one,
    }),
    guide: compareGuide(data.guide, standing.guide),
    faults,
  }
}

/** The guide is set anew: what is gone from the files is dropped. */
interface GuidePart extends Omit<Part<GuideEntry, GuideEntry>, 'ended'> {
  readonly ended: readonly (GuideEntry & { readonly name: string })[]
}

/** An entry of the guide by its kind and key. */
export const guideName = ({ kind, key }: Pick<GuideEntry, 'kind' | 'key'>) => `${kind} ${key}`

function compareGuide(after: readonly GuideEntry[], before: readonly GuideEntry[]): GuidePart {
  const part = byKey(after, before, { keyOf: guideName, plain: ({ content }) => content })
  return { ...part, ended: gone(after, before, guideName).map((one) => ({ ...one, name: guideName(one) })) }
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

/** A time that is gone from the files has ended: who filed in it goes on. */
function compareOnlineFilings(
  after: readonly OnlineFiling[],
  before: readonly OnlineFiling[],
  effectiveFrom: Day,
): Comparison['onlineFilings'] {
  const keyOf = ({ from }: OnlineFiling) => from
  const naming = ({ from }: OnlineFiling) => ({ name: from, key: from })
  return {
    ...byKey(after, before, { keyOf, plain: (one) => one }),
    ended: endings(gone(after, before, keyOf), effectiveFrom, naming),
  }
}

/** What was received at a desk names its unit, so a desk that is gone from the files can go. */
function compareDesks(
  after: readonly ReceptionDesk[],
  before: readonly ReceptionDesk[],
): Comparison['desks'] {
  const keyOf = ({ unit }: ReceptionDesk) => unit
  const ended = gone(after, before, keyOf).map(({ unit }) => ({ name: unit, key: unit, until: null }))
  return { ...byKey(after, before, { keyOf, plain: (one) => one }), ended }
}

interface TargetPart extends Omit<Part<Target, Target>, 'ended'> {
  readonly ended: readonly { readonly name: string; readonly key: Target }[]
}

/** A target by whose it is and the day it holds from. */
export const targetName = ({ of, from }: Target) => `${of} ${from}`

/** Nothing that was counted hangs on them. */
function compareTargets(after: readonly Target[], before: readonly Target[]): TargetPart {
  const ended = gone(after, before, targetName).map((one) => ({ name: targetName(one), key: one }))
  return { ...byKey(after, before, { keyOf: targetName, plain: (one) => one }), ended }
}

function comparePostRules(
  after: readonly PostRule[],
  before: readonly PostRule[],
  effectiveFrom: Day,
): Comparison['postRules'] {
  const nameOf = ({ from }: PostRule) => from
  const ended = gone(after, before, nameOf).map(({ from }) => ({
    name: from,
    key: from,
    until: effectiveFrom,
  }))
  return { ...byKey(after, before, { keyOf: nameOf, plain: (one) => one }), ended }
}

export const opinionRuleName = ({ kind, from }: OpinionRule) => `${kind} ${from}`

/** What was asked and promised is kept with each answer, so a rule that is gone from the files can go. */
function compareOpinionRules(
  after: readonly OpinionRule[],
  before: readonly OpinionRule[],
  effectiveFrom: Day,
): Comparison['opinionRules'] {
  const ended = gone(after, before, opinionRuleName).map((one) => {
    return { name: opinionRuleName(one), key: opinionRuleName(one), until: effectiveFrom }
  })
  return { ...byKey(after, before, { keyOf: opinionRuleName, plain: (one) => one }), ended }
}

/** A place by the day it stands from. */
export const placeName = ({ code, from }: { readonly code: string; readonly from: Day }) => `${code} ${from}`

/** Addresses name places as they were: one that is gone from the files has ended. */
function comparePlaces(
  after: readonly PlaceData[],
  before: StandingLaw['places'],
  effectiveFrom: Day,
): Comparison['places'] {
  const naming = (one: { readonly code: string; readonly from: Day }) => ({
    name: placeName(one),
    key: placeName(one),
  })
  return {
    ...byKey(after, before, { keyOf: placeName, plain: (one) => one }),
    ended: endings(gone(after, before, placeName), effectiveFrom, naming),
  }
}
/** Nothing that was sent hangs on them: what is gone from the files is gone. */
function compareQuietTimes(
  after: readonly QuietTime[],
  before: readonly QuietTime[],
): Comparison['quietTimes'] {
  const keyOf = ({ from }: QuietTime) => from
  const ended = gone(after, before, keyOf).map(({ from }) => ({ name: from, key: from, until: null }))
  return { ...byKey(after, before, { keyOf, plain: (one) => one }), ended }
}

/** What is said of a kind of notice in a form and language, by the day it holds from. */
export const noticeTemplateName = ({ kind, form, language, from }: PublishedNoticeTemplate) =>
  [kind, form, language, from].join(' ')

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
