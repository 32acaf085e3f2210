import type { DrawerLine } from '#work/returning/drawer-line.ts'
import { newCommandId } from '../form.ts'

interface ChosenProps {
  readonly line: DrawerLine
  /** Its place in the form. */
  readonly place: number
  readonly label: string
  readonly isTaken: boolean
}

/** One result of several to choose, with what its command needs. */
export function ChosenResult({ line: { code, version, step }, place, label, isTaken }: ChosenProps) {
  const name = `dossiers.${place}`
  return (
    <>
      <input type="hidden" name={`${name}.code`} value={code} />
      <input type="hidden" name={`${name}.id`} value={newCommandId()} />
      <input type="hidden" name={`${name}.version`} value={version} />
      <input type="hidden" name={`${name}.step`} value={step} />
      <input
        class="ds-input"
        type="checkbox"
        id={`${name}.isTaken`}
        name={`${name}.isTaken`}
        value="true"
        checked={isTaken}
        aria-label={label}
      />
    </>
  )
}
