import { dayOf, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { addWorkingMinutes } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { caseOf, forChannel, type Procedure } from '#domain/procedure/procedure.ts'
import { placed } from '#domain/procedure/placing.ts'
import { desksOn, type ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { ReceiveAsCompetent, ReceiveDossier } from './commands.ts'
import type { Dossier } from './dossier.ts'
import { dueMoment } from './due.ts'
import type { DossierEvent, HandedInElsewhere } from './events.ts'
import { goOn, guard } from './handling.ts'
import type { Law } from './law.ts'

/** What a rule set says of dossiers handed in at another desk than the competent agency's ("phi địa giới"). */
export interface ElsewhereRule {
  /** Working hours within which the competent agency receives them. The law gives no figure: the centre's own. */
  readonly hours: number
  readonly ground: string
}

/** Where a dossier is handed in, and whose it is to settle. */
export interface Competence {
  /** The procedure as it runs there. */
  readonly procedure: Procedure
  readonly elsewhere?: HandedInElsewhere
}

type HandingIn = Pick<ReceiveDossier, 'placeOfReceipt' | 'commune' | 'channel'> & { readonly at: Moment }

/** What of the law says where something can be handed in. */
type DeskLaw = Pick<Law, 'procedure' | 'counting' | 'desks' | 'elsewhere'>

/**
 * Which agency is competent, and whether this desk is its own. Of a procedure that every commune does for its own people
 * it is the commune that was named, or the one whose desk it is. Others of the town and its communes can be handed in at
 * any desk in force that day (Decree 309/2026/NĐ-CP art. 14.4, 17.3); those of vertical agencies at their own alone.
 */
export function competence(handed: HandingIn, law: DeskLaw): Outcome<Competence> {
  const { placeOfReceipt, channel, at } = handed
  const desks = desksOn(law.desks, dayOf(fromMoment(at)).toString())
  const unit = competentUnit(handed, law.procedure, desks)
  if (isRefusal(unit)) return unit
  const procedure = placed(law.procedure, { unit, placeOfReceipt })
  const desk = procedure.steps[0]?.unit ?? ''
  const isDesk = desks.some((one) => one.unit === placeOfReceipt)
  if (desk === placeOfReceipt || !isDesk) return { procedure }
  if (!isHandedInAnywhere(procedure)) return refuse('not-at-this-desk', { desk })
  if (channel !== 'counter') return refuse('channel-of-own-desk', { channel })
  const by = receivedBy(at, law)
  if (isRefusal(by)) return by
  const elsewhere = { desk, by }
  return { procedure: placed(law.procedure, { unit, placeOfReceipt, elsewhere }), elsewhere }
}

/** Whether people can hand it in at any desk: vertical agencies keep to the hall they post their staff to. */
export function isHandedInAnywhere({ ownerKind }: Pick<Procedure, 'ownerKind'>): boolean {
  return ownerKind === 'town' || ownerKind === 'commune'
}

function competentUnit(
  { placeOfReceipt, commune }: HandingIn,
  { ownerKind, unit }: Procedure,
  desks: readonly ReceptionDesk[],
): Outcome<string> {
  if (ownerKind !== 'commune')
    return commune === undefined ? unit : refuse('no-commune-competent', { commune })
  const isCommune = (one: string) => desks.some((desk) => desk.unit === one && desk.kind === 'commune')
  if (commune !== undefined) return isCommune(commune) ? commune : refuse('no-such-desk', { unit: commune })
  return isCommune(placeOfReceipt) ? placeOfReceipt : refuse('commune-needed')
}

function receivedBy(at: Moment, { elsewhere, counting }: DeskLaw): Outcome<Moment> {
  if (!elsewhere) return refuse('not-handed-in-elsewhere')
  const added = addWorkingMinutes(counting, fromMoment(at), elsewhere.hours * 60)
  return isRefusal(added) ? added : toMoment(added.at)
}

/**
 * The competent agency receives it, and its time runs from then: not from when another counter did (Decree 309/2026/NĐ-CP
 * art. 17.3). What it leaves lying beyond the moment by which it was to receive it runs from that moment all the same, so
 * that the printed due moment is never passed. A due moment two people have put right since stays.
 */
export function receiveAsCompetent(
  dossier: Dossier,
  command: ReceiveAsCompetent,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by } = command
  const latest = dossier.elsewhere?.by ?? at
  const runsFrom = at < latest ? at : latest
  const due = dueFrom(runsFrom, dossier, law)
  if (isRefusal(due)) return due
  const ahead = goOn({ ...dossier, ...due }, command, law)
  if (isRefusal(ahead)) return ahead
  return [{ type: 'ReceivedAsCompetent', at, by, ...ahead.moved, runsFrom, ...due }, ...ahead.besides]
}

function dueFrom(
  runsFrom: Moment,
  dossier: Dossier,
  { procedure, counting }: Law,
): Outcome<Pick<Dossier, 'lawfulDue' | 'isDueProvisional'>> {
  const { lawfulDue, isDueProvisional, dueAtReceipt } = dossier
  if (lawfulDue !== dueAtReceipt) return { lawfulDue, isDueProvisional }
  const chosen = caseOf(procedure, dossier.case)
  if (isRefusal(chosen)) return chosen
  const due = dueMoment(counting, forChannel(chosen.limit, dossier.channel), fromMoment(runsFrom))
  if (isRefusal(due)) return due
  return { lawfulDue: due.due && toMoment(due.due), isDueProvisional: due.isProvisional }
}
