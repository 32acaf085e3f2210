import { dayOf, type Day, toMoment } from '#domain/calendar/moment.ts'
import type { Centre } from '#store/database.ts'
import type { WithDatabase } from '#store/law.ts'
import {
  endNoticeTemplate,
  publishNoticeTemplates,
  publishQuietTimes,
  removeQuietTime,
} from '#store/notice-law.ts'
import { endPaperTemplate, publishPaperTemplates } from '#store/paper-templates.ts'
import { setNumberReading } from '#store/number-reading.ts'
import { dropOpinionRule, publishOpinionRules } from '#store/opinion-rules.ts'
import { dropDesk, dropTarget, publishDesks, publishTargets } from '#store/reception-desks.ts'
import { dropPostRule, publishPostRules } from '#store/post-rules.ts'
import { endOnlineFiling, publishOnlineFilings } from '#store/online-filing.ts'
import { dropGuideEntry, publishGuide } from '#store/guide.ts'
import { endResultForm, publishResultForms } from '#store/result-forms.ts'
import { endPlace, publishPlaces } from '#store/places.ts'
import {
  endProcedures,
  publishCalendar,
  publishForms,
  endDataSource,
  publishDataSources,
  publishProcedures,
  publishRuleSets,
  publishUnits,
  raiseLawVersion,
  recordImport,
} from '#store/publish-law.ts'
import {
  endAppointment,
  endMandate,
  publishAppointments,
  publishMandates,
  publishStaff,
  staffIds,
} from '#store/publish-people.ts'
import { holdLaw, type StandingLaw } from '#store/standing-law.ts'
import { newId } from '../chance.ts'
import type { CentreData } from './centre-data.ts'
import { type Comparison, compareCentre, hasChanges } from './compare-centre.ts'
import type { ImportFault } from '#shapes/import-fault.ts'
import { type ImportSummary, summaryOf } from './import-summary.ts'

export interface ImportAsked {
  /** First day of the new versions; without one the files' own day at the first import, later the day of `at`. */
  readonly effectiveFrom?: Day | undefined
  readonly at: Temporal.Instant
  /** Only compares. */
  readonly dryRun?: boolean | undefined
}

export interface ImportOutcome {
  /** What stood in the way; then nothing was written. */
  readonly faults: readonly ImportFault[]
  readonly isFirst: boolean
  readonly effectiveFrom: Day
  /** False when the files say what stands already. */
  readonly isChange: boolean
  readonly isWritten: boolean
  readonly summary: ImportSummary
}

/**
 * Brings the files of a centre into its law: all of it or nothing. What changed becomes a new version from the
 * effective day, what is gone ends on that day, what is the same is not touched, and a version once published keeps
 * what it says. The same files again change nothing.
 */
export function importCentre(
  centre: Pick<Centre, 'db'>,
  data: CentreData,
  asked: ImportAsked,
): Promise<ImportOutcome> {
  return centre.db.transaction().execute(async (db) => {
    const standing = await holdLaw({ db })
    const isFirst = standing.procedures.length === 0
    const effectiveFrom =
      asked.effectiveFrom ?? (isFirst ? data.settings.effectiveFrom : dayOf(asked.at).toString())
    const comparison = compareCentre(data, standing, effectiveFrom)
    const summary = summaryOf(comparison)
    const isChange = hasChanges(comparison)
    const isWritten = isChange && comparison.faults.length === 0 && asked.dryRun !== true
    if (isWritten) {
      const at = toMoment(asked.at)
      await publish({ db }, { comparison, standing, effectiveFrom, at })
      await raiseLawVersion({ db })
      const record = { effectiveFrom, ...summary }
      await recordImport({ db }, { id: newId(), at, hash: data.hash, summary: record })
    }
    return { faults: comparison.faults, isFirst, effectiveFrom, isChange, isWritten, summary }
  })
}

interface Publication {
  readonly comparison: Comparison
  readonly standing: StandingLaw
  readonly effectiveFrom: Day
  readonly at: string
}

async function publish(store: WithDatabase, publication: Publication): Promise<void> {
  const {
    units,
    ruleSets,
    dataSources,
    places,
    paperTemplates,
    resultForms,
    onlineFilings,
    numberReading,
    opinionRules,
    desks,
    targets,
    postRules,
    quietTimes,
    noticeTemplates,
    calendars,
    forms,
    procedures,
    guide,
  } = publication.comparison
  const { effectiveFrom, at } = publication
  await publishUnits(store, addedAndChanged(units))
  await publishPeople(store, publication)
  await publishRuleSets(store, addedAndChanged(ruleSets))
  await publishDataSources(store, addedAndChanged(dataSources))
  for (const { key, until } of dataSources.ended) await endDataSource(store, key, until)
  await publishPlaces(store, addedAndChanged(places))
  for (const { key, until } of places.ended) await endPlace(store, key, until)
  await publishPaperTemplates(store, paperTemplates.added)
  for (const { to } of paperTemplates.changed) await endPaperTemplate(store, to.hash, to.until)
  for (const { key, until } of paperTemplates.ended) await endPaperTemplate(store, key, until)
  await publishResultForms(store, resultForms.added)
  for (const { to } of resultForms.changed) await endResultForm(store, to.hash, to.until)
  for (const { key, until } of resultForms.ended) await endResultForm(store, key, until)
  await publishOnlineFilings(store, addedAndChanged(onlineFilings))
  for (const { key, until } of onlineFilings.ended) await endOnlineFiling(store, key, until)
  for (const reading of addedAndChanged(numberReading)) await setNumberReading(store, reading)
  await publishOpinionRules(store, addedAndChanged(opinionRules))
  for (const { key } of opinionRules.ended) await dropOpinionRule(store, key)
  await publishDesks(store, addedAndChanged(desks))
  for (const { key } of desks.ended) await dropDesk(store, key)
  await publishTargets(store, addedAndChanged(targets))
  for (const { key } of targets.ended) await dropTarget(store, key)
  await publishPostRules(store, addedAndChanged(postRules))
  for (const { key } of postRules.ended) await dropPostRule(store, key)
  await publishQuietTimes(store, addedAndChanged(quietTimes))
  for (const { key } of quietTimes.ended) await removeQuietTime(store, key)
  await publishNoticeTemplates(store, noticeTemplates.added)
  for (const { to } of noticeTemplates.changed) await endNoticeTemplate(store, to.hash, to.until)
  for (const { key, until } of noticeTemplates.ended) await endNoticeTemplate(store, key, until)
  await publishForms(store, addedAndChanged(forms), effectiveFrom)
  const ending = [...procedures.changed.map(({ to }) => to.key), ...procedures.ended.map(({ key }) => key)]
  await endProcedures(store, ending, effectiveFrom)
  await publishProcedures(store, addedAndChanged(procedures), effectiveFrom)
  for (const calendar of addedAndChanged(calendars)) await publishCalendar(store, calendar, at)
  await publishGuide(store, addedAndChanged(guide))
  for (const entry of guide.ended) await dropGuideEntry(store, entry)
}

async function publishPeople(store: WithDatabase, { comparison, standing }: Publication): Promise<void> {
  const { staff, appointments, mandates } = comparison
  const known = new Map(standing.staff.map(({ login, id }) => [login, id]))
  await publishStaff(
    store,
    addedAndChanged(staff).map((one) => ({ id: known.get(one.login) ?? newId(), ...one })),
  )
  const ids = await staffIds(store)
  const withStaff = <Row extends { login: string }>({ login, ...row }: Row) => {
    const found = ids.get(login)
    if (found === undefined) throw new Error(`no staff ${login}`)
    return { ...row, staff: found }
  }
  await publishAppointments(
    store,
    appointments.added.map((one) => ({ id: newId(), ...withStaff(one) })),
  )
  for (const { key, until } of [...appointments.changed.map(({ to }) => to), ...appointments.ended])
    await endAppointment(store, key, until)
  await publishMandates(store, addedAndChanged(mandates).map(withStaff))
  for (const { key, until } of mandates.ended) await endMandate(store, key, until)
}

function addedAndChanged<One>({
  added,
  changed,
}: {
  readonly added: readonly One[]
  readonly changed: readonly { readonly to: One }[]
}): One[] {
  return [...added, ...changed.map(({ to }) => to)]
}
