import { X509Certificate } from 'node:crypto'

/** Longer chains do not exist. */
const LONGEST = 8

/** From a certificate up to one that is trusted; null when none of the known ones leads there. */
export function pathOf(
  certificate: Uint8Array,
  known: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
): X509Certificate[] | null {
  const trusted = anchors.map((one) => new X509Certificate(one))
  const others = known.map((one) => new X509Certificate(one))
  const path = [new X509Certificate(certificate)]
  for (const last of path) {
    if (trusted.some((one) => one.fingerprint256 === last.fingerprint256)) return path
    const above = [...trusted, ...others].find((one) => isIssuerOf(one, last))
    if (!above || path.length === LONGEST) return null
    path.push(above)
  }
  return null
}

function isIssuerOf(above: X509Certificate, below: X509Certificate): boolean {
  return (
    above.ca &&
    above.fingerprint256 !== below.fingerprint256 &&
    below.checkIssued(above) &&
    below.verify(above.publicKey)
  )
}
