import type { Words } from '#web/words/vi.ts'

interface CountBoxProps {
  readonly words: Words
  readonly name: string
  readonly label: string
  /** The paper it counts. */
  readonly of: string
  readonly value: string
  readonly fault: string | undefined
  count(value: string): void
}

/** How many there are: typed, or one more or less with a thumb. */
export function CountBox({ words, name, label, of, value, fault, count }: CountBoxProps) {
  const said = words.fieldIntake.papers
  const now = /^\d{1,3}$/.test(value) ? Number(value) : 0
  const step = (sign: string, text: string, to: number) => (
    <button
      type="button"
      class="ds-button"
      data-variant="secondary"
      aria-label={`${text}: ${said.counted(label, of)}`}
      onClick={() => count(String(to))}
    >
      {sign}
    </button>
  )
  return (
    <div class="count-box" role="group" aria-label={said.counted(label, of)}>
      <label for={name}>{label}</label>
      <div>
        {step('−', said.less, Math.max(0, now - 1))}
        <input
          class="ds-input"
          id={name}
          name={name}
          inputMode="numeric"
          autocomplete="off"
          maxLength={3}
          value={value}
          {...(fault && { 'aria-invalid': true, 'aria-describedby': `${name}-fault` })}
        />
        {step('+', said.more, Math.min(999, now + 1))}
      </div>
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
