import { readDay } from '#domain/calendar/day-number.ts'
import { fromLocalMinute, toMoment } from '#domain/calendar/moment.ts'
import { workingDayFrom } from '#domain/calendar/working-days.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { searched } from '#domain/people/searched.ts'
import { secondPerson } from '#domain/people/second-person.ts'
import type { ConfirmCorrection, CorrectContact, DropCorrection, ProposeCorrection } from './commands.ts'
import { PARTIES, type PartyKey } from './correction-parts.ts'
import type { Dossier } from './dossier.ts'
import type { Corrected, DossierEvent } from './events.ts'
import { currentStep } from './guards.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'
import { isSameWish, lacksMailbox } from './notice-wish.ts'

/**
 * Telephone, address and the spelling of a name, by one officer with an event. A name that would be found by other
 * letters is another name, and that is identity (`design` 7).
 */
export function correctContact(dossier: Dossier, command: CorrectContact, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, party, name, phone, address, notices = dossier.notices, why } = command
  const before = dossier[party]
  if (searched(before.name) !== searched(name)) return refuse('identity-needs-two')
  if (lacksMailbox(notices)) return refuse('mailbox-needed')
  const isWishSame = isSameWish(notices, dossier.notices)
  if (before.name === name && before.phone === phone && before.address === address && isWishSame)
    return refuse('nothing-to-correct')
  const parties = both(dossier, party)
  return [
    {
      type: 'ContactCorrected',
      at,
      by,
      step,
      parties,
      name,
      phone,
      address,
      ...(notices && !isWishSame && { notices }),
      why,
    },
  ]
}

/** Identity, the due moment and an erroneous result are put right by two people, with the ground. */
export function proposeCorrection(
  dossier: Dossier,
  command: ProposeCorrection,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, ground } = command
  const corrected = correctedBy(dossier, command, law)
  if (isRefusal(corrected)) return corrected
  return [{ type: 'CorrectionProposed', at, by, step, corrected, ground }]
}

/** The second person agrees, and it is put right; history keeps what stood before. */
export function confirmCorrection(
  dossier: Dossier,
  command: ConfirmCorrection,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { correction } = dossier
  if (!correction) return refuse('no-correction')
  const { at, by, step } = command
  const second = secondPerson(correction.proposedBy, by.staff)
  if (isRefusal(second)) return second
  const { corrected } = correction
  // The clock may have been stopped, or the result come, since it was proposed.
  if (corrected.what === 'due' && dossier.stage !== 'in-process')
    return refuse('not-at-this-stage', { stage: dossier.stage })
  if (corrected.what === 'hand-back' && dossier.stage !== 'returned')
    return refuse('not-at-this-stage', { stage: dossier.stage })
  return [{ type: 'CorrectionConfirmed', at, by, step, corrected }]
}

export function dropCorrection(dossier: Dossier, command: DropCorrection, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, comment } = command
  return [{ type: 'CorrectionDropped', at, by, step, comment }]
}

function correctedBy(dossier: Dossier, command: ProposeCorrection, law: Law): Outcome<Corrected> {
  switch (command.what) {
    case 'identity': {
      const { party, name, idNumber } = command
      const before = dossier[party]
      if (before.name === name && before.idNumber === idNumber) return refuse('nothing-to-correct')
      return { what: 'identity', parties: both(dossier, party), name, idNumber }
    }
    case 'due': {
      if (dossier.stage !== 'in-process') return refuse('not-at-this-stage', { stage: dossier.stage })
      if (dossier.lawfulDue === null) return refuse('no-due-moment')
      const day = workingDayFrom(law.counting, readDay(command.dueOn))
      if (isRefusal(day)) return day
      const lawfulDue = toMoment(fromLocalMinute(day.closing))
      if (lawfulDue === dossier.lawfulDue) return refuse('nothing-to-correct')
      return { what: 'due', lawfulDue, isDueProvisional: day.isProvisional }
    }
    case 'result':
      if (dossier.stage !== 'ready' && dossier.stage !== 'returned')
        return refuse('not-at-this-stage', { stage: dossier.stage })
      return { what: 'result', wrong: command.wrong, documentNumber: command.documentNumber }
    case 'hand-back': {
      if (dossier.stage !== 'returned') return refuse('not-at-this-stage', { stage: dossier.stage })
      const { unit, post } = currentStep(dossier, law.procedure.steps)
      const { returnedAt, returnedBy: way = 'counter' } = dossier
      const holder = { kind: 'list', unit, post, staff: null } as const
      return { what: 'hand-back', mistake: command.mistake, returnedAt, way, holder }
    }
  }
}

/** One person who is both is put right in both places. */
function both({ applicant, owner }: Dossier, party: PartyKey): readonly PartyKey[] {
  const isOne = PARTY_PARTS.every((part) => applicant[part] === owner[part])
  return isOne ? PARTIES : [party]
}

const PARTY_PARTS = ['kind', 'name', 'idNumber', 'phone', 'address'] as const
