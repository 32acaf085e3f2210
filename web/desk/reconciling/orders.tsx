import type { OrderLine } from '#work/paying/see-reconciliation.ts'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { RECONCILIATION } from './address.ts'

/** A citizen reads a number out: what became of it? */
export function FindForm({ words, sought }: { words: Words; sought: string }) {
  const said = words.desk.reconciling
  return (
    <form action={RECONCILIATION} class="day-form">
      <TextField name="tim" label={said.find} value={sought} maxLength={100} autocomplete="off" />
      <Button kind="secondary">{said.doFind}</Button>
    </form>
  )
}

interface OrderProps {
  readonly words: Words
  readonly order: OrderLine
  readonly mayReconcile: boolean
}

/** An attempt to pay, and the question to its provider. */
export function Order({ words, order, mayReconcile }: OrderProps) {
  const said = words.desk.reconciling
  const { reference, provider, dong, openedAt, ended, canBeAsked, id } = order
  return (
    <section class="money-in">
      <h2>{said.order(reference)}</h2>
      <Facts>
        <FactOf name={said.provider}>{said.providers[provider]}</FactOf>
        <FactOf name={said.amount}>{words.format.money(dong)}</FactOf>
        <FactOf name={said.paidAt}>{words.format.longMoment(openedAt)}</FactOf>
        <FactOf name={said.standing}>{said.orderEnds[ended ?? 'open']}</FactOf>
      </Facts>
      {mayReconcile && canBeAsked && (
        <PostForm words={words} action={RECONCILIATION}>
          <input type="hidden" name="do" value="ask-again" />
          <input type="hidden" name="order" value={id} />
          <Button kind="secondary">{said.askAgain}</Button>
        </PostForm>
      )}
    </section>
  )
}
