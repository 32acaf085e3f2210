import { fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type Case, caseOf, forChannel } from '#domain/procedure/procedure.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { TakeOverDossier } from './commands.ts'
import { pausedMinutes } from './due.ts'
import type { DossierEvent, DossierTakenOver, Holder, ReadyBefore, StoppedBefore } from './events.ts'
import type { Law } from './law.ts'
import { partsBegun } from './steps.ts'
import { type TakeOverFault, takeOverFaults } from './taking-over-faults.ts'
import { timeliness } from './timeliness.ts'

/** What came of it: the first event of the dossier, or everything that stands in the way. */
export type TakenOver = { readonly events: DossierEvent[] } | { readonly faults: readonly TakeOverFault[] }

/**
 * Takes over an open dossier of before at whatever step it lies. The printed due moment stands as printed; everything
 * else must be something the house itself could have come to, so that the dossier goes on lawfully from there. What
 * other agencies have to do at its step begins anew: a register does not say how far they are.
 */
export function takeOverDossier(command: TakeOverDossier, law: Law): TakenOver {
  const faults = takeOverFaults(command, law)
  const chosen = caseOf(law.procedure, command.case)
  const step = law.procedure.steps.find(({ key }) => key === command.step)
  if (faults.length > 0 || isRefusal(chosen) || !step) return { faults }
  const stopped = stoppedOf(command, law)
  if (isRefusal(stopped))
    return { faults: [{ code: 'outside-calendar', column: 'stopped_since', facts: {} }] }
  const begun = command.readyAt === null ? partsBegun(step, command, law) : []
  if (isRefusal(begun)) return { faults: [{ code: 'outside-calendar', column: 'step', facts: {} }] }
  return { events: [takenOverEvent(command, law, { chosen, step, stopped }), ...begun] }
}

function takenOverEvent(
  command: TakeOverDossier,
  { procedure, ruleSet }: Law,
  { chosen, step, stopped }: { chosen: Case; step: Step; stopped: StoppedBefore | null },
): DossierTakenOver {
  const { id: _, type: __, heldBy, readyAt, case: ___, ...taken } = command
  const limit = forChannel(chosen.limit, command.channel).kind
  return {
    ...taken,
    type: 'DossierTakenOver',
    ruleSet,
    procedure: procedure.key,
    procedureVersion: procedure.version,
    case: chosen.key,
    unit: procedure.unit,
    field: procedure.field,
    limit,
    // What another system printed hangs on no year of our calendar.
    isDueProvisional: false,
    holder: holderOf(heldBy, step, stopped !== null),
    stopped,
    ready: readyAt === null ? null : readyOf(command, limit, readyAt),
  }
}

function holderOf(staff: string | null, { unit, post }: Step, isStopped: boolean): Holder {
  return { kind: isStopped ? 'citizen' : staff === null ? 'list' : 'person', unit, post, staff }
}

function readyOf(
  { refusal, lawfulDue }: TakeOverDossier,
  limit: DossierTakenOver['limit'],
  at: string,
): ReadyBefore {
  const due = lawfulDue === null ? null : fromMoment(lawfulDue)
  return {
    at,
    result: refusal ? 'refused' : 'granted',
    timeliness: timeliness(limit, due, fromMoment(at)),
  }
}

/** The minutes left, as the register has them or reckoned from since when the clock has stood. */
function stoppedOf(
  { stopped, lawfulDue }: TakeOverDossier,
  { counting }: Law,
): Outcome<StoppedBefore | null> {
  if (stopped === null || stopped.minutesLeft !== null || stopped.since === null) return stopped
  const due = lawfulDue === null ? null : fromMoment(lawfulDue)
  const minutesLeft = pausedMinutes(counting, due, fromMoment(stopped.since))
  return isRefusal(minutesLeft) ? minutesLeft : { ...stopped, minutesLeft }
}
