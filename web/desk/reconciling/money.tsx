import type { MoneyHappened, MoneyLine } from '#work/paying/see-reconciliation.ts'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { faultAt, TextArea, TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { dossierAddress } from '../dossier/address.ts'
import { first, newCommandId, NOTHING_TYPED } from '../form.ts'
import { RECONCILIATION } from './address.ts'
import { standingInWords } from './standing.ts'
import type { ReconcilingAnswered } from './reconciliation.tsx'

interface MoneyProps {
  readonly words: Words
  readonly line: MoneyLine
  readonly mayReconcile: boolean
  readonly answered: ReconcilingAnswered
  /** Everything that happened to it, where it was asked for by itself. */
  readonly history?: readonly MoneyHappened[]
}

/** One sum: where it came from, why it lies here, and what can be done with it. */
export function Money(props: MoneyProps) {
  const { words, line, answered, mayReconcile, history } = props
  const said = words.desk.reconciling
  const { money, text, code } = line
  const left = money.dong - money.refundedDong
  const isLeft = money.refund === null && left > 0
  return (
    <section class="money-in">
      <h2>
        {words.format.money(money.dong)}, {said.providers[money.provider]}
      </h2>
      <p>
        <span class="ds-tag" data-color="warning">
          {standingInWords(words, money)}
        </span>
      </p>
      {money.refundRefused !== null && (
        <Notice kind="danger">
          <p>{said.refundRefused(money.refundRefused)}</p>
        </Notice>
      )}
      <Facts>
        <FactOf name={said.paidAt}>
          {words.format.longMoment(money.paidAt)}
          <small>{said.heard[money.heardBy]}</small>
        </FactOf>
        <FactOf name={said.transaction}>
          <span class="tabular">{money.transaction}</span>
        </FactOf>
        <FactOf name={said.reference}>
          <span class="tabular">{money.reference ?? said.noReference}</span>
        </FactOf>
        {text !== null && (
          <FactOf name={said.text}>
            <span lang="vi">{text}</span>
          </FactOf>
        )}
        {code !== null && (
          <FactOf name={said.dossier}>
            <a class="ds-link tabular" href={dossierAddress(code)}>
              {code}
            </a>
          </FactOf>
        )}
      </Facts>
      {history && (
        <details class="ds-details">
          <summary>{said.history}</summary>
          <ol>
            {history.map(({ type, at, by }, place) => (
              <li key={place}>
                {said.happened[type]}{' '}
                <small>
                  {words.format.moment(at)}
                  {by !== '' && (
                    <>
                      , <span lang="vi">{by}</span>
                    </>
                  )}
                </small>
              </li>
            ))}
          </ol>
        </details>
      )}
      {answered.refused !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{answered.refused}</p>
        </Notice>
      )}
      {money.refund && <RefundAsked {...props} />}
      {mayReconcile && isLeft && money.standing === 'doubted' && <CreditForm {...props} />}
      {mayReconcile && isLeft && money.standing !== 'new' && money.standing !== 'held' && (
        <AskForm {...props} left={left} />
      )}
    </section>
  )
}

/** What was typed into one of the forms of this sum. */
function typedIn({ line, answered: { typed = NOTHING_TYPED, faults = [] } }: MoneyProps, verb: string) {
  const isThis = first(typed, 'do') === verb && first(typed, 'money') === line.id
  return (name: string) => ({
    name,
    id: `${verb}-${name}-${line.id}`,
    value: isThis ? first(typed, name) : '',
    fault: isThis ? faultAt(faults, name) : undefined,
  })
}

function Hidden({ verb, line }: { readonly verb: string; readonly line: MoneyLine }) {
  return (
    <>
      <input type="hidden" name="do" value={verb} />
      <input type="hidden" name="money" value={line.id} />
    </>
  )
}

function CreditForm(props: MoneyProps) {
  const { words, line } = props
  const said = words.desk.reconciling
  const code = typedIn(props, 'credit')('code')
  return (
    <PostForm words={words} action={RECONCILIATION} class="stacked narrow-form">
      <Hidden verb="credit" line={line} />
      <p class="hint">{said.creditHint}</p>
      <TextField {...code} value={code.value || (line.code ?? '')} label={said.code} autocomplete="off" />
      <Button>{said.credit}</Button>
    </PostForm>
  )
}

function AskForm(props: MoneyProps & { readonly left: number }) {
  const { words, line, left, answered, history } = props
  const said = words.desk.reconciling
  const field = typedIn(props, 'ask')
  const dong = field('dong')
  const isTyped = answered.typed !== undefined && first(answered.typed, 'do') === 'ask'
  return (
    <details
      class="ds-details"
      open={isTyped || (history !== undefined && line.money.standing === 'credited')}
    >
      <summary>{said.ask}</summary>
      <PostForm words={words} action={RECONCILIATION} class="stacked narrow-form">
        <Hidden verb="ask" line={line} />
        <input type="hidden" name="id" value={newCommandId()} />
        <TextField
          {...dong}
          value={dong.value || String(left)}
          label={said.dong}
          inputmode="numeric"
          autocomplete="off"
        />
        <TextArea {...field('reason')} label={said.reason} rows={2} required />
        <TextField {...field('ground')} label={said.ground} maxLength={300} required />
        <Button kind="secondary">{said.ask}</Button>
      </PostForm>
    </details>
  )
}

/** What a colleague asked for, and the second person's answer. */
function RefundAsked(props: MoneyProps) {
  const { words, line } = props
  const said = words.desk.reconciling
  const { refund, goesBackByItself } = line
  if (!refund) return null
  const { money: inDong, moment } = words.format
  const reference = typedIn(props, 'agree')('reference')
  const comment = typedIn(props, 'drop')('comment')
  return (
    <Notice kind="info" title={said.asked(refund.askedByName, inDong(refund.dong), moment(refund.askedAt))}>
      <p lang="vi">{said.why(refund.reason, refund.ground)}</p>
      {refund.agreedBy !== null ? (
        <p>{said.agreedBy(inDong(refund.dong))}</p>
      ) : refund.isOwn ? (
        <p>{said.own}</p>
      ) : (
        <PostForm words={words} action={RECONCILIATION} class="stacked narrow-form">
          <Hidden verb="agree" line={line} />
          <input type="hidden" name="refund" value={refund.id} />
          <TextField
            {...reference}
            label={said.transferred}
            hint={goesBackByItself ? said.agreeEither : said.agreeByHand}
            maxLength={100}
            autocomplete="off"
            required={!goesBackByItself}
          />
          <Button>{said.agree}</Button>
        </PostForm>
      )}
      {refund.agreedBy === null && (
        <details class="ds-details">
          <summary>{said.drop}</summary>
          <PostForm words={words} action={RECONCILIATION} class="stacked narrow-form">
            <Hidden verb="drop" line={line} />
            <input type="hidden" name="refund" value={refund.id} />
            <TextField {...comment} label={said.dropWhy} required />
            <Button kind="secondary">{said.drop}</Button>
          </PostForm>
        </details>
      )}
    </Notice>
  )
}
