import type { Words } from '#web/words/vi.ts'
import type { Fault } from '#web/parts/field.tsx'
import type { IntakeDraft } from './intake-draft.ts'
import type { Taking } from './intake-lacks.ts'

/** What lies beside a draft under ids: pictures and lines drawn, kept as the draft is kept. */
export interface DraftFiles {
  keep(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  read(id: string): Promise<Uint8Array<ArrayBuffer> | null>
  drop(id: string): Promise<void>
}

/** What a step of an intake is shown with. */
export interface StepProps {
  readonly words: Words
  readonly draft: IntakeDraft
  readonly taking: Taking
  /** What was missing when somebody wanted to go on; nothing before. */
  readonly faults: readonly Fault[]
  readonly files: DraftFiles
  /** Addresses of what a step fetches from its own origin, also offline. */
  readonly served: { readonly looker: string; readonly codeReader: string }
  change(make: (draft: IntakeDraft) => IntakeDraft): void
}
