import type { Outcome } from '#domain/outcome.ts'
import type { NamedDocument, Signer } from '#papers/signing/signer.ts'

/** What a service that keeps people's keys is asked: the person confirms on his own telephone, or does not. */
export interface SigningService {
  sign(asked: {
    readonly account: string
    /** What is signed; a service is sent its SHA-256 alone. */
    readonly data: Uint8Array
    readonly document: NamedDocument
  }): Promise<Outcome<Uint8Array>>
}

/** A signer whose key a service keeps. What the service answers is tested where it is used. */
export function remoteSigner(
  service: SigningService,
  account: string,
  { certificate, chain }: Pick<Signer, 'certificate' | 'chain'>,
): Signer {
  return {
    certificate,
    chain,
    sign: (data, document) => service.sign({ account, data, document }),
  }
}
