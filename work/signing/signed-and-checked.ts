import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { checkPdf } from '#papers/signing/check-pdf.ts'
import { signPdf, type ToSign } from '#papers/signing/sign-pdf.ts'
import type { SigningOffice } from './signing-office.ts'

/** Signed and looked at as anybody will look at it: what would not pass is not kept. */
export async function signedAndChecked(
  { trust, witnesses }: SigningOffice,
  bytes: Uint8Array,
  given: Omit<ToSign, 'witnesses' | 'anchors'>,
): Promise<Outcome<Uint8Array>> {
  const signed = await signPdf(bytes, { ...given, witnesses, anchors: trust.anchors })
  if (isRefusal(signed)) return signed
  const checked = await checkPdf(signed, { trust, now: given.at })
  if (isRefusal(checked)) return checked
  const faults = [...new Set(checked.flatMap((one) => one.faults))]
  if (faults.length > 0) return refuse('signature-invalid', { faults })
  const own = checked.find((one) => one.field === given.field)
  // Of the time stamp's certificate its issuer said nothing.
  if (witnesses.asksIssuers && own?.validationData === 'lacking')
    return refuse('issuer-silent', { subject: own.signer })
  return signed
}
