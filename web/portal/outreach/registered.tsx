import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import type { FollowedRegistration } from '#work/outreach/register.ts'
import { first, refusalText, sentForm } from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { ErrorSummary, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { visitOf, type WebDoors } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { tooMany } from '../look-up.tsx'
import { REGISTERED, REGISTERED_CANCEL, REGISTERED_CLOSE, sessionAddress, SESSIONS } from './addresses.ts'
import { forgetRegistration, keepRegistration, keptRegistration } from './kept.ts'
import { dayAndHours } from './sessions.tsx'

/** The registration that the code in the cookie opens; without one the form. */
export async function registered(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const code = keptRegistration(c)
  if (code === null) return answerPage(visit, openPage(visit.words, '', null))
  const seen = await doors.outreach.followRegistration(c, visit.desk, code)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) {
    forgetRegistration(c)
    return answerPage(visit, openPage(visit.words, '', refusalText(visit.words, seen)))
  }
  const isNew = c.req.query('moi') !== undefined
  return answerPage(visit, seenPage(visit.words, seen, isNew ? code : null))
}

export async function registeredOpened(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words } = visit
  const code = first(await sentForm(c), 'ma').trim()
  if (code === '') return answerPage(visit, openPage(words, '', words.outreach.sessions.codeFault))
  const seen = await doors.outreach.followRegistration(c, visit.desk, code)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return answerPage(visit, openPage(words, code, refusalText(words, seen)))
  keepRegistration(c, code)
  return c.redirect(REGISTERED, 303)
}

export async function registeredCancelled(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const code = keptRegistration(c)
  const done = code === null ? null : await doors.outreach.cancelRegistration(c, visit.desk, code)
  return done instanceof Temporal.Instant ? tooMany(visit, done) : c.redirect(REGISTERED, 303)
}

export function registeredClosed(c: Context): Response {
  forgetRegistration(c)
  return c.redirect(REGISTERED, 303)
}

function openPage(words: Words, code: string, fault: string | null): Page {
  const said = words.outreach.sessions
  const main = (
    <div class="wrap page narrow">
      {fault !== null && (
        <ErrorSummary title={words.desk.shell.faults} faults={[{ field: 'ma', text: fault }]} />
      )}
      <h1>{said.openTitle}</h1>
      <form class="panel tinted stacked" method="post" action={REGISTERED} noValidate>
        <TextField name="ma" label={said.code} value={code} isCode {...(fault !== null && { fault })} />
        <Button>{said.open}</Button>
      </form>
      <p>
        <Link href={SESSIONS}>{said.title}</Link>
      </p>
    </div>
  )
  return { title: said.openTitle, main, status: fault === null ? 200 : 422 }
}

function seenPage(words: Words, seen: FollowedRegistration, code: string | null): Page {
  const said = words.outreach.sessions
  const { session, slot, procedure } = seen
  const main = (
    <div class="wrap page narrow">
      <h1>{said.openTitle}</h1>
      {code !== null && (
        <Notice kind="success" role="status" title={said.sent}>
          <p class="slip tabular">
            {said.code}: <strong>{code}</strong>
          </p>
          <p>{said.keep}</p>
        </Notice>
      )}
      {session.stage === 'cancelled' && (
        <Notice kind="danger">
          <p>{said.cancelledWhy(session.why ?? '')}</p>
        </Notice>
      )}
      {seen.isCancelled && (
        <Notice kind="info">
          <p>{said.givenBack}</p>
        </Notice>
      )}
      <Facts>
        <FactOf name={said.slot}>
          <strong class="tabular">{words.format.clock(slot)}</strong>
        </FactOf>
        <FactOf name={said.when}>
          <Link href={sessionAddress(session.id)}>{dayAndHours(words, session)}</Link>
        </FactOf>
        <FactOf name={said.where}>
          <span lang="vi">
            {session.plan.place}, {session.communeName}
          </span>
        </FactOf>
        {procedure && (
          <FactOf name={said.checklist}>
            <a class="ds-link" href={`/thu-tuc/${encodeURIComponent(procedure.key)}/giay-to`}>
              <CatalogueText text={procedure.name} />
            </a>
          </FactOf>
        )}
      </Facts>
      <p>{said.bring}</p>
      {seen.mayCancel && (
        <form class="no-print actions" method="post" action={REGISTERED_CANCEL}>
          <Button kind="secondary">{said.giveBack}</Button>
        </form>
      )}
      <form class="no-print actions" method="post" action={REGISTERED_CLOSE}>
        <Button kind="tertiary">{said.close}</Button>
      </form>
    </div>
  )
  return { title: said.openTitle, main }
}
