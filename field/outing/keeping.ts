import { useEffect, useRef, useState } from 'preact/hooks'
import type { IntakeDraft } from '../intake/intake-draft.ts'
import type { Written } from '../written/written.ts'
import type { Frame } from './frame.ts'

/** Keeps each change on the device, the latest last; `isKept` is null while one is being kept, false where it could not be. */
export function useKeeping({ drafts }: Frame, draft: IntakeDraft | Written) {
  const [isKept, say] = useState<boolean | null>(true)
  const last = useRef<Promise<void>>(Promise.resolve())
  const kept = useRef(draft)
  useEffect(() => {
    if (draft === kept.current) return
    kept.current = draft
    say(null)
    const keep = async (before: Promise<void>) => {
      await before
      try {
        await drafts.keep(draft)
        say(true)
      } catch (error) {
        // A device without room: the officer is told, and what is on the screen stays there.
        if (!(error instanceof DOMException)) throw error
        say(false)
      }
    }
    last.current = keep(last.current)
  }, [draft])
  return { isKept, settled: () => last.current }
}
