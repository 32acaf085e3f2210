import type { Refusal, RefusalCode } from '#domain/outcome.ts'
import type { Page } from '../page.tsx'
import { Notice } from '../parts/notice.tsx'
import { Link } from '../parts/link.tsx'
import type { DeskVisit } from './desk-page.ts'
import { refusalText } from './form.ts'

const MISSING: readonly RefusalCode[] = [
  'no-such-dossier',
  'no-such-feedback',
  'no-such-session',
  'no-such-home-visit',
  'no-such-device',
  'no-such-packet',
  'no-such-report',
  'no-such-paper',
  'nothing-to-hand-over',
  'no-such-hand-over',
  'no-result-form',
  'no-such-draft',
  'no-such-waiting-scan',
]

/** A page that could not be shown, with the reason and a way on: not this post's, not there, or not possible. */
export function refusedPage({ words }: DeskVisit, refusal: Refusal): Page {
  const { shell } = words.desk
  const isForbidden = refusal.refused === 'not-permitted'
  const title = isForbidden ? shell.notPermitted.title : shell.refused
  const main = (
    <>
      <h1>{title}</h1>
      <Notice kind={isForbidden ? 'warning' : 'danger'}>
        <p>{isForbidden ? shell.notPermitted.text : refusalText(words, refusal)}</p>
      </Notice>
      <p>
        <Link href="/ban">{shell.myWork}</Link>
      </p>
    </>
  )
  return { title, main, status: isForbidden ? 403 : MISSING.includes(refusal.refused) ? 404 : 409 }
}
