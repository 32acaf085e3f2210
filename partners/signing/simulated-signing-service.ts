import { refuse } from '#domain/outcome.ts'
import type { Signer } from '#papers/signing/signer.ts'
import type { SigningService } from './signing-service.ts'

/** What a simulated service does when it is asked. */
export const BEHAVIOURS = ['signs', 'declines', 'silent', 'lies'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** A signing service for trials: it has the key, and signs, declines, does not answer or answers with a lie. */
export function simulatedSigningService(key: Signer, behaviour: Behaviour): SigningService {
  return {
    async sign({ data, document }) {
      switch (behaviour) {
        case 'signs':
          return key.sign(data, document)
        case 'declines':
          return refuse('signing-declined')
        case 'silent':
          return refuse('signing-unanswered')
        case 'lies':
          return key.sign(new TextEncoder().encode('another document'), document)
      }
    },
  }
}
