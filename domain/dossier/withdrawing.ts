import { caseOf, type Procedure } from '#domain/procedure/procedure.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { ActedOnline } from './acted-online.ts'
import type { StopDossier } from './commands.ts'
import type { Dossier } from './dossier.ts'

type Withdrawal = Pick<StopDossier, 'why' | 'reason' | 'ground' | 'papersReturned' | 'money'> & {
  readonly online: ActedOnline
}

/**
 * A citizen takes his dossier back online: it is stopped because he asks for it, at once. What was paid stays with the
 * centre until a cashier gives it back by the rules on fees; the papers that lie here wait for him at the counter.
 */
export function withdrawal(
  dossier: Dossier,
  procedure: Procedure,
  { reason, online }: { readonly reason: string | null; readonly online: ActedOnline },
): Withdrawal {
  const papers = papersHere(dossier, procedure)
  return {
    why: 'asked-by-citizen',
    reason: reason ?? 'Người nộp đề nghị rút hồ sơ',
    ground: 'Đề nghị rút hồ sơ gửi trực tuyến của người nộp',
    papersReturned:
      papers.length === 0 ? 'Không có giấy tờ bản giấy' : `Nhận lại tại quầy: ${papers.join('; ')}`,
    money: paidDong(dossier) > 0 ? 'kept' : 'nothing-paid',
    online,
  }
}

/** The papers of which something lies with the centre, by name, each once. */
export function papersHere({ components, case: key }: Dossier, procedure: Procedure): string[] {
  const found = caseOf(procedure, key)
  const nameOf = (component: string) =>
    (isRefusal(found) ? undefined : found.components.find((one) => one.key === component)?.name) ?? component
  const here = components.filter(({ original, certified, copy }) => original + certified + copy > 0)
  return [...new Set(here.map(({ component }) => nameOf(component)))]
}

/** What was paid and neither cancelled nor given back, in đồng. */
export function paidDong({ payments }: Pick<Dossier, 'payments'>): number {
  return (payments ?? [])
    .filter(({ state }) => state !== 'cancelled')
    .reduce(
      (sum, { dong, refundedDong = 0, state }) => sum + (state === 'refunded' ? 0 : dong - refundedDong),
      0,
    )
}
