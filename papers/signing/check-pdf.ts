import { X509Certificate } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { pathOf } from './certificate-path.ts'
import { type ReadCms, readCms, type TimeStamp } from './cms.ts'
import { type Later, laterChanges } from './later-changes.ts'
import { isForSigning, isForStamping } from './purpose.ts'
import { namesIssuersService } from './issuers.ts'
import { revokedAt, saidOf, type Sayings, sayingsIn } from './revoked.ts'
import { type SignedPart, signedParts } from './signed-parts.ts'
import { commonName } from './unfit-to-sign.ts'

/** Why a signature is not to be relied on. */
export const SIGNATURE_FAULTS = [
  'unreadable',
  'covers-other-bytes',
  'changed',
  'signature-false',
  'changed-afterwards',
  'unknown-issuer',
  'other-purpose',
  'not-yet-valid',
  'expired',
  'revoked',
] as const
export type SignatureFault = (typeof SIGNATURE_FAULTS)[number]

export interface CheckedSignature {
  readonly field: string
  /** The name in the certificate; empty when nothing can be read. */
  readonly signer: string
  readonly issuer: string
  /** When it was signed; null when nothing says so. */
  readonly at: Moment | null
  /** Whether a time-stamping service we trust says so; otherwise it is what the signer's clock said. */
  readonly isTimeProven: boolean
  /**
   * Whether what the issuers said of the certificates stands in the document (B-LT); lacking where one names a service and
   * nothing of it is there.
   */
  readonly validationData: 'whole' | 'lacking' | 'none-named'
  readonly later: Later
  /** Nothing in it: the signature is valid. */
  readonly faults: readonly SignatureFault[]
}

/** Whom we believe, and what else is known of revocations. */
export interface Trust extends Sayings {
  /** Certificates of the issuers we trust, DER. */
  readonly anchors: readonly Uint8Array[]
}

/** All signatures of a document, in the order in which they were put on it. Refuses what is no readable PDF. */
export async function checkPdf(
  bytes: Uint8Array,
  { trust, now }: { readonly trust: Trust; readonly now: Moment },
): Promise<Outcome<readonly CheckedSignature[]>> {
  try {
    const pdf = await PDF.load(bytes)
    if (pdf.isEncrypted || pdf.recoveredViaBruteForce) return refuse('document-unreadable')
    const parts = signedParts(pdf, bytes).filter((part) => !part.isTimeStamp)
    const { certificates, lists, answers } = sayingsIn(pdf)
    const sayings = { lists: [...lists, ...trust.lists], answers: [...answers, ...trust.answers] }
    const inside = { lists, answers }
    const around = { bytes, pdf, known: certificates, inside, trust: { ...trust, ...sayings }, now }
    return await Promise.all(parts.map((part) => checked(part, around)))
  } catch {
    // Whatever the library stumbles over is not a document we gave out.
    return refuse('document-unreadable')
  }
}

interface Around {
  readonly bytes: Uint8Array
  readonly pdf: PDF
  readonly known: readonly Uint8Array[]
  /** What the document itself holds. */
  readonly inside: Sayings
  readonly trust: Trust
  readonly now: Moment
}

async function checked(part: SignedPart, around: Around): Promise<CheckedSignature> {
  const { field, covered, cms, end } = part
  const nobody = {
    field,
    signer: '',
    issuer: '',
    at: null,
    isTimeProven: false,
    validationData: 'lacking',
    later: 'other',
  } as const
  if (!covered) return { ...nobody, faults: ['covers-other-bytes'] }
  const read = readOrNull(cms, covered)
  if (!read?.signer) return { ...nobody, faults: ['unreadable'] }
  const { subject, issuer } = new X509Certificate(read.signer)
  const later = await laterThan(end, around)
  const time = await timeOf(read, around)
  const faults: SignatureFault[] = [
    ...(read.isOfThese ? [] : (['changed'] as const)),
    ...(read.isTrue ? [] : (['signature-false'] as const)),
    ...(later === 'other' ? (['changed-afterwards'] as const) : []),
    ...(await faultsOfCertificate(
      read.signer,
      { ...time, purpose: isForSigning },
      read.certificates,
      around,
    )),
  ]
  return {
    field,
    signer: commonName(subject),
    issuer: commonName(issuer),
    at: time.at,
    isTimeProven: time.isTimeProven,
    validationData: await wordsHeld(read, around),
    later,
    faults,
  }
}

/** What the document holds of the words of issuers: of a signature's certificates, and of its time stamp's. */
async function wordsHeld(
  { signer, certificates, stamp }: ReadCms,
  { known, inside, trust }: Around,
): Promise<CheckedSignature['validationData']> {
  const signers = stamp ? [stamp.signer] : []
  let areNamed = false
  for (const of of signer ? [signer, ...signers] : signers) {
    const path = pathOf(of, [...certificates, ...(stamp?.certificates ?? []), ...known], trust.anchors)
    if (!path) return 'lacking'
    for (const [place, one] of path.slice(0, -1).entries()) {
      const above = path[place + 1]
      if (!above || !namesIssuersService(one)) continue
      areNamed = true
      if ((await saidOf(one, above, inside)).length === 0) return 'lacking'
    }
  }
  return areNamed ? 'whole' : 'none-named'
}

function readOrNull(cms: Uint8Array, covered: Uint8Array): ReadCms | null {
  try {
    return readCms(cms, covered)
  } catch {
    // Not a signature: said as such.
    return null
  }
}

async function laterThan(end: number, { bytes, pdf }: Around): Promise<Later> {
  return bytes.subarray(end).every(isBlank)
    ? 'nothing'
    : laterChanges(await PDF.load(bytes.subarray(0, end)), pdf)
}

function isBlank(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x20
}

interface SigningTime {
  readonly at: Moment | null
  readonly isTimeProven: boolean
}

async function timeOf({ stamp, claimedAt }: ReadCms, around: Around): Promise<SigningTime> {
  if (stamp && (await isTrusted(stamp, around))) return { at: momentOf(stamp.at), isTimeProven: true }
  return { at: claimedAt && momentOf(claimedAt), isTimeProven: false }
}

async function isTrusted(stamp: TimeStamp, around: Around): Promise<boolean> {
  const at = { at: momentOf(stamp.at), isTimeProven: true, purpose: isForStamping }
  return (await faultsOfCertificate(stamp.signer, at, stamp.certificates, around)).length === 0
}

/**
 * What speaks against a certificate. Without a proven time it has to be good today as well: anybody can set a clock
 * back to sign with a certificate that has expired or was revoked.
 */
async function faultsOfCertificate(
  certificate: Uint8Array,
  { at, isTimeProven, purpose }: SigningTime & { readonly purpose: (der: Uint8Array) => boolean },
  beside: readonly Uint8Array[],
  { known, trust, now }: Around,
): Promise<SignatureFault[]> {
  const faults = new Set<SignatureFault>()
  const path = pathOf(certificate, [...beside, ...known], trust.anchors)
  if (!path) faults.add('unknown-issuer')
  if (!purpose(certificate)) faults.add('other-purpose')
  const usedAt = at ?? now
  for (const [place, one] of (path ?? [new X509Certificate(certificate)]).entries()) {
    const moments = isTimeProven ? [usedAt] : [usedAt, now]
    if (moments.some((moment) => moment < momentOf(one.validFromDate))) faults.add('not-yet-valid')
    if (moments.some((moment) => moment > momentOf(one.validToDate))) faults.add('expired')
    const above = path?.[place + 1]
    const revoked = above ? await revokedAt(one, above, trust) : null
    if (revoked && !(isTimeProven && usedAt < momentOf(revoked))) faults.add('revoked')
  }
  return SIGNATURE_FAULTS.filter((fault) => faults.has(fault))
}

function momentOf(date: Date): Moment {
  return toMoment(Temporal.Instant.fromEpochMilliseconds(date.getTime()))
}
