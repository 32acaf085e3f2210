import type { Dossier } from '#domain/dossier/dossier.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Centre } from '#store/database.ts'
import { holdDossier } from '#store/dossiers.ts'
import { scanContent } from '#store/scans.ts'
import { type SealedCopyRow, sealedCopyOf } from '#store/sealed-scans.ts'
import type { Desk } from '../desk.ts'

/** The stamped result of a dossier as it may be shown to who may follow it: the paper itself was handed over. */
export async function copyHandedOver(
  centre: Centre,
  { code, stage, approvedAt }: Pick<Dossier, 'code' | 'stage' | 'approvedAt'>,
): Promise<SealedCopyRow | null> {
  if (stage !== 'returned' || approvedAt === null) return null
  const held = await holdDossier(centre, code)
  return (held && (await sealedCopyOf(centre, held.id, approvedAt))) ?? null
}

/** Its content, with the officer's signature where it has one; of a dossier that the person at the desk may follow. */
export async function copyOfFollowed(
  { centre }: Desk,
  code: string,
): Promise<Outcome<{ readonly mediaType: string; readonly bytes: Uint8Array }>> {
  const held = await holdDossier(centre, code)
  const copy = held && (await copyHandedOver(centre, held.dossier))
  const content = held && copy && (await scanContent(centre, held.id, copy.scan))
  return content ?? refuse('no-such-scan')
}
