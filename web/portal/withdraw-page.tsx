import type { OwnActs } from '#work/own/own-acts.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import { first, newCommandId, type Typed } from '../desk/form.ts'
import { NumberField } from '../filing/answer-begin.tsx'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { CheckBox, type Fault, TextArea } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { PostForm } from '../parts/post-form.tsx'
import type { Words } from '../words/vi.ts'

interface Asking {
  readonly words: Words
  readonly dossier: FollowedDossier
  readonly acts: OwnActs
  readonly back: string
  readonly asksNumber: boolean
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** What it means to take a dossier back, before it is done. */
export function withdrawPage(asking: Asking): Page {
  const { words, dossier, acts, back, asksNumber, typed, faults = [], refused } = asking
  const said = words.own.withdraw
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p class="lead" lang="vi">
        {dossier.procedureName}
      </p>
      <p class="hint">{dossier.code}</p>
      <Notice kind="warning" title={said.means}>
        <ul>
          <li>{said.ends}</li>
          {acts.paidDong > 0 && (
            <li>{said.paid(words.format.money(acts.paidDong), dossier.placeOfReceiptName)}</li>
          )}
          {acts.papersHere.length > 0 && (
            <li>
              {said.papers(dossier.placeOfReceiptName)}
              <ul lang="vi">
                {acts.papersHere.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </li>
          )}
        </ul>
      </Notice>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        {asksNumber && <NumberField words={words} faults={faults} typed={first(typed, 'number')} />}
        <TextArea name="reason" label={said.reason} value={first(typed, 'reason')} rows={2} />
        <CheckBox name="sure" label={said.sure} checked={first(typed, 'sure') !== ''} />
        <Button isDanger>{said.withdraw}</Button>
      </PostForm>
      <p class="onward">
        <Link href={back}>{said.keep}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: faults.length > 0 ? 422 : refused ? 409 : 200 }
}

/** Nothing is taken back by a slip of the finger. */
export function unsure(words: Words, typed: Typed): Fault[] {
  return first(typed, 'sure') === '' ? [{ field: 'sure', text: words.own.withdraw.sureMissing }] : []
}
