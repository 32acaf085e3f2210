import './elements.ts'

interface PasskeyButtonProps {
  readonly does: 'register' | 'sign-in'
  /** Where the browser asks what the device shall sign. */
  readonly ask: string
  readonly label: string
  readonly failed: string
  /** What the form does with the device's answer. */
  readonly sends: { readonly name: string; readonly value: string }
}

/** A passkey, for browsers that have them and script that asks the device; elsewhere it is not there. */
export function PasskeyButton({ does, ask, label, failed, sends }: PasskeyButtonProps) {
  return (
    <mc-passkey hidden data-does={does} data-ask={ask} data-failed={failed}>
      <input type="hidden" name="handle" />
      <input type="hidden" name="response" />
      <button class="ds-button" type="button" data-variant="secondary">
        {label}
      </button>
      <button type="submit" hidden data-sends {...sends} />
      <span role="status" />
    </mc-passkey>
  )
}
