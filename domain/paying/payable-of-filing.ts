import type { Dossier } from '#domain/dossier/dossier.ts'
import { feeAtReceipt } from '#domain/dossier/intake.ts'
import { type Filing, isOpen } from '#domain/filing/filing.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { feeDue } from '#domain/procedure/fee.ts'
import { caseOf, forChannel, type Procedure } from '#domain/procedure/procedure.ts'
import { feeShown, inOneGo, type Payable } from './payable.ts'

/** What a filing can be paid before it is received, where the rules say by themselves what it will cost. */
export function payableOfFiling(
  { id, filing }: { readonly id: string; readonly filing: Filing },
  procedure: Procedure,
): Outcome<Payable> {
  if (!isOpen(filing)) return refuse('not-at-this-stage', { stage: filing.stage })
  const fee = feeOfFiling(filing, procedure)
  if (isRefusal(fee)) return fee
  const { dong } = feeShown(fee)
  if (dong === null) return refuse('fee-undetermined')
  if (dong === 0) return refuse('nothing-owed')
  const { unit, applicant: payer } = filing
  return { kind: 'filing', id, ...inOneGo({ ...fee, stage: 'in-process' }, procedure), unit, payer }
}

/** What the dossier will cost that a filing is to become. Who is exempt waits: that is seen to at receipt. */
export function feeOfFiling(
  { case: key, copiesWanted, submittedAt: at }: Filing,
  procedure: Procedure,
): Outcome<Pick<Dossier, 'feeDong' | 'fee'>> {
  const chosen = caseOf(procedure, key)
  if (isRefusal(chosen)) return chosen
  const fee = feeAtReceipt({ channel: 'online', copiesWanted, at }, chosen, procedure)
  if (isRefusal(fee)) return fee
  const feeDong = feeDue(forChannel(chosen.fee, 'online'), copiesWanted, null)
  return { feeDong, ...(fee && { fee }) }
}
