import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { cornerOf, sealLook } from '#papers/signing/looks.ts'
import { firstPageOf } from '#papers/signing/placed-look.ts'
import { bookOf } from '../centre-book.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { officeOf } from '../papers/office.ts'
import { signedAndChecked } from './signed-and-checked.ts'

export interface SignedCopy {
  /** Hexadecimal. */
  readonly sha256: string
  readonly bytes: Uint8Array
}

/**
 * A copy signed at the top right of its first page, with name and moment (Decree 30/2020/NĐ-CP, Appendix I): by the
 * officer who compares it, otherwise with the office's certificate for copies. Null where there is neither: then the
 * officer's word stands by itself.
 */
export async function signCopy(
  desk: Desk,
  officer: Staff,
  { bytes, sha256, name, counter }: SignedCopy & { readonly name: string; readonly counter: string },
): Promise<Outcome<SignedCopy | null>> {
  const { signing, now } = desk
  const own = signing?.signerOf(officer.id) ?? null
  const signer = own ?? signing?.copies ?? null
  if (!signing || !signer) return null
  const at = toMoment(now)
  const place = cornerOf(await firstPageOf(bytes))
  const shown = own ? officer.name : officeOf(await bookOf(desk.centre), desk, counter).agency
  const signed = await signedAndChecked(signing, bytes, {
    signer,
    at,
    field: place.name,
    place,
    look: sealLook(shown, at, place, true),
    fillings: [],
    document: { title: name, reviewed: sha256 },
  })
  return isRefusal(signed) ? signed : { bytes: signed, sha256: seal(signed) }
}
