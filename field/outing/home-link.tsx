import { ActButton } from '../intake/act-button.tsx'
import type { Frame } from './frame.ts'

/** Back to where the outing begins; what was typed stays. */
export function HomeLink({ frame: { words, go } }: { frame: Frame }) {
  return (
    <p class="field-top no-print">
      <ActButton kind="tertiary" act={() => go('')}>
        ← {words.fieldIntake.home.back}
      </ActButton>
    </p>
  )
}
