import type { Doing } from '#shapes/chosen-dossiers.ts'
import type { UnitTaker } from '#work/dividing/takers-of.ts'
import type { SeenChosen } from '#work/many/see-chosen.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, TextArea } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { TakerField } from '../dividing/taker-field.tsx'
import { first, newCommandId, type Typed } from '../form.ts'
import { numberField } from './carry-out.ts'
import { ChosenTable } from './chosen-table.tsx'

interface ManyFormProps {
  readonly words: Words
  readonly doing: Doing
  readonly lines: readonly SeenChosen[]
  readonly takers: readonly UnitTaker[]
  readonly typed: Typed
  readonly faults?: readonly Fault[]
}

/** What will happen to which dossiers, to be confirmed. */
export function ManyForm({ words, doing, lines, takers, typed, faults = [] }: ManyFormProps) {
  const said = words.desk.many
  const fault = (field: string) => faults.find((one) => one.field === field)?.text
  return (
    <PostForm words={words} action="/ban/nhieu" class="many stacked" faults={faults}>
      <input type="hidden" name="id" value={newCommandId()} />
      <input type="hidden" name="lam" value={doing} />
      <input type="hidden" name="xacNhan" value="1" />
      <Grounds words={words} lines={lines} />
      <div class="scrolled" tabIndex={0} role="region" aria-label={said.dossiers}>
        <ChosenTable
          words={words}
          caption={said.dossiers}
          lines={lines}
          tick={said.tick}
          isTicked={() => true}
          {...moreOf(words, doing, lines, typed)}
        />
      </div>
      {doing === 'pay' && (
        <p>
          <strong>
            {said.toTake(words.format.money(lines.reduce((sum, { owedDong }) => sum + (owedDong ?? 0), 0)))}
          </strong>
        </p>
      )}
      {doing === 'assign' && (
        <TakerField words={words} takers={takers} value={first(typed, 'to')} fault={fault('to')} />
      )}
      {doing === 'seal' && lines.some((one) => one.isNumberedHere) && (
        <p class="hint">{said.numbersFromBook}</p>
      )}
      {(doing === 'forward' || doing === 'approve' || doing === 'assign') && (
        <TextArea name="note" label={said.note} value={first(typed, 'note')} fault={fault('note')} rows={2} />
      )}
      <Button keys="Alt+Enter">{said.confirm[doing](lines.length)}</Button>
    </PostForm>
  )
}

/** The documents by which the person approves, once each. */
function Grounds({ words, lines }: Pick<ManyFormProps, 'words' | 'lines'>) {
  const grounds = new Map(lines.flatMap(({ mandate }) => (mandate ? [[mandate.key, mandate.ground]] : [])))
  return (
    <>
      {[...grounds].map(([key, ground]) => (
        <p key={key}>
          {words.desk.many.basis} {key}: <span lang="vi">{ground}</span>
        </p>
      ))}
    </>
  )
}

/** The column that says what happens to each: by which mandate, from whom, or its number. */
function moreOf(words: Words, doing: Doing, lines: readonly SeenChosen[], typed: Typed) {
  const said = words.desk.many
  if (doing === 'approve')
    return {
      more: {
        title: said.basis,
        of: ({ mandate }: SeenChosen) => mandate?.key ?? '',
      },
    }
  if (doing === 'pay')
    return {
      more: {
        title: words.desk.money.amount,
        of: ({ owedDong }: SeenChosen) => words.format.money(owedDong ?? 0),
      },
    }
  if (doing === 'assign')
    return {
      more: {
        title: words.desk.dividing.held,
        of: ({ heldByName }: SeenChosen) => <span lang="vi">{heldByName ?? words.desk.dividing.nobody}</span>,
      },
    }
  if (doing === 'seal' && lines.some((one) => !one.isNumberedHere))
    return {
      more: {
        title: said.number,
        of: ({ code, isNumberedHere }: SeenChosen) =>
          isNumberedHere ? (
            ''
          ) : (
            <input
              class="ds-input"
              name={numberField(code)}
              aria-label={said.numberOf(code)}
              value={first(typed, numberField(code))}
              maxLength={60}
              autocomplete="off"
            />
          ),
      },
    }
  return {}
}
