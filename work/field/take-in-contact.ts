import { toldOfHomeVisit } from '#domain/notices/told-otherwise.ts'
import { decideHome, evolveHome, type HomeCommand } from '#domain/outreach/home-visit.ts'
import { isRefusal, refuse } from '#domain/outcome.ts'
import type { ContactPacket } from '#shapes/field/packet.ts'
import { homeRequestById, homeRequestOfCommand, writeHomeRequestIn } from '#store/home-requests.ts'
import { inOne } from '#store/in-one.ts'
import { unlessTaken } from '#store/sql-state.ts'
import { tells } from '../change-dossier.ts'
import { type ArrivedPacket, keepTaken } from './arrived-packet.ts'
import { type CameToNothing, nothingBy } from './came-to.ts'

/** The request was changed meanwhile: it is decided anew. */
class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** Somebody was visited at home, or not met: kept with the request, at the moment it was. */
export async function takeInContact(arrived: ArrivedPacket<ContactPacket>): Promise<CameToNothing | null> {
  const { desk, packet, receivedAt } = arrived
  const { centre, actor } = desk
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if ((await homeRequestOfCommand(centre, packet.id)) !== undefined) return null
    const held = await homeRequestById(centre, packet.request)
    if (!held) return nothingBy(refuse('no-such-home-visit'))
    if (!held.state.schedule?.team.includes(actor.id)) return nothingBy(refuse('not-of-the-team'))
    const event = decideHome(held.state, commandOf(packet), { at: receivedAt, by: actor.id })
    if (isRefusal(event)) return nothingBy(event)
    const state = evolveHome(held.state, event)
    const telling = tells(desk) ? toldOfHomeVisit(held.state, event) : null
    const tell = telling && { code: held.code, telling }
    const isWritten = await unlessTaken(
      inOne(centre, async (inside) => {
        const written = { command: packet.id, id: held.id, state, event, tell }
        if (!(await writeHomeRequestIn(inside, written))) throw new Overtaken()
        await keepTaken(inside, arrived, { code: held.code })
        return true
      }).catch((error: unknown) => {
        if (error instanceof Overtaken) return false
        throw error
      }),
    )
    if (isWritten) return null
  }
  return nothingBy(refuse('changed-meanwhile'))
}

function commandOf({ contact }: ContactPacket): HomeCommand {
  if (contact.outcome === 'visited') {
    const { consent, witness, note } = contact
    return { type: 'MakeHomeVisit', visited: { consent, witness, note } }
  }
  const { outcome, note } = contact
  return { type: 'RecordHomeContact', contact: { way: 'visit', outcome, note } }
}
