import { CHANNELS } from '#domain/procedure/procedure.ts'
import { SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** The forms of what the citizen owes the state: the notice as it was issued, and the proof that it was paid. */

export function NotifyObligationForm(props: StepFormProps) {
  const said = props.words.desk.linked
  return (
    <StepForm {...props} title={said.notify} kind="secondary" hasKey>
      <p class="hint">{said.notifyHint}</p>
      <TextField {...fieldFor(props, 'body')} label={said.body} required />
      <TextField {...fieldFor(props, 'number')} label={said.number} maxLength={60} required />
      <TextField {...fieldFor(props, 'issuedOn')} label={said.issuedOn} type="date" required />
      <TextField {...fieldFor(props, 'what')} label={said.what} maxLength={300} required />
      <Dong {...props} label={said.dong} />
      <TextField {...fieldFor(props, 'payBy')} label={said.payBy} type="date" required />
    </StepForm>
  )
}

export function WithdrawObligationForm(props: StepFormProps) {
  const said = props.words.desk.linked
  return (
    <StepForm {...props} title={said.withdraw} kind="secondary" hasKey>
      <WhichNotice {...props} />
      <TextArea {...fieldFor(props, 'reason')} label={said.reason} rows={2} required />
    </StepForm>
  )
}

export function MeetObligationForm(props: StepFormProps) {
  const { words } = props
  const said = words.desk.linked
  const channel = fieldFor(props, 'channel')
  return (
    <StepForm {...props} title={said.meet} hasKey>
      <p class="hint">{said.meetHint}</p>
      <WhichNotice {...props} />
      <TextField {...fieldFor(props, 'paidOn')} label={said.paidOn} type="date" required />
      <Dong {...props} label={said.paidDong} />
      <TextField {...fieldFor(props, 'proof')} label={said.proof} maxLength={100} required />
      <SelectField
        name={channel.name}
        label={said.channel}
        value={channel.value || 'counter'}
        fault={channel.fault}
        choices={CHANNELS.map((key) => ({ value: key, label: words.channels[key] }))}
      />
    </StepForm>
  )
}

function Dong({ label, ...props }: StepFormProps & { readonly label: string }) {
  return (
    <TextField {...fieldFor(props, 'dong')} label={label} inputmode="numeric" autocomplete="off" required />
  )
}

function WhichNotice(props: StepFormProps) {
  const { words, seen } = props
  const { name, value, fault } = fieldFor(props, 'obligation')
  const choices = (seen.obligations ?? [])
    .filter(({ state }) => state === 'open')
    .map(({ key, number, dong }) => ({ value: key, label: `${number}, ${words.format.money(dong)}` }))
  return (
    <SelectField
      name={name}
      label={words.desk.linked.notice}
      value={value || choices[0]?.value}
      fault={fault}
      choices={choices}
    />
  )
}
