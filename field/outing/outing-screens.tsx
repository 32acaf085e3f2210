import { ClosingHere } from './closing-here.tsx'
import { ContactHere } from './contact-here.tsx'
import { DraftsHere } from './drafts-here.tsx'
import type { Frame } from './frame.ts'
import { HandOutHere } from './hand-out-here.tsx'
import { IntakeHere } from './intake-here.tsx'
import { OutingHome } from './outing-home.tsx'
import { CLOSING, CONTACT, DRAFTS, INTAKE, RESULTS } from './routes.ts'

/** Everything done on an outing, one thing a screen; works without a network. */
export function OutingScreens({ frame }: { frame: Frame }) {
  const [screen = '', what = ''] = frame.route.split('/')
  if (screen === INTAKE) return <IntakeHere key={what} frame={frame} id={what} />
  if (screen === DRAFTS) return <DraftsHere frame={frame} />
  if (screen === RESULTS) return <HandOutHere key={what} frame={frame} code={what} />
  if (screen === CONTACT) return <ContactHere frame={frame} />
  if (screen === CLOSING) return <ClosingHere frame={frame} />
  return <OutingHome frame={frame} />
}
