import { isId } from '#shapes/id.ts'
import { isRefusal } from '#domain/outcome.ts'
import { usedCommand } from '#store/dossier-events.ts'
import { usedFilingCommand } from '#store/filings.ts'
import type { Desk } from '../desk.ts'
import { derivedId } from '../derived-id.ts'
import { ownDossier } from '../own/own-dossier.ts'
import { ownFiling } from './see-own-filing.ts'

/** What a draft became: a filing, or part of a dossier; of whom nobody knows, only that it was sent for one. */
export type SentBefore =
  | { readonly kind: 'filing'; readonly id: string }
  | { readonly kind: 'dossier'; readonly code: string }
  | { readonly kind: 'dossier-by-key' }

/** The command that sends the answer in a draft: of two clicks one is carried out. */
export const sendingOf = (draft: string) => derivedId(draft, 'send')

/** What became of a draft that is there no more, for whom it was; undefined where it was never sent, or by another. */
export async function sentBefore(desk: Desk, draft: string): Promise<SentBefore | undefined> {
  if (!isId(draft)) return undefined
  const { centre, actor } = desk
  const command = sendingOf(draft)
  const id = (await usedFilingCommand(centre, command))?.filing ?? draft
  if (!isRefusal(await ownFiling(desk, id, 'see'))) return { kind: 'filing', id }
  const used = await usedCommand(centre, command)
  if (!used) return undefined
  if (actor.kind === 'public') return { kind: 'dossier-by-key' }
  return isRefusal(await ownDossier(desk, used.code, 'see'))
    ? undefined
    : { kind: 'dossier', code: used.code }
}
