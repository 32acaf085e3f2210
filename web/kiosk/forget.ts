import type { Context } from 'hono'
import { forgetBrowserDrafts } from '#work/filing/forget-browser-drafts.ts'
import { citizenSession, staffSession } from '../desk/session-cookie.ts'
import { atBrowser } from '../filing/browser-cookie.ts'
import { forgetKey } from '../portal/key-cookie.tsx'
import { forgetTicket } from '../portal/opinions/at-counter.tsx'
import { forgetSlip } from '../portal/opinions/feedback-slip.ts'
import type { WebDoors } from '../visit.ts'
import { forgetCookies } from './kiosk-cookie.ts'

/** How a person wants pages to look and read: of no person in particular. */
const DISPLAY = ['lang', 'text', 'contrast']

/**
 * Forgets who was at the machine: the sign-ins end here and not only in the browser, what was begun without one is
 * thrown away, and codes and keys go. What was filed, or is kept in the person's account, stays.
 */
export async function forgetPerson(
  c: Context,
  doors: WebDoors,
  { keepsDisplay = false } = {},
): Promise<void> {
  const desk = await doors.deskFor(c)
  await forgetBrowserDrafts(atBrowser(c, desk))
  if (citizenSession.token(c) !== null) await doors.citizens.signOut(c)
  if (staffSession.token(c) !== null) await doors.staff.signOut(c)
  forgetCookies(c, keepsDisplay ? DISPLAY : [])
  forgetKey(c)
  forgetSlip(c)
  forgetTicket(c)
}
