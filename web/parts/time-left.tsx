import { stageInWords } from './stage-in-words.ts'
import type { Words } from '../words/vi.ts'

/** How much time a dossier has: working minutes, and how much of all it had is used. */
export interface Left {
  readonly stage: keyof Words['stages']
  readonly waitsFor: keyof Words['waitingFor'] | null
  /** Negative when late; null without a limit, and when nothing runs any more. */
  readonly minutesLeft: number | null
  /** Between 0 and 1; null where there is nothing to compare. */
  readonly used: number | null
  readonly timeliness: keyof Words['timeliness'] | null
  readonly isDueProvisional: boolean
}

/** The last working day is the time to hurry, its last quarter the time to drop other work. */
const SOON_MINUTES = 480
const NOW_MINUTES = 120
const WIDTH = 64

/** What is left in words, and as a bar; a settled dossier says how it was settled. */
export function TimeLeft({ words, left }: { words: Words; left: Left }) {
  const { minutesLeft, used, stage, timeliness, isDueProvisional } = left
  if (timeliness) return <span class="time-left">{words.timeliness[timeliness]}</span>
  if (minutesLeft === null) return <span class="time-left">{words.timeliness['no-limit']}</span>
  const heat = minutesLeft < NOW_MINUTES ? 'now' : minutesLeft < SOON_MINUTES ? 'soon' : 'calm'
  return (
    <span class="time-left" data-heat={heat}>
      {used !== null && (
        <svg viewBox={`0 0 ${WIDTH} 6`} width={WIDTH} height="6" aria-hidden="true" focusable="false">
          <rect width={WIDTH} height="6" rx="3" class="all" />
          <rect width={Math.max(3, Math.round(WIDTH * Math.min(1, used)))} height="6" rx="3" class="used" />
        </svg>
      )}
      <span>
        {words.timeLeft(minutesLeft)}
        {stage === 'awaiting-citizen' && <small>{stageInWords(words, left)}</small>}
        {isDueProvisional && <small>{words.desk.worklist.provisional}</small>}
      </span>
    </span>
  )
}
