import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type DossierPaper, papersOf } from './dossier-papers.ts'
import { type DossierTold, tellDossier } from './dossier-told.ts'
import { paperOfEvent } from './event-papers.ts'
import { givePaper } from './give-paper.ts'
import { controlSheet, postalSlip, processSlip } from './whole-papers.ts'

/**
 * A paper of a dossier, for who may see the dossier; the access is recorded. The paper of an event is one for ever; what
 * tells the whole history is one for each state the dossier has had.
 */
export async function giveDossierPaper(
  desk: Desk,
  code: string,
  { form, sequence, site }: DossierPaper & { readonly site: string },
): Promise<Outcome<Uint8Array>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recordAccess(centre, {
    id: newId(),
    at: toMoment(desk.now),
    staff: actor.id,
    what: 'print-paper',
    code,
  })
  const told = await tellDossier(desk, { staff: actor.id, site, held })
  const types = told.history.map((one) => ({ sequence: one.sequence, type: one.event.type }))
  const isThere = papersOf(held.dossier, types).some((one) => one.form === form && one.sequence === sequence)
  const found = isThere ? paperFrom(told, form, sequence) : undefined
  if (!found) return refuse('no-such-paper')
  const { receivedAt } = held.dossier
  const { about, madeAt, data } = found
  return givePaper(desk, actor.id, { key: form, about, dossier: held.id, receivedAt, madeAt, data })
}

function paperFrom(told: DossierTold, form: DossierPaper['form'], sequence: number | null) {
  const { code, version, lastEventAt } = told.dossier
  if (sequence !== null) {
    const event = told.history.find((one) => one.sequence === sequence)?.event
    const data = event && paperOfEvent(told, event, sequence)
    return event && data && { about: `${code}#${sequence}`, madeAt: event.at, data }
  }
  const whole = WHOLE[form]
  return (
    whole && { about: `${code}#${version}`, madeAt: lastEventAt, data: () => Promise.resolve(whole(told)) }
  )
}

const WHOLE: { readonly [form in DossierPaper['form']]?: (told: DossierTold) => object } = {
  phieu_kiem_soat: controlSheet,
  phieu_qua_trinh: processSlip,
  phieu_gui: postalSlip,
}
