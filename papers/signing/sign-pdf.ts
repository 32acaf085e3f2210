import { PDF, TimestampError } from '@libpdf/core'
import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import type { Paper, Spot } from '../print.ts'
import { fill, type Filling } from './empty-fields.ts'
import { isSignedBy, keyTypeOf } from './key-type.ts'
import { lookIn, placeWidget } from './placed-look.ts'
import type { NamedDocument, Signer } from './signer.ts'
import { issuersAt } from './issuers.ts'
import { issuersObject, pathOfSigner } from './issuers-object.ts'
import { unfitToSign } from './unfit-to-sign.ts'
import { type Witnesses, withValidationData } from './witnesses.ts'

/** One signature to be put on a document. */
export interface ToSign {
  readonly signer: Signer
  readonly at: Moment
  /** Name of the signature's field: one a document. */
  readonly field: string
  readonly place: Spot
  readonly look: Paper
  /** Filled in the same update, before the signature. */
  readonly fillings: readonly Filling[]
  readonly document: NamedDocument
  readonly witnesses: Witnesses
  /** Issuers we trust, DER: what leads from the certificate to one of them goes with the signature. */
  readonly anchors: readonly Uint8Array[]
}

/**
 * Signs a PDF (PAdES B-B; B-T with a time stamp; B-LT with the answers of certificate and revocation services) as an
 * incremental update: what was signed before stays as it is. Nothing is answered but the signed document or a reason.
 */
export async function signPdf(bytes: Uint8Array, given: ToSign): Promise<Outcome<Uint8Array>> {
  const { signer, at, field, witnesses } = given
  const unfit = unfitToSign(signer, at)
  if (unfit) return unfit
  const issuers = witnesses.asksIssuers ? issuersAt(at, witnesses.patienceMs) : null
  const unsaid = issuers && (await issuersObject(pathOfSigner(signer, given.anchors), issuers))
  if (unsaid) return unsaid
  const pdf = await PDF.load(bytes)
  if (pdf.canSaveIncrementally() !== null) return refuse('document-not-signable')
  await fill(pdf, given.fillings)
  const look = await lookIn(pdf, given.look)
  showSignature(pdf, given, look)
  try {
    await pdf.sign({
      signer: tested(given),
      signingTime: new Date(fromMoment(at).epochMilliseconds),
      fieldName: field,
      estimatedSize: ROOM,
      ...(witnesses.timestampAuthority && { timestampAuthority: witnesses.timestampAuthority }),
    })
  } catch (error) {
    if (error instanceof Declined) return error.refusal
    if (error instanceof TimestampError) return refuse('no-time-stamp')
    throw error
  }
  return withValidationData(pdf, issuers)
}

/** Bytes kept free for a signature with its chain and time stamp. */
const ROOM = 24_576

/** Carries a refusal through the library. */
class Declined extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** The signer as the library asks it; what it answers is tested before it is used. */
function tested(given: ToSign) {
  const { signer, document } = given
  const [certificate = signer.certificate, ...chain] = pathOfSigner(signer, given.anchors)
  const keyType = keyTypeOf(certificate)
  if (!keyType) throw new Declined(refuse('certificate-for-other-purpose'))
  return {
    certificate,
    certificateChain: chain,
    keyType,
    signatureAlgorithm: keyType === 'RSA' ? ('RSASSA-PKCS1-v1_5' as const) : ('ECDSA' as const),
    async sign(data: Uint8Array): Promise<Uint8Array> {
      const signature = await signer.sign(data, document)
      if (isRefusal(signature)) throw new Declined(signature)
      if (!isSignedBy(certificate, data, signature)) throw new Declined(refuse('signature-false'))
      return signature
    },
  }
}

/**
 * The library makes its signatures invisible. Its field is put at its place, with its look, at the last moment before
 * the bytes are fixed.
 */
function showSignature(
  pdf: PDF,
  { field: name, place }: ToSign,
  look: Awaited<ReturnType<typeof lookIn>>,
): void {
  const save = pdf.save.bind(pdf)
  pdf.save = (options) => {
    const field = pdf.getOrCreateForm().getField(name)?.getDict()
    if (field) {
      field.set('AP', look)
      placeWidget(pdf, field, place)
    }
    pdf.save = save
    return save(options)
  }
}
