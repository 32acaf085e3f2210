import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { dayOf } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { handOverRating, TICKET_MINUTES } from '#work/opinions/hand-over-rating.ts'
import { Button } from '../../parts/button.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { COUNTER } from '../../portal/opinions/addresses.ts'
import type { Page } from '../../page.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { codeOf, DOSSIER, dossierAddress } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'

const HAND_AT = 'moi-danh-gia'
const COOKIE = 'ma-danh-gia'

/** Gives out the code with which the person rates on the machine for citizens; the officer sees nothing but the code. */
export const handRatingPage: DeskPage = {
  path: `${DOSSIER}/${HAND_AT}`,
  action: 'hand-over-rating',
  async get(visit) {
    const path = dossierAddress(codeOf(visit))
    const ticket = getCookie(visit.c, COOKIE)
    if (!ticket) return seeOther(path)
    // Shown once.
    deleteCookie(visit.c, COOKIE, { path })
    return handedPage(visit, ticket)
  },
  async post(visit) {
    const code = codeOf(visit)
    const ticket = await handOverRating(visit.desk, code)
    if (isRefusal(ticket)) return refusedPage(visit, ticket)
    setCookie(visit.c, COOKIE, ticket, {
      path: dossierAddress(code),
      maxAge: 60,
      httpOnly: true,
      sameSite: 'Strict',
      secure: visit.url.protocol === 'https:',
    })
    return seeOther(`${dossierAddress(code)}/${HAND_AT}`)
  },
}

function handedPage(visit: DeskVisit, ticket: string): Page {
  const { words, publicUrl } = visit
  const said = words.opinions.counter
  const code = codeOf(visit)
  const main = (
    <>
      <h1>{said.handTitle}</h1>
      <p class="sub tabular">{code}</p>
      <Notice kind="success" role="status" title={said.handed}>
        <p class="handed-code">{`${ticket.slice(0, 3)} ${ticket.slice(3)}`}</p>
        <p>{said.handedHow(TICKET_MINUTES, `${publicUrl}${COUNTER}`)}</p>
      </Notice>
      <p>
        <Link href={dossierAddress(code)}>{said.toDossier}</Link>
      </p>
    </>
  )
  return { title: said.handTitle, main }
}

interface HandFormProps {
  readonly visit: DeskVisit
  readonly dossier: Pick<Dossier, 'stage' | 'placeOfReceipt' | 'code'>
}

/** The button that gives a code, for who may hand it out once there is something to rate. */
export function HandRatingForm({ visit: { words, desk, centre }, dossier }: HandFormProps) {
  const isSettled = ['ready', 'returned', 'stopped'].includes(dossier.stage)
  const on = dayOf(desk.now).toString()
  const action = { kind: 'hand-over-rating', unit: dossier.placeOfReceipt } as const
  if (!isSettled || !centre.asksRatings || isRefusal(may(desk.actor, action, on))) return null
  const said = words.opinions.counter
  return (
    <section aria-labelledby={HAND_AT} class="dossier-notes">
      <h2 id={HAND_AT}>{said.handTitle}</h2>
      <PostForm words={words} action={`${dossierAddress(dossier.code)}/${HAND_AT}`} class="stacked">
        <p>{said.handLead}</p>
        <Button kind="secondary">{said.hand}</Button>
      </PostForm>
    </section>
  )
}
