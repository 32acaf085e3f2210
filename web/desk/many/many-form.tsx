import { documentNumbers } from '#domain/dossier/document-numbers.ts'
import { isRefusal } from '#domain/outcome.ts'
import { chosenFrom, type Doing } from '#shapes/chosen-dossiers.ts'
import type { UnitTaker } from '#work/dividing/takers-of.ts'
import type { SeenChosen } from '#work/many/see-chosen.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, TextArea, TextField } from '../../parts/field.tsx'
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
  readonly isAgain: boolean
}

/** What will happen to which dossiers, to be confirmed. */
export function ManyForm({ words, doing, lines, takers, typed, faults = [], isAgain }: ManyFormProps) {
  const said = words.desk.many
  const fault = (field: string) => faults.find((one) => one.field === field)?.text
  const takesNumbers = doing === 'seal' && isAgain
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
          {...moreOf(words, doing, takesNumbers ? numbersOf(typed) : null)}
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
      {doing === 'seal' && lines.some(({ isRegistered }) => isRegistered) && (
        <p class="hint">{words.desk.certifying.numberFromBook}</p>
      )}
      {doing === 'seal' && !takesNumbers && lines.some(({ isRegistered }) => !isRegistered) && (
        <TextField
          name="documentNumber"
          label={said.firstNumber}
          hint={said.firstNumberHint}
          value={first(typed, 'documentNumber')}
          fault={fault('documentNumber')}
          maxLength={60}
          autocomplete="off"
          required
        />
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
function moreOf(words: Words, doing: Doing, numbers: ReadonlyMap<string, string> | null) {
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
  if (numbers)
    return {
      more: {
        title: said.number,
        of: ({ code }: SeenChosen) => (
          <input
            class="ds-input"
            name={numberField(code)}
            aria-label={said.numberOf(code)}
            value={numbers.get(code) ?? ''}
            maxLength={60}
            autocomplete="off"
          />
        ),
      },
    }
  return {}
}

/** The numbers that were given at the last try, by dossier. */
function numbersOf(typed: Typed): ReadonlyMap<string, string> {
  const chosen = chosenFrom(typed.fields['hoSo'] ?? [])
  const counted = documentNumbers(first(typed, 'documentNumber').trim(), chosen.length)
  return new Map(
    chosen.map(({ code }, place) => [
      code,
      first(typed, numberField(code)) || (isRefusal(counted) ? '' : (counted[place] ?? '')),
    ]),
  )
}
