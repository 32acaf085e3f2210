import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import { sentForm } from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { ErrorSummary } from '../../parts/field.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import { tooMany } from '../look-up.tsx'
import { CHECK } from './address.ts'
import { Checked } from './checked.tsx'

export const MOST_DOCUMENT_BYTES = 10 * 1024 * 1024
const FIELD = 'van-ban'

/** The form. */
export async function checkForm(visit: Visit): Promise<Page> {
  return formPage(visit, null)
}

/** What can be said of the document that was sent. It is looked at in memory and kept nowhere. */
export async function checkSent(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { check } = visit.words
  const sent = (await sentForm(c)).files.find(({ name }) => name === FIELD)?.file
  if (!sent || sent.size === 0) return answerPage(visit, formPage(visit, check.missing))
  const found = await doors.checkDocument(c, visit.desk, new Uint8Array(await sent.arrayBuffer()))
  c.header('Cache-Control', 'no-store')
  if (found instanceof Temporal.Instant) return tooMany(visit, found)
  if (isRefusal(found))
    return answerPage(visit, formPage(visit, visit.words.refusals[found.refused](found.facts)))
  const main = (
    <div class="wrap page narrow">
      <Checked words={visit.words} name={sent.name} found={found} />
      <CheckForm visit={visit} fault={null} isAgain />
    </div>
  )
  return answerPage(visit, { title: check.title, main })
}

function formPage(visit: Visit, fault: string | null): Page {
  const { check } = visit.words
  const main = (
    <div class="wrap page narrow">
      {fault !== null && <ErrorSummary title={check.errors} faults={[{ field: FIELD, text: fault }]} />}
      <h1>{check.title}</h1>
      <p>{check.lead}</p>
      <CheckForm visit={visit} fault={fault} />
      <p class="hint">{check.privacy}</p>
    </div>
  )
  const title = fault === null ? check.title : `${check.errors}: ${check.title}`
  return fault === null ? { title, main } : { title, main, status: 422 }
}

interface CheckFormProps {
  readonly visit: Visit
  readonly fault: string | null
  readonly isAgain?: boolean
}

function CheckForm({ visit, fault, isAgain = false }: CheckFormProps) {
  const { check } = visit.words
  return (
    <form class="panel tinted stacked" method="post" action={CHECK} encType="multipart/form-data" noValidate>
      <div class="ds-field">
        <label class="ds-label" data-weight="semibold" for={FIELD}>
          {isAgain ? check.another : check.file}
        </label>
        <p class="hint" id={`${FIELD}-hint`}>
          {check.hint(MOST_DOCUMENT_BYTES / 1024 / 1024)}
        </p>
        <input
          class="ds-input"
          type="file"
          id={FIELD}
          name={FIELD}
          accept="application/pdf"
          aria-describedby={`${FIELD}-hint`}
          {...(fault !== null && { 'aria-invalid': true })}
        />
      </div>
      <button class="ds-button">{check.submit}</button>
    </form>
  )
}
