import { X509Certificate } from 'node:crypto'
import { dayOf } from '#domain/calendar/moment.ts'
import { type Refusal, refuse } from '#domain/outcome.ts'
import { pathOf } from './certificate-path.ts'
import type { Issuers } from './issuers.ts'
import type { Signer } from './signer.ts'
import { commonName } from './unfit-to-sign.ts'

/** A signer's certificate and what stands above it, as far as it is known. */
export function pathOfSigner(
  { certificate, chain }: Pick<Signer, 'certificate' | 'chain'>,
  anchors: readonly Uint8Array[],
): readonly Uint8Array[] {
  return pathOf(certificate, chain, anchors)?.map(({ raw }) => raw) ?? [certificate, ...chain]
}

/** Why the issuers' words speak against signing: revoked, or nobody answers who is asked. Null when nothing does. */
export async function issuersObject(
  path: readonly Uint8Array[],
  issuers: Pick<Issuers, 'says'>,
): Promise<Refusal | null> {
  for (const [place, one] of path.entries()) {
    const above = path[place + 1]
    if (!above) return null
    const said = await issuers.says(one, above)
    const subject = commonName(new X509Certificate(one).subject)
    if (said.state === 'silent') return refuse('issuer-silent', { subject })
    if (said.state === 'revoked') {
      const since = Temporal.Instant.fromEpochMilliseconds(said.since.getTime())
      return refuse('certificate-revoked', { subject, on: dayOf(since).toString() })
    }
  }
  return null
}
