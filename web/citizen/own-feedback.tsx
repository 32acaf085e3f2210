import { isRefusal } from '#domain/outcome.ts'
import { AppealToSend } from '#shapes/feedback.ts'
import { appealOwnFeedback, followOwnFeedback, seeOwnFeedback } from '#work/opinions/follow-feedback.ts'
import { seeOther } from '../desk/desk-page.ts'
import { NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import type { Fault } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { errorPage } from '../portal/error.tsx'
import { FEEDBACK } from '../portal/opinions/addresses.ts'
import { followedPage } from '../portal/opinions/feedback-followed.tsx'
import type { Words } from '../words/vi.ts'
import { OWN_FEEDBACK, ownFeedbackAddress } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

type Lines = Awaited<ReturnType<typeof seeOwnFeedback>>

/** What the person has written to the centre, and how it stands; nothing where nothing was written. */
export function OwnFeedback({ words, lines }: { readonly words: Words; readonly lines: Lines }) {
  const { feedback: said, format } = words
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{said.ownTitle}</h2>
      <ul class="rows">
        {lines.map(({ id, code, kind, stage, receivedAt, due }) => (
          <li key={id}>
            <Link href={ownFeedbackAddress(code)}>{code}</Link> {said.kinds[kind]}
            <p class="hint">
              {said.stages[stage]}, {format.moment(receivedAt)}
              {due !== null && ` · ${said.due}: ${format.moment(due)}`}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Link href={FEEDBACK}>{said.title}</Link>
      </p>
    </section>
  )
}

/** One of them with its answer, by the account alone; an appeal is sent from here. */
export const ownFeedbackPage: CitizenPage = {
  path: `${OWN_FEEDBACK}/:code`,
  action: 'say-opinion',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const read = readForm(typed, AppealToSend, visit.words)
    if (read.faults)
      return shown(visit, typed, {
        faults: read.faults.map(({ field }) => ({ field, text: visit.words.feedback.appealFault })),
      })
    const outcome = await appealOwnFeedback(visit.desk, codeOf(visit), read.value)
    if (isRefusal(outcome)) return shown(visit, typed, { refused: refusalText(visit.words, outcome) })
    return seeOther(ownFeedbackAddress(codeOf(visit)))
  },
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(
  visit: CitizenVisit,
  typed: Typed = NOTHING_TYPED,
  { faults = [], refused }: Answer = {},
): Promise<Page> {
  const seen = await followOwnFeedback(visit.desk, codeOf(visit))
  if (isRefusal(seen)) return errorPage(visit.words, 404)
  return followedPage(visit, seen, {
    key: null,
    typed,
    faults,
    refused,
    ownAt: ownFeedbackAddress(seen.code),
  })
}

const codeOf = ({ c }: CitizenVisit) => c.req.param('code') ?? ''
