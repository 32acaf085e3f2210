import type { SeenDraft, SeenDrafts } from '#work/drafting/see-drafts.ts'
import { Button } from '../../parts/button.tsx'
import { SelectField, TextArea } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { Person } from '../dossier/person.tsx'
import { Said } from '../dossier/said.tsx'
import { newCommandId } from '../form.ts'
import { draftsAddress } from './address.ts'
import type { CommentAnswered } from './drafts-page.tsx'

interface VersionsProps {
  readonly words: Words
  readonly seen: SeenDrafts
  readonly answered: CommentAnswered | undefined
}

/** The versions, the newest first, each with what was said of it. */
export function DraftVersions({ words, seen, answered }: VersionsProps) {
  const said = words.desk.drafting
  return (
    <section aria-labelledby="phien-ban">
      <h2 id="phien-ban">{said.versions}</h2>
      {seen.drafts.length === 0 && <p>{said.none}</p>}
      {seen.drafts.length > 1 && <CompareForm words={words} seen={seen} />}
      <ul class="dossier-lines">
        {seen.drafts.map((draft) => (
          <li key={draft.version}>
            <Version words={words} code={seen.code} draft={draft} />
            {seen.mayComment && (
              <CommentForm
                words={words}
                code={seen.code}
                version={draft.version}
                answered={answered?.version === draft.version ? answered : undefined}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Version({ words, code, draft }: { words: Words; code: string; draft: SeenDraft }) {
  const said = words.desk.drafting
  const { version, missing } = draft
  return (
    <>
      <h3>
        {said.version(version)}
        {draft.isApproved && ` (${said.approved})`}
      </h3>
      <Said text={draft.why} />
      <p class="dossier-by">
        <Person words={words} by={draft.by} />
        <time class="tabular" dateTime={draft.at}>
          {words.format.moment(draft.at)}
        </time>
      </p>
      {missing.length > 0 && <p class="hint">{said.missing(missing.join('; '))}</p>}
      <p>
        <a
          class="ds-link"
          href={`${draftsAddress(code)}/${version}/xem.pdf`}
          target="_blank"
          rel="noopener"
          data-turbo="false"
        >
          {said.see(version)}
        </a>
      </p>
      {draft.comments.length > 0 && (
        <ul class="dossier-lines">
          {draft.comments.map((one) => (
            <li key={one.id}>
              <Said text={one.text} />
              <p class="dossier-by">
                <Person words={words} by={one.by} />
                <time class="tabular" dateTime={one.at}>
                  {words.format.moment(one.at)}
                </time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface CommentProps {
  readonly words: Words
  readonly code: string
  readonly version: number
  readonly answered: CommentAnswered | undefined
}

function CommentForm({ words, code, version, answered }: CommentProps) {
  const said = words.desk.drafting
  return (
    <details class="ds-details" open={answered !== undefined}>
      <summary>{said.comment(version)}</summary>
      <PostForm
        words={words}
        action={`${draftsAddress(code)}/gop-y`}
        draft={`du-thao ${code} gop-y ${version}`}
        class="stacked"
        faults={answered?.faults}
        refused={answered?.refused}
      >
        <input type="hidden" name="id" value={newCommandId()} />
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="text"
          id={`gop-y-${version}`}
          label={said.comment(version)}
          rows={2}
          value={answered?.text}
          fault={answered?.faults?.[0]?.text}
        />
        <Button kind="secondary">{said.sendComment}</Button>
      </PostForm>
    </details>
  )
}

function CompareForm({ words, seen: { code, drafts } }: { words: Words; seen: SeenDrafts }) {
  const said = words.desk.drafting
  const choices = drafts.map(({ version }) => ({ value: String(version), label: said.version(version) }))
  return (
    <form method="get" action={`${draftsAddress(code)}/so-sanh`} class="stacked" aria-label={said.compare}>
      <h3>{said.compare}</h3>
      <SelectField name="tu" label={said.from} value={choices[1]?.value} choices={choices} />
      <SelectField name="den" label={said.to} value={choices[0]?.value} choices={choices} />
      <Button kind="secondary">{said.doCompare}</Button>
    </form>
  )
}
