import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Doing, DOINGS } from '#shapes/chosen-dossiers.ts'
import { Notice } from '../parts/notice.tsx'
import type { DeskVisit } from './desk-page.ts'

const COOKIE = 'xong'
const PATH = '/ban'
const SECONDS = 60

/** What can be said on the next page: so many dossiers done, or a substitution entered or ended. */
type Said = Doing | 'entered' | 'ended'

/** Keeps for the next page of the desk, and for it alone, that something was done; nothing of it is personal. */
export function sayDone({ c }: DeskVisit, what: Said, count = 1): void {
  setCookie(c, COOKIE, `${what}.${count}`, { path: PATH, maxAge: SECONDS, sameSite: 'Lax', httpOnly: true })
}

/** Says once what was done on the page before; nothing otherwise. */
export function DoneNotice({ visit: { c, words } }: { visit: DeskVisit }) {
  const [what = '', count = ''] = (getCookie(c, COOKIE) ?? '').split('.')
  if (what === '') return null
  deleteCookie(c, COOKIE, { path: PATH })
  const { many, dividing } = words.desk
  const doing = DOINGS.find((one) => one === what)
  const text =
    doing && /^\d{1,4}$/.test(count)
      ? many.done[doing](Number(count))
      : what === 'entered'
        ? dividing.entered
        : what === 'ended'
          ? dividing.ended
          : null
  return text === null ? null : (
    <Notice kind="success" role="status" saidOnce="da-xong">
      <p>{text}</p>
    </Notice>
  )
}
