import type { Context } from 'hono'
import { POST_COMPLAINT, WRITTEN_KINDS } from '#domain/opinions/opinion-rules.ts'
import { isRefusal } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { FeedbackToSend } from '#shapes/feedback.ts'
import {
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  type Typed,
  sentForm,
} from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, FileField, RadioGroup, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import { tooMany } from '../look-up.tsx'
import { FEEDBACK, FEEDBACK_FOLLOW, FEEDBACK_PUBLISHED } from './addresses.ts'
import { keepSlip } from './feedback-slip.ts'

/** Where citizens write to the centre. */
export async function feedbackForm(visit: Visit): Promise<Page> {
  // The dossier's page leads here with its code, which says nothing by itself.
  const dossier = (visit.url.searchParams.get('ho-so') ?? '').slice(0, 60)
  return formPage(visit, { ...NOTHING_TYPED, fields: { dossier: [dossier] } })
}

export async function feedbackSent(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words, desk } = visit
  const typed = await sentForm(c)
  const read = readForm(typed, FeedbackToSend, words)
  if (read.faults)
    return answerPage(visit, formPage(visit, typed, { faults: inOwnWords(visit, read.faults) }))
  const [sent] = typed.files
  const file =
    sent && sent.file.size > 0
      ? { name: sent.file.name, bytes: new Uint8Array(await sent.file.arrayBuffer()) }
      : null
  const slip = await doors.opinions.sendFeedback(c, desk, read.value, file)
  if (slip instanceof Temporal.Instant) return tooMany(visit, slip)
  if (!isRefusal(slip)) {
    keepSlip(c, slip)
    return c.redirect(`${FEEDBACK_FOLLOW}?moi`, 303)
  }
  const text = refusalText(words, slip)
  if (slip.refused === 'no-such-dossier')
    return answerPage(
      visit,
      formPage(visit, typed, { faults: [{ field: 'dossier', text: words.feedback.dossierFault }] }),
    )
  if (slip.refused === 'complaint-needs-name') {
    const field = first(typed, 'name').trim() === '' ? 'name' : 'address'
    return answerPage(visit, formPage(visit, typed, { faults: [{ field, text }] }))
  }
  return answerPage(visit, formPage(visit, typed, { refused: text }))
}

function inOwnWords({ words }: Visit, faults: readonly Fault[]): Fault[] {
  const own: { readonly [field: string]: string } = {
    kind: words.feedback.kindFault,
    text: words.feedback.textFault,
  }
  return faults.map(({ field, text }) => ({ field, text: own[field] ?? text }))
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

function formPage(
  { words, centre, citizen }: Visit,
  typed: Typed,
  { faults = [], refused }: Answer = {},
): Page {
  const said = words.feedback
  const field = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  const isNamed = citizen !== null && isVerified(citizen)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <ul>
        <li>
          <Link href={FEEDBACK_FOLLOW}>{said.follow}</Link>
        </li>
        <li>
          <Link href={FEEDBACK_PUBLISHED}>{said.publishedLink}</Link>
        </li>
      </ul>
      {centre.takesFeedback ? (
        <PostForm
          words={words}
          action={FEEDBACK}
          class="stacked"
          enctype="multipart/form-data"
          faults={faults}
          refused={refused}
        >
          <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
          <RadioGroup
            name="kind"
            legend={said.kind}
            value={first(typed, 'kind')}
            choices={WRITTEN_KINDS.filter((one) => one !== POST_COMPLAINT || centre.takesPostComplaints).map(
              (value) => ({ value, label: said.kindsWhy[value] }),
            )}
            fault={faultAt(faults, 'kind')}
          />
          <TextArea
            {...field('text')}
            label={said.text}
            hint={said.textHint}
            rows={8}
            maxLength={4000}
            required
          />
          <TextField {...field('dossier')} label={said.dossier} maxLength={60} isCode />
          {isNamed ? (
            <p>
              {said.name}: <strong lang="vi">{citizen.name}</strong>
            </p>
          ) : (
            <TextField
              {...field('name')}
              label={said.name}
              hint={said.nameHint}
              maxLength={120}
              autocomplete="name"
            />
          )}
          <TextField
            {...field('address')}
            label={said.address}
            maxLength={300}
            autocomplete="street-address"
          />
          <TextField {...field('contact')} label={said.contact} maxLength={120} autocomplete="off" />
          <FileField
            name="file"
            label={said.file}
            hint={said.fileHint}
            accept="application/pdf,image/jpeg,image/png"
          />
          <Button>{said.send}</Button>
        </PostForm>
      ) : (
        <Notice kind="info">
          <p>{words.refusals['no-feedback-here']({})}</p>
        </Notice>
      )}
      <p class="hint">{said.denunciation}</p>
    </div>
  )
  const title = faults.length > 0 ? `${words.desk.shell.faults}: ${said.title}` : said.title
  return { title, main, status: faults.length > 0 ? 422 : refused === undefined ? 200 : 409 }
}
