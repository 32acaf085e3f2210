import { DUE_TIMES, EXEMPT, FEE_KINDS, PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { Link } from '../../parts/link.tsx'
import { moneyAddress } from '../reconciling/address.ts'
import { SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** Rows to write in; what is left empty is no line. */
const ROWS = 3

/** What is to be paid, where the catalogue leaves it open or the law asks less. */
export function AssessFeeForm(props: StepFormProps) {
  const said = props.words.desk.money
  const who = fieldFor(props, 'exemption.who')
  return (
    <StepForm {...props} title={said.assess} kind="secondary" hasKey>
      <p class="hint">{said.assessHint}</p>
      {Array.from({ length: ROWS }, (_, place) => (
        <Line key={place} {...props} place={place} />
      ))}
      <SelectField
        name={who.name}
        label={said.exempt}
        value={who.value}
        fault={who.fault}
        choices={[
          { value: '', label: said.notExempt },
          ...EXEMPT.map((key) => ({ value: key, label: said.exempts[key] })),
        ]}
      />
      <TextField {...fieldFor(props, 'exemption.ground')} label={said.exemptGround} maxLength={300} />
    </StepForm>
  )
}

function Line(props: StepFormProps & { readonly place: number }) {
  const said = props.words.desk.money
  const asked = props.seen.linesAsked[props.place]
  const field = (name: string) => fieldFor(props, `lines.${props.place}.${name}`)
  const begun = (name: 'name' | 'dong' | 'ground') => {
    const own = field(name)
    return { ...own, value: own.value ?? String(asked?.[name] ?? '') }
  }
  const due = field('due')
  const kind = field('kind')
  return (
    <fieldset class="ds-fieldset stacked">
      <legend>{said.line(props.place + 1)}</legend>
      <SelectField
        name={kind.name}
        label={said.kind}
        value={kind.value ?? asked?.kind}
        fault={kind.fault}
        choices={[
          { value: '', label: said.noLine },
          ...FEE_KINDS.map((key) => ({ value: key, label: said.kinds[key] })),
        ]}
      />
      <TextField {...begun('name')} label={said.lineName} />
      <TextField {...begun('ground')} label={said.lineGround} maxLength={300} />
      <SelectField
        name={due.name}
        label={said.due}
        value={due.value ?? asked?.due}
        fault={due.fault}
        choices={[
          { value: '', label: said.dueByProcess },
          ...DUE_TIMES.map((key) => ({ value: key, label: said.dues[key] })),
        ]}
      />
      <TextField {...begun('dong')} label={said.dong} inputmode="numeric" autocomplete="off" />
    </fieldset>
  )
}

/** All that is owed, against the next receipt. */
export function TakePaymentForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.money
  const way = fieldFor(props, 'way')
  const dong = fieldFor(props, 'dong')
  // What is due later is paid later; where nothing is due now, all of it can be paid ahead.
  const owed = seen.owedNowDong || seen.owedDong || 0
  return (
    <StepForm {...props} title={said.take} hasKey>
      <p class="owed">
        <strong>{words.format.money(owed)}</strong>
        {owed !== (seen.owedDong ?? 0) && <small>{said.inAll(words.format.money(seen.owedDong ?? 0))}</small>}
      </p>
      <input type="hidden" name={dong.name} value={owed} />
      <SelectField
        name={way.name}
        label={said.way}
        value={way.value || PAYMENT_WAYS[0]}
        fault={way.fault}
        choices={PAYMENT_WAYS.map((key) => ({ value: key, label: said.ways[key] }))}
      />
      <TextField
        {...fieldFor(props, 'reference')}
        label={said.reference}
        hint={said.referenceHint}
        maxLength={100}
        autocomplete="off"
      />
      <TextField {...fieldFor(props, 'payer')} label={said.payer} hint={said.payerHint} autocomplete="off" />
    </StepForm>
  )
}

export function CancelPaymentForm(props: StepFormProps) {
  const said = props.words.desk.money
  return (
    <StepForm {...props} title={said.cancel} kind="secondary" hasKey>
      <p class="hint">{said.cancelHint}</p>
      <WhichPayment {...props} only={props.seen.mayCancel} />
      <PaidOnline {...props} />
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} rows={2} required />
    </StepForm>
  )
}

/** The cashier asks; nothing moves before a second person agrees. */
export function AskRefundForm(props: StepFormProps) {
  const said = props.words.desk.money
  return (
    <StepForm {...props} title={said.refund} kind="secondary" hasKey>
      <p class="hint">{said.refundHint}</p>
      <PaidOnline {...props} />
      <WhichPayment {...props} />
      <TextField
        {...fieldFor(props, 'dong')}
        label={said.dong}
        inputmode="numeric"
        autocomplete="off"
        required
      />
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} rows={2} required />
      <TextField {...fieldFor(props, 'ground')} label={said.ground} maxLength={300} required />
    </StepForm>
  )
}

export function AgreeToRefundForm(props: StepFormProps) {
  const { words, command } = props
  return (
    <StepForm {...props} title={words.desk.dossier.send[command]} kind="secondary" hasKey>
      <p class="hint">{words.desk.money.agreeHint}</p>
    </StepForm>
  )
}

export function DropRefundForm(props: StepFormProps) {
  const { words, command } = props
  return (
    <StepForm {...props} title={words.desk.dossier.send[command]} kind="secondary" hasKey>
      <TextArea {...fieldFor(props, 'comment')} label={words.desk.money.dropWhy} rows={2} required />
    </StepForm>
  )
}

/** What came through a provider goes back from a page of its own, by two people. */
function PaidOnline({ words, seen }: StepFormProps) {
  const online = (seen.payments ?? []).flatMap(({ key, state, dong, refundedDong = 0, through }) =>
    through && state === 'taken' ? [{ key, dong: dong - refundedDong, money: through.money }] : [],
  )
  if (online.length === 0) return null
  return (
    <ul>
      {online.map(({ key, dong, money }) => (
        <li key={key}>
          <Link href={moneyAddress(money)}>
            {words.desk.reconciling.refundOnline(words.format.money(dong))}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Of the payments that stand, one; where only some are meant, one of those. */
function WhichPayment({ only, ...props }: StepFormProps & { readonly only?: readonly string[] }) {
  const { words, seen } = props
  const { name, value, fault } = fieldFor(props, 'payment')
  const choices = (seen.payments ?? [])
    .filter(({ state, key, through }) => state === 'taken' && !through && (only?.includes(key) ?? true))
    .map(({ key, receiptNumber, dong, refundedDong = 0 }) => ({
      value: key,
      label: words.desk.money.receipt(receiptNumber, words.format.money(dong - refundedDong)),
    }))
  if (choices.length === 0) return <p>{words.desk.money.none}</p>
  return (
    <SelectField
      name={name}
      label={words.desk.money.which}
      value={value || choices[0]?.value}
      fault={fault}
      choices={choices}
    />
  )
}
