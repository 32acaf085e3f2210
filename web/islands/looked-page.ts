import type { PageFault } from '#domain/digitising/page-quality.ts'

/** What the looker answers: a picture ready to be sent, or none that can be opened. */
export type LookedPage =
  | {
      readonly kind: 'page'
      readonly jpeg: Blob
      readonly faults: readonly PageFault[]
      readonly isStraightened: boolean
    }
  | { readonly kind: 'unreadable' }
