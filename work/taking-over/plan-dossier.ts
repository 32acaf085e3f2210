import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { HOUSE_LAPSE } from '#domain/dossier/prompts.ts'
import { under } from '#domain/dossier/decide.ts'
import type { TakeOverDossier } from '#domain/dossier/commands.ts'
import type { Doer, DossierEvent, TakenFrom } from '#domain/dossier/events.ts'
import type { Law } from '#domain/dossier/law.ts'
import { hasPost, type Staff } from '#domain/people/may.ts'
import { placed } from '#domain/procedure/placing.ts'
import { caseOf, type Procedure } from '#domain/procedure/procedure.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { CentreBook } from '../desk.ts'
import type { CellReader } from './cell-reader.ts'
import { givenPapers } from './given-papers.ts'
import { applicantOf, ownerOf, paidBefore, refusalBefore, stoppedBefore } from './line-parts.ts'
import { warnOfMoments } from './line-warnings.ts'

export interface Surroundings {
  readonly book: CentreBook
  readonly staff: ReadonlyMap<string, Staff>
  readonly at: Moment
  readonly by: Doer
}

/** What a line comes to, decided by the same rules as everything else; null when it has faults, which are told. */
export function planDossier(
  cell: CellReader,
  source: TakenFrom,
  given: { readonly id: string; readonly lookupKey: string },
  around: Surroundings,
): DossierEvent[] | null {
  const { book } = around
  const versions = book.procedures.get(cell.row.procedure)
  for (const column of ['place', 'support'] as const) {
    const value = cell.row[column]
    if (value !== '' && !book.units.has(value)) cell.fault(column, 'no-such-unit', { value })
  }
  if (!versions?.[0]) {
    cell.fault('procedure', 'no-such-procedure', { value: cell.row.procedure })
    return null
  }
  const law = lawOf(cell, versions, book)
  const command = commandOf(cell, source, given, { ...around, law })
  warnOfMoments(cell, law.procedure, book)
  const taken = under(law).takeOver(command)
  if ('events' in taken) return taken.events
  for (const { column, code, facts } of taken.faults) cell.fault(column, code, facts)
  return null
}

/**
 * The process of the day of receipt: that is what the dossier was received under. One from before the first day known
 * here goes by the first version.
 */
function lawOf(cell: CellReader, versions: readonly Procedure[], book: CentreBook): Law {
  const on = dayOf(fromMoment(cell.row.received_at)).toString()
  const published = versions.findLast(({ from }) => from <= on) ?? versions[0]
  const ruleSet = book.ruleSets.findLast(({ from }) => from <= on) ?? book.ruleSets[0]
  if (!published || !ruleSet) throw new Error('a centre without rule sets')
  if (published.from > on) cell.warn('received_at', 'version-later', { from: published.from })
  const { counting, dataSources, desks } = book
  const procedure = ofItsCommune(cell, published, book)
  const { key, transfer, lapse: lapsing, elsewhere } = ruleSet
  const lapse = lapsing ?? HOUSE_LAPSE
  return { procedure, counting, dataSources, ruleSet: key, transfer, lapse, desks, elsewhere }
}

/** Of what every commune does for its own people, the commune that received it is competent. */
function ofItsCommune(cell: CellReader, procedure: Procedure, { desks }: CentreBook): Procedure {
  if (procedure.ownerKind !== 'commune') return procedure
  const { place } = cell.row
  const isCommune = desks.some(({ unit, kind }) => unit === place && kind === 'commune')
  if (!isCommune) cell.fault('place', 'no-such-unit', { value: place })
  return placed(procedure, { unit: place, placeOfReceipt: place })
}

function commandOf(
  cell: CellReader,
  source: TakenFrom,
  given: { readonly id: string; readonly lookupKey: string },
  around: Surroundings & { readonly law: Law },
): TakeOverDossier {
  const { row } = cell
  const { procedure } = around.law
  const chosen = caseOf(procedure, row.case)
  return {
    ...given,
    type: 'TakeOverDossier',
    at: around.at,
    by: around.by,
    source,
    code: row.code,
    case: row.case,
    channel: row.channel,
    placeOfReceipt: row.place,
    placeOfSupport: row.support || null,
    applicant: applicantOf(cell),
    owner: ownerOf(cell),
    components: isRefusal(chosen) ? [] : givenPapers(chosen.components, cell),
    copiesWanted: Math.max(1, row.copies),
    returnWish: { way: row.return_way || 'counter', address: row.return_address || null },
    receivedAt: row.received_at,
    due: row.due,
    lawfulDue: row.moved_due ?? row.due,
    promisedDue: row.promised,
    apologiesSent: row.apologies,
    supplementsAsked: Math.max(row.supplements, row.asked_for === '' ? 0 : 1),
    step: row.step,
    heldBy: holderOf(cell, around),
    feeDong: row.fee,
    payments: paidBefore(cell, given.id),
    approvedAt: row.approved_at,
    refusal: refusalBefore(cell),
    stopped: stoppedBefore(cell),
    readyAt: row.ready_at,
  }
}

/** Who has it in hand stands in the post of its step today. */
function holderOf(cell: CellReader, { law, staff, at }: Surroundings & { readonly law: Law }): string | null {
  const { holder: value, step: key } = cell.row
  if (value === '') return null
  const person = staff.get(value)
  const step = law.procedure.steps.find((one) => one.key === key)
  if (!person) cell.fault('holder', 'no-login', { value })
  else if (step && !hasPost(person, step.post, step.unit, dayOf(fromMoment(at)).toString()))
    cell.fault('holder', 'holder-not-in-post', { value, post: step.post, unit: step.unit })
  return person?.id ?? null
}
