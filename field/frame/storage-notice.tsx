import { useEffect, useState } from 'preact/hooks'
import { Notice } from '#web/parts/notice.tsx'
import type { Words } from '#web/words/vi.ts'

const MEGABYTE = 1024 * 1024
/** Sixty dossiers with eight pictures each. */
const ENOUGH_MB = 200

/** Says when the device has little room left, or its browser may throw away what lies in it. */
export function StorageNotice({ words }: { words: Words }) {
  const said = words.fieldFrame.storage
  const [seen, put] = useState<{ readonly leftMb: number; readonly isKept: boolean } | null>(null)
  useEffect(() => {
    const look = async () => {
      const [{ quota = 0, usage = 0 }, isKept] = await Promise.all([
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ])
      put({ leftMb: Math.floor((quota - usage) / MEGABYTE), isKept })
    }
    void look()
  }, [])
  if (seen === null) return null
  return (
    <>
      {seen.leftMb < ENOUGH_MB && (
        <Notice kind="warning">
          <p>{said.low(seen.leftMb)}</p>
        </Notice>
      )}
      {!seen.isKept && <p class="hint">{said.notKept}</p>}
    </>
  )
}
