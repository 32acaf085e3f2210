import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Notice } from '../../parts/notice.tsx'
import type { StackInWords } from '../../words/vi/scan-box.ts'
import type { Words } from '../../words/vi.ts'
import type { DeskVisit } from '../desk-page.ts'
import { SCAN_BOX } from './addresses.ts'

/** What was done here a moment ago: figures and a dossier's code, nothing of a person. */
type Done =
  | ({ readonly what: 'took' } & StackInWords)
  | { readonly what: 'assigned'; readonly code: string }
  | { readonly what: 'recognised'; readonly count: number }
  | { readonly what: 'put-aside' }

const COOKIE = 'ban-quet'
const SECONDS = 60

/** Keeps for the next look at the box, and for it alone, what was done. */
export function sayDoneHere({ c }: DeskVisit, done: Done): void {
  setCookie(c, COOKIE, JSON.stringify(done), {
    path: SCAN_BOX,
    maxAge: SECONDS,
    sameSite: 'Lax',
    httpOnly: true,
  })
}

/** Says once what was done; nothing otherwise. */
export function BoxNotice({ visit: { c, words } }: { visit: DeskVisit }) {
  const kept = getCookie(c, COOKIE)
  if (kept === undefined) return null
  deleteCookie(c, COOKIE, { path: SCAN_BOX })
  const text = inWords(words, kept)
  return text === null ? null : (
    <Notice kind="success" role="status" saidOnce="da-xong">
      <p>{text}</p>
    </Notice>
  )
}

/** A cookie comes from outside: what is not as it was kept says nothing. */
function inWords(words: Words, kept: string): string | null {
  const said = words.desk.scanBox
  const done = parsed(kept)
  const figure = (name: string) => {
    const value = done[name]
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000 ? value : 0
  }
  const { what, code } = done
  if (what === 'took')
    return said.took({
      pages: figure('pages'),
      attached: figure('attached'),
      left: figure('left'),
      known: figure('known'),
    })
  if (what === 'recognised') return said.recognised(figure('count'))
  if (what === 'assigned' && typeof code === 'string') return said.assigned(code.slice(0, 40))
  return what === 'put-aside' ? said.putAside : null
}

function parsed(text: string): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
