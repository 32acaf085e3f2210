import { Button } from '../../parts/button.tsx'
import { CheckBox, faultAt, TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { first, newCommandId } from '../form.ts'
import { paperName } from './paper-name.tsx'
import { LineName, type SheetAnswer, type SheetProps } from './sheet-parts.tsx'

/** The receiver ticks each dossier that is taken and leaves ticked what came with it. */
export function ConfirmForm({ words, seen, answer }: SheetProps & { readonly answer: SheetAnswer }) {
  const said = words.desk.papers
  const { typed, faults, refused } = answer
  const isTyped = first(typed, 'id') !== ''
  return (
    <PostForm words={words} class="sheet-confirm stacked" faults={faults} refused={refused}>
      <p id="confirm">{said.confirmLead}</p>
      <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
      {seen.lines.map((line, place) => {
        const at = (name: string) => `lines.${place}.${name}`
        const here = typed.fields[at('here')] ?? []
        return (
          <fieldset key={line.code} class="ds-fieldset sheet-line">
            <legend>
              <LineName words={words} line={line} />
            </legend>
            <CheckBox
              name={at('isTaken')}
              label={said.isTaken(line.code)}
              checked={first(typed, at('isTaken')) !== ''}
            />
            <div class="sheet-papers">
              {line.content.papers.map((paper) => (
                <CheckBox
                  key={paper.paper}
                  name={at('here')}
                  id={`${at('here')}.${paper.paper}`}
                  value={paper.paper}
                  label={<span lang="vi">{said.isThere(paperName(words, paper))}</span>}
                  checked={!isTyped || here.includes(paper.paper)}
                />
              ))}
            </div>
            <TextField
              name={at('note')}
              label={said.note(line.code)}
              hint={said.noteHint}
              value={first(typed, at('note'))}
              fault={faultAt(faults ?? [], at('note'))}
              maxLength={1000}
            />
          </fieldset>
        )
      })}
      <p class="onward-ways">
        <Button keys="Alt+Enter">{said.confirm}</Button>
        <Button kind="secondary" name="all" value="true">
          {said.takeAll}
        </Button>
      </p>
    </PostForm>
  )
}
