import { formChange } from '#work/filing/carry-over.ts'
import type { SeenDraft } from '#work/filing/see-draft.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import type { FilingVisit } from './filing-visit.ts'

/** The form holds by another version than the draft was begun with: what is otherwise, before it goes on. */
export function formChangedPage({ visit: { words } }: FilingVisit, seen: SeenDraft): Page {
  const said = words.filing
  const { added, changed, gone } = formChange(seen)
  const listed = (title: string, labels: readonly string[]) =>
    labels.length > 0 && (
      <>
        <h2>{title}</h2>
        <ul lang="vi">
          {labels.map((label, place) => (
            <li key={place}>{label}</li>
          ))}
        </ul>
      </>
    )
  const main = (
    <div class="wrap page narrow">
      <h1>{said.formChangedTitle}</h1>
      <p class="lead" lang="vi">
        {seen.law.procedure.name}
      </p>
      <p>{said.formChangedLead(words.format.day(seen.law.form.from))}</p>
      {listed(said.formAdded, added)}
      {listed(said.formModified, changed)}
      {listed(said.formGone, gone)}
      <form method="post">
        <Button name="lam" value="to-khai-moi">
          {said.formGoOn}
        </Button>
      </form>
    </div>
  )
  return { title: said.formChangedTitle, main }
}
