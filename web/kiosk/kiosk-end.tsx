import { Button } from '../parts/button.tsx'
import type { Words } from '../words/vi.ts'
import { KIOSK_LEAVE } from './addresses.ts'

/** Without a touch for so long the machine forgets; the last of it a warning says so (WCAG 2.2.1: twenty seconds to stop it). */
export const FORGETS_SECONDS = 60
export const WARNS_SECONDS = 40

interface KioskEndProps {
  readonly words: Words
  /** On the first page there is nothing to print, and nobody to say good-bye to. */
  readonly isStart?: boolean
}

/** What stands at the foot of every page of the machine: the way out, and the warning before it goes by itself. */
export function KioskEnd({ words: { kiosk: said }, isStart = false }: KioskEndProps) {
  return (
    <mc-kiosk data-leave={KIOSK_LEAVE} data-warns={WARNS_SECONDS} data-forgets={FORGETS_SECONDS}>
      {!isStart && (
        <div class="kiosk-bar no-print">
          <button type="button" class="ds-button" data-variant="secondary" data-prints hidden>
            {said.print}
          </button>
          <form method="post" action={KIOSK_LEAVE} data-turbo="false">
            <Button>{said.end}</Button>
          </form>
        </div>
      )}
      <div
        class="kiosk-warning no-print"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="kiosk-warning"
        aria-describedby="kiosk-why"
        hidden
      >
        <h2 id="kiosk-warning">{said.warnTitle}</h2>
        <p id="kiosk-why">{said.warn(FORGETS_SECONDS - WARNS_SECONDS)}</p>
        <p class="kiosk-left" aria-hidden="true" data-left />
        <button type="button" class="ds-button" data-stays>
          {said.stay}
        </button>
      </div>
    </mc-kiosk>
  )
}
