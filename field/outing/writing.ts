import { useState } from 'preact/hooks'
import { isWritten, type Written } from '../written/written.ts'
import type { WrittenProps } from '../written/written-screen.tsx'
import type { Frame } from './frame.ts'
import { useKeeping } from './keeping.ts'
import { useKept } from './kept.ts'

/** What was begun about a result or a visit and left, or a new draft of it; null until the device has answered. */
export function useWritten(frame: Frame, first: Pick<Written, 'kind' | 'about' | 'typed'>): Written | null {
  return useKept(async () => {
    const all = (await frame.drafts.list()).filter(isWritten)
    const begun = all.find(({ kind, about }) => kind === first.kind && about === first.about)
    return begun ?? { id: frame.newId(), begunAt: frame.now(), ...first, signed: null }
  }, first.about)
}

/** A draft that is kept on the device at every change; `settled` waits until the last one is. */
export function useWriting(
  frame: Frame,
  begun: Written,
  leave: () => void,
): WrittenProps & { readonly settled: () => Promise<void> } {
  const [draft, change] = useState(begun)
  const { isKept, settled } = useKeeping(frame, draft)
  return { words: frame.words, draft, isKept, change, leave, settled }
}
