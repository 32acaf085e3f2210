import { type Fact, isRefusal, type Refusal } from '#domain/outcome.ts'
import { DraftCommentToWrite, DraftToSave } from '#shapes/result-drafts.ts'
import { commentOnDraft } from '#work/drafting/comment-on-draft.ts'
import { saveDraft } from '#work/drafting/save-draft.ts'
import { seeDrafts, type SeenDrafts } from '#work/drafting/see-drafts.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { codeOf, dossierAddress } from '../dossier/address.ts'
import { named } from '../dossier/verbs.ts'
import { first, newCommandId, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { COMMENTS, DRAFTS, draftsAddress } from './address.ts'
import { DraftField, draftFieldName } from './draft-field.tsx'
import { DraftVersions } from './draft-versions.tsx'

/** What was sent and could not be done: it stands in the form again. */
interface SaveAnswered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

export interface CommentAnswered {
  readonly version: number
  readonly text: string
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

interface Answered {
  readonly save?: SaveAnswered
  readonly comment?: CommentAnswered
}

/** The result of a dossier as it is written: its fields, its versions and what was said of them. */
export const draftsPage: DeskPage = {
  path: DRAFTS,
  action: 'see-dossier',
  get: (visit) => showDrafts(visit, {}, 200),
  async post(visit, typed) {
    const { desk, words } = visit
    const code = codeOf(visit)
    const { value, faults } = readForm(typed, DraftToSave, words)
    if (faults) return showDrafts(visit, { save: { typed, faults: named(faults, typed, words) } }, 422)
    const saved = await saveDraft(desk, code, value)
    if (!isRefusal(saved)) return seeOther(`${draftsAddress(code)}#phien-ban`)
    const wrong = wrongFields(saved, words)
    return wrong.length > 0
      ? showDrafts(visit, { save: { typed, faults: wrong } }, 422)
      : showDrafts(visit, { save: { typed, refused: refusalText(words, saved) } }, 409)
  },
}

/** Where a comment is sent to; opened by itself it leads to the drafts. */
export const draftCommentsPage: DeskPage = {
  path: COMMENTS,
  action: 'write-note',
  get: (visit) => Promise.resolve(seeOther(draftsAddress(codeOf(visit)))),
  async post(visit, typed) {
    const { desk, words } = visit
    const code = codeOf(visit)
    const own = { version: Number(first(typed, 'version')), text: first(typed, 'text') }
    const { value, faults } = readForm(typed, DraftCommentToWrite, words)
    if (faults) {
      const at = faults.map((one) => ({ ...one, field: `gop-y-${own.version}` }))
      return showDrafts(visit, { comment: { ...own, faults: at } }, 422)
    }
    const written = await commentOnDraft(desk, code, value)
    return isRefusal(written)
      ? showDrafts(visit, { comment: { ...own, refused: refusalText(words, written) } }, 409)
      : seeOther(`${draftsAddress(code)}#phien-ban`)
  },
}

async function showDrafts(
  visit: DeskVisit,
  { save, comment }: Answered,
  status: 200 | 409 | 422,
): Promise<Page> {
  const { desk, words } = visit
  const said = words.desk.drafting
  const code = codeOf(visit)
  const seen = await seeDrafts(desk, code)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const main = (
    <>
      <h1>
        {said.heading}: <span lang="vi">{seen.form.title}</span>
      </h1>
      <p class="sub">
        <Link href={dossierAddress(code)}>
          {said.back} {code}
        </Link>
      </p>
      <p class="hint">
        <span lang="vi">{said.basis(seen.form.legalBasis)}</span>
        {seen.form.confidence !== 'high' && ` ${said.unsure}`}
      </p>
      {seen.maySave ? (
        <DraftForm words={words} seen={seen} answered={save} />
      ) : (
        <p class="hint">{save?.refused ?? said.notHere}</p>
      )}
      <DraftVersions words={words} seen={seen} answered={comment} />
    </>
  )
  return { title: said.title(code), main, status }
}

interface DraftFormProps {
  readonly words: Words
  readonly seen: SeenDrafts
  readonly answered: SaveAnswered | undefined
}

function DraftForm({ words, seen, answered }: DraftFormProps) {
  const said = words.desk.drafting
  const { code, drafts, fields } = seen
  const faults = answered?.faults ?? []
  const newest = drafts[0]?.version ?? 0
  return (
    <section aria-labelledby="soan">
      <h2 id="soan">{said.write}</h2>
      <PostForm
        words={words}
        draft={`du-thao ${code}`}
        class="stacked"
        faults={answered?.faults}
        refused={answered?.refused}
      >
        <input type="hidden" name="id" value={newCommandId()} />
        <input type="hidden" name="on" value={newest} />
        {fields.map((field) => {
          const name = draftFieldName(field.name)
          const value = answered ? first(answered.typed, name) : (seen.values[field.name] ?? '')
          return (
            <DraftField key={name} words={words} field={field} value={value} fault={faultAt(faults, name)} />
          )
        })}
        <TextField
          name="why"
          label={said.why}
          value={answered ? first(answered.typed, 'why') : newest === 0 ? said.whyFirst : ''}
          fault={faultAt(faults, 'why')}
          maxLength={300}
          required
        />
        <Button keys="Alt+Enter">{said.save}</Button>
      </PostForm>
    </section>
  )
}

/** The faults of single fields, where the refusal names them. */
function wrongFields({ refused, facts }: Refusal, { desk }: Words): readonly Fault[] {
  const { faults } = facts
  if (refused !== 'draft-values-wrong' || !Array.isArray(faults)) return []
  return faults.flatMap((fault: Fact) => {
    const known = Object(fault)
    const sentence = desk.draftFaults[String(known.code)]
    return sentence ? [{ field: draftFieldName(String(known.field)), text: sentence(known) }] : []
  })
}
