import { useEffect } from 'preact/hooks'

/** Untouched so long, or out of sight so long, a device locks itself. */
const IDLE_MS = 10 * 60_000
const HIDDEN_MS = 3 * 60_000
const TOUCHES = ['pointerdown', 'keydown'] as const

/** Locks an open device that nobody touches, or that was laid aside; drafts are kept at every change already. */
export function useIdleLock(isOpen: boolean, lock: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined
    let idle = setTimeout(lock, IDLE_MS)
    let hiddenAt: number | null = null
    const touched = () => {
      clearTimeout(idle)
      idle = setTimeout(lock, IDLE_MS)
    }
    const shown = () => {
      if (document.hidden) hiddenAt = performance.now()
      else if (hiddenAt !== null && performance.now() - hiddenAt > HIDDEN_MS) lock()
    }
    for (const one of TOUCHES) addEventListener(one, touched)
    document.addEventListener('visibilitychange', shown)
    return () => {
      clearTimeout(idle)
      for (const one of TOUCHES) removeEventListener(one, touched)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [isOpen])
}
