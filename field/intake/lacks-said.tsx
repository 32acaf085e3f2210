import { useEffect, useRef } from 'preact/hooks'
import { ErrorSummary, type Fault } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'

interface LacksSaidProps {
  readonly words: Words
  readonly faults: readonly Fault[]
  /** Another each time somebody wanted to go on: what is missing is shown and read out again. */
  readonly asked: unknown
}

/** What is missing, in sight at once; each leads to its box without leaving the screen. */
export function LacksSaid({ words, faults, asked }: LacksSaidProps) {
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    said.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
    said.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  if (faults.length === 0) return null
  return (
    <div
      ref={said}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null
        if (!link) return
        // The address of the screen stands behind the same mark.
        event.preventDefault()
        lead(link.hash.slice(1))
      }}
    >
      <ErrorSummary title={words.fieldIntake.lacksTitle} faults={faults} />
    </div>
  )
}

/** To the box; to the first part of an address, or to what has no box of its own. */
function lead(hash: string): void {
  const id = decodeURIComponent(hash)
  const box = document.getElementById(id) ?? document.getElementById(`${id}.ward`)
  box?.scrollIntoView({ block: 'center' })
  box?.focus()
}

/** Of what was said to be missing what still is: nothing that was mended, and nothing new before somebody wants to go on. */
export function stillAmong(asked: readonly Fault[], lacking: () => readonly Fault[]): readonly Fault[] {
  if (asked.length === 0) return asked
  return lacking().filter(({ field }) => asked.some((one) => one.field === field))
}
