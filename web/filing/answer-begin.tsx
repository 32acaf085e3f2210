import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import { type AtDraft } from '#work/filing/own-draft.ts'
import { seeDraft } from '#work/filing/see-draft.ts'
import type { BegunAnswer } from '#work/answering/begin-supplement.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, TextField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { PostForm } from '../parts/post-form.tsx'
import type { Words } from '../words/vi.ts'
import { CHECK_STEP, FILE_ONLINE, stepAddress } from './addresses.ts'

interface Asking {
  readonly words: Words
  readonly dossier: FollowedDossier
  /** Where the page came from. */
  readonly back: string
  /** Whether the number of the identity paper is asked for: who is signed in says nothing more. */
  readonly asksNumber: boolean
  readonly number?: string
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** What is asked for, all of it, before anything is filled in. */
export function answerBeginPage({
  words,
  dossier,
  back,
  asksNumber,
  number,
  faults = [],
  refused,
}: Asking): Page {
  const said = words.own.answer
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p class="lead" lang="vi">
        {dossier.procedureName}
      </p>
      <p class="hint">{dossier.code}</p>
      <p>{said.lead}</p>
      <ol lang="vi">
        {dossier.supplement?.map(({ wrong, todo }) => (
          <li key={`${wrong} ${todo}`}>
            <strong>{wrong}</strong>
            <br />
            {todo}
          </li>
        ))}
      </ol>
      <p>{said.onlyOriginal}</p>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        {asksNumber && <NumberField words={words} faults={faults} typed={number} />}
        <Button>{said.begin}</Button>
      </PostForm>
      <p class="onward">
        <Link href={back}>{words.own.back}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: faults.length > 0 ? 422 : refused ? 409 : 200 }
}

interface NumberProps {
  readonly words: Words
  readonly faults: readonly Fault[]
  readonly typed?: string | undefined
}

/** Whose the dossier is, for who came by code and key. */
export function NumberField({ words, faults, typed = '' }: NumberProps) {
  const said = words.own.answer
  return (
    <TextField
      name="number"
      label={said.number}
      hint={said.numberHint}
      value={typed}
      maxLength={20}
      fault={faults.find(({ field }) => field === 'number')?.text}
      required
    />
  )
}

/** The first page on which something is to be put right. */
export async function firstStep(at: AtDraft, { id, procedure }: BegunAnswer): Promise<`/${string}`> {
  const seen = await seeDraft(at, id)
  const step = isRefusal(seen) ? undefined : seen.steps[0]?.key
  return stepAddress(FILE_ONLINE, { id, procedure }, step ?? CHECK_STEP)
}
