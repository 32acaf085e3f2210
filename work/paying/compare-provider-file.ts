import { instantAt, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { compareFile, daysOf, type FileLine } from '#domain/paying/provider-file.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { PaymentProvider } from '#domain/paying/provider.ts'
import { referenceIn } from '#domain/paying/reference.ts'
import { may } from '#domain/people/may.ts'
import { moneyBetween } from '#store/money-in.ts'
import { type ComparedFile, fileByHash, keepFile } from '#store/provider-files.ts'
import { today } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { hearTold } from './hear-told.ts'
import { listedBy } from './providers-of.ts'
import { readProviderFile } from './read-provider-file.ts'

/** More payments of one provider than the days of one file hold. */
const MOST_KNOWN = 50_000

/**
 * A provider's own list, or the bank's statement, is held against what we have of its days. What only it knows is taken
 * in and credited or put before a person; what it does not know, or knows of another amount, is told. The same file again
 * is the same comparison.
 */
export async function compareProviderFile(
  desk: Desk,
  { provider: key, bytes }: { readonly provider: ProviderKey; readonly bytes: Uint8Array },
): Promise<Outcome<ComparedFile>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'reconcile' })
  const allowed = may(actor, { kind: 'reconcile' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const provider = listedBy(desk).find((one) => one.key === key)
  if (!provider) return refuse('no-online-payment')
  const sha256 = seal(bytes)
  const before = await fileByHash(centre, key, sha256)
  if (before) return before
  const text = decoded(bytes)
  if (text === null) return refuse('file-line-wrong', { line: 1, what: 'utf-8' })
  const lines = readProviderFile(text, provider.file)
  if (isRefusal(lines)) return lines
  const days = daysOf(lines)
  if (!days) return refuse('file-empty')
  const known = await knownOf(desk, key, days)
  const content = compareFile(lines, known)
  const unheard = new Set(content.unheard)
  for (const line of lines) if (unheard.has(line.transaction)) await hear(desk, provider, line)
  const file = { id: newId(), provider: key, at: toMoment(desk.now), staff: actor.id, ...days, content }
  await keepFile(centre, { ...file, sha256 })
  return (await fileByHash(centre, key, sha256)) ?? file
}

async function knownOf(
  desk: Desk,
  provider: ProviderKey,
  days: { readonly from: string; readonly to: string },
) {
  const from = toMoment(instantAt(Temporal.PlainDate.from(days.from), 0))
  const before = toMoment(instantAt(Temporal.PlainDate.from(days.to).add({ days: 1 }), 0))
  const money = await moneyBetween(desk.centre, { from, before, provider }, MOST_KNOWN)
  return money.map((one) => ({ transaction: one.money.transaction, dong: one.money.dong }))
}

function hear(desk: Desk, provider: Pick<PaymentProvider, 'key'>, line: FileLine) {
  const { transaction, dong, paidAt, text } = line
  const reference = referenceIn(text) ?? ''
  const told = { reference, outcome: 'paid', dong, transaction, paidAt, text } as const
  return hearTold(desk, provider, { told, by: 'file' })
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
