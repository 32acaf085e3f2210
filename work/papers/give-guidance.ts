import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { byPost, CHANNELS, inForceOn } from '#domain/procedure/procedure.ts'
import { guidanceOnPaper } from '#papers/guidance.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { counterOf } from './counter-of.ts'
import { givePaper } from './give-paper.ts'
import { contactOf, officeOf } from './office.ts'

/** What a person must bring, and how it can be sent in without coming: of the procedure in force, one a day and officer. */
export async function giveGuidance(
  desk: Desk,
  procedureKey: string,
  site: string,
): Promise<Outcome<Uint8Array>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const on = today(desk)
  const unit = counterOf(actor, on)
  const allowed = may(actor, { kind: 'receive-dossier', unit }, on)
  if (isRefusal(allowed)) return allowed
  const book = await bookOf(centre)
  const versions = book.procedures.get(procedureKey)
  if (!versions) return refuse('no-such-procedure', { procedure: procedureKey })
  const procedure = inForceOn(versions, on)
  if (isRefusal(procedure)) return procedure
  const at = toMoment(now)
  const office = officeOf(book, desk, unit)
  const channels = CHANNELS.filter(
    (one) =>
      one === 'counter' ||
      (one === 'online' && procedure.level > 2) ||
      (one === 'post' && byPost(procedure, 'send')),
  )
  return givePaper(desk, actor.id, {
    key: 'phieu_huong_dan',
    about: `${procedureKey}#${procedure.version}/${on}/${actor.id}`,
    dossier: null,
    receivedAt: at,
    madeAt: at,
    data: () =>
      Promise.resolve(
        guidanceOnPaper({
          office,
          at,
          procedure,
          unit: book.units.get(procedure.unit)?.name ?? procedure.unit,
          channels,
          contact: contactOf(office, actor.name, site),
        }),
      ),
  })
}
