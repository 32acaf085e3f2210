import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { stated } from '#domain/people/representing.ts'
import type { RepresentationToState } from '#shapes/representation.ts'
import { keepRepresentation, representationById } from '#store/representations.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type FileGiven, readableFile } from './readable-file.ts'
import { procedureMissing } from './procedures-known.ts'

/** A citizen states for whom he files, and hands in what proves it. The same id again is the same statement. */
export async function stateRepresentation(
  desk: Desk,
  given: RepresentationToState,
  file: FileGiven | null,
): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  const allowed = may(actor, { kind: 'keep-account' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'keep-account' })
  const { id, kind, name, number, document } = given
  const isChild = given.kind === 'child'
  const procedures = isChild ? null : given.procedures
  const unknown = await procedureMissing(centre, procedures)
  if (unknown) return unknown
  const said = stated(
    actor,
    {
      principal: { kind, name, number },
      bornOn: isChild ? given.bornOn : null,
      document,
      procedures,
      lastOn: isChild ? null : given.lastOn,
    },
    today(desk),
  )
  if (isRefusal(said)) return said
  const kept = file && (await readableFile(desk, file))
  if (isRefusal(kept)) return kept
  await keepRepresentation(centre, {
    ...said,
    id,
    agent: { citizen: actor.id },
    givenBy: null,
    at: toMoment(now),
    document,
    file: kept,
  })
  const stands = await representationById(centre, id)
  return stands?.agent.citizen === actor.id ? true : refuse('command-id-reused', { id })
}
