import { chosenFrom, MOST_AT_ONCE } from '#shapes/chosen-dossiers.ts'
import type { OpenWork } from '#work/dividing/see-open-work.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, TextArea } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, newCommandId, type Typed } from '../form.ts'
import { ChosenTable } from '../many/chosen-table.tsx'
import { TakerField } from './taker-field.tsx'

interface GivingFormProps {
  readonly words: Words
  readonly work: OpenWork
  readonly typed: Typed
  readonly faults: readonly Fault[]
  /** Codes of what could not be given just now, which stays ticked. */
  readonly failed: readonly string[] | null
}

/** Which dossiers, to whom. */
export function GivingForm({ words, work, typed, faults, failed }: GivingFormProps) {
  const said = words.desk.dividing
  const fault = (field: string) => faults.find((one) => one.field === field)?.text
  const ticked = failed ?? chosenFrom(typed.fields['hoSo'] ?? []).map(({ code }) => code)
  const posts = new Set(work.lines.map(({ post }) => post))
  const takers = work.takers.filter(
    (one) => one.id !== work.staff?.id && one.posts.some((post) => posts.has(post)),
  )
  return (
    <PostForm words={words} class="giving stacked" faults={faults}>
      <input type="hidden" name="id" value={newCommandId()} />
      <p>{work.hasMore ? said.givingMore(MOST_AT_ONCE) : said.givingLead(work.lines.length)}</p>
      <div id="dossiers" class="scrolled" tabIndex={0} role="region" aria-label={said.dossiers}>
        <ChosenTable
          words={words}
          caption={said.dossiers}
          lines={work.lines}
          tick={said.tick}
          isTicked={({ code }) => ticked.includes(code)}
        />
      </div>
      <TakerField words={words} takers={takers} value={first(typed, 'to')} fault={fault('to')} />
      <TextArea name="note" label={said.note} value={first(typed, 'note')} fault={fault('note')} rows={2} />
      <div class="buttons">
        <Button keys="Alt+Enter">{said.giveTicked}</Button>
        <Button kind="secondary" name="all" value="true">
          {work.staff === null ? said.giveAll : said.giveAllOf(work.staff.name)}
        </Button>
      </div>
    </PostForm>
  )
}
