import { whyNotReused } from '#domain/digitising/copy-status.ts'
import type { Moment } from '#domain/calendar/moment.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { type CopyReuse, type HeldCopyRow, heldCopy } from '#store/copies.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { recordLook } from './see-held-copies.ts'

/** Copies that are to stand for papers of a dossier not yet received, by the paper. */
export type CopiesChosen = ReadonlyMap<string, HeldCopyRow>

/** The copies chosen at the counter, each still the owner's, certified and valid today; or why one may not be used. */
export async function copiesChosen(
  desk: Desk,
  actor: Staff,
  { components, owner, applicant }: DossierToReceive,
): Promise<Outcome<CopiesChosen>> {
  const chosen = new Map<string, HeldCopyRow>()
  const { idNumber } = owner ?? applicant
  for (const { component, heldCopy: scan } of components) {
    if (scan === undefined) continue
    const from = await heldCopy(desk.centre, scan)
    if (!from) return refuse('no-such-scan')
    const why = whyNotReused({ ...from, isCertified: true }, idNumber, today(desk))
    if (why !== null) return refuse('copy-not-reusable', { why, validUntil: from.validUntil })
    chosen.set(component, from)
  }
  await recordLook(desk, actor.id, [...new Set([...chosen.values()].map(({ code }) => code))])
  return chosen
}

/** The papers as the event has them: with the copy and the dossier it comes from. */
export function withCopies(
  components: DossierToReceive['components'],
  chosen: CopiesChosen,
): readonly ComponentGiven[] {
  return components.map((given) => {
    const { heldCopy, ...one } = given
    const from = heldCopy === undefined ? undefined : chosen.get(one.component)
    return from ? { ...one, heldCopy: { scan: from.scan, code: from.code } } : one
  })
}

/** The lines by which the copies stand beside the dossier; their ids stem from the command, so that it can be sent again. */
export function reusesOf(
  chosen: CopiesChosen,
  on: {
    readonly command: string
    readonly dossier: string
    readonly code: string
    readonly at: Moment
    readonly staff: string
  },
): readonly CopyReuse[] {
  const { command, code, ...common } = on
  return [...chosen].map(([component, from]) => ({
    ...common,
    id: derivedId(command, `copy ${component}`),
    component,
    from,
    purpose: `Giải quyết hồ sơ ${code}`,
  }))
}
