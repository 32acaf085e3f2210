import { Button } from '../../parts/button.tsx'
import { faultAt, TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, newCommandId } from '../form.ts'
import type { SheetAnswer } from './sheet-parts.tsx'

/** The giver takes back what nobody has confirmed, and says why. */
export function TakeBackForm({ words, answer }: { readonly words: Words; readonly answer: SheetAnswer }) {
  const said = words.desk.papers
  const { typed, faults = [], refused } = answer
  return (
    <details class="ds-details no-print" open={faults.length > 0 || refused !== undefined}>
      <summary>{said.takeBack}</summary>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <p>{said.takeBackLead}</p>
        <input type="hidden" name="form" value="take-back" />
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <TextField
          name="reason"
          label={said.whyBack}
          value={first(typed, 'reason')}
          fault={faultAt(faults, 'reason')}
          maxLength={1000}
          required
        />
        <Button kind="secondary">{said.takeBack}</Button>
      </PostForm>
    </details>
  )
}
