import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { DRAFT_DAYS } from '#work/filing/own-draft.ts'
import type { SeenDraft } from '#work/filing/see-draft.ts'
import type { Page } from '../page.tsx'
import { Notice } from '../parts/notice.tsx'
import { Link } from '../parts/link.tsx'
import { CHECK_STEP, stepAddress } from './addresses.ts'
import type { FilingVisit } from './filing-visit.ts'

/** Kept, until when, and how to go on: now, later, or on another device. */
export function savedPage({ visit, base, signIn }: FilingVisit, { draft, law }: SeenDraft): Page {
  const { words, citizen } = visit
  const said = words.filing
  const until = dayOf(fromMoment(draft.changedAt)).add({ days: DRAFT_DAYS })
  const goOn = stepAddress(base, draft, CHECK_STEP)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.savedTitle}</h1>
      <p class="lead" lang="vi">
        {law.procedure.name}
      </p>
      <Notice kind="success" role="status">
        <p>{said.saved(words.format.day(until))}</p>
      </Notice>
      <p class="onward">
        <Link href={goOn}>{said.toCheck}</Link>
        {!citizen && draft.helper === null && <Link href={signIn(goOn)}>{words.citizens.signInTitle}</Link>}
      </p>
    </div>
  )
  return { title: said.savedTitle, main }
}
