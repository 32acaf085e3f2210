import { HAND_BACK_MISTAKES, PARTIES } from '#domain/dossier/correction-parts.ts'
import { RETURN_WAYS } from '#shapes/dossier-commands.ts'
import { CheckBox, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { fieldFor, StepForm, type StepFormProps } from './step-form.tsx'

/** Putting right what was written down wrongly; nothing is overwritten, each correction is an event. */

export function CorrectContactForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.correcting
  const { applicant, noticeWish, notices } = seen
  const none = fieldFor(props, 'notices.way')
  const field = (name: string, before: string | null = null) => {
    const own = fieldFor(props, name)
    return { ...own, value: own.value ?? before ?? '' }
  }
  return (
    <StepForm {...props} title={words.desk.dossier.send.CorrectContact} kind="secondary" hasKey>
      <p class="hint">{said.contactHint}</p>
      <Whose {...props} />
      <TextField {...field('name', applicant.name)} label={said.name} required />
      <TextField {...field('phone', applicant.phone)} label={said.phone} inputmode="tel" />
      <TextField {...field('address', applicant.address)} label={said.address} maxLength={300} />
      {notices.isTold && (
        <>
          <TextField
            {...field('notices.email', noticeWish?.email)}
            label={words.notices.wishMailbox}
            hint={words.notices.wishMailboxHint}
            autocomplete="off"
          />
          <CheckBox
            name={none.name}
            value="none"
            label={words.notices.wishNone}
            checked={(none.value ?? noticeWish?.way) === 'none'}
          />
        </>
      )}
      <TextField {...field('why')} label={said.why} required />
    </StepForm>
  )
}

/** By which way the result comes back. */
export function ReturnWishForm(props: StepFormProps) {
  const { words, seen } = props
  const said = words.desk.receive
  const way = fieldFor(props, 'way')
  const address = fieldFor(props, 'address')
  return (
    <StepForm {...props} title={words.desk.dossier.send.ChangeReturnWish} kind="secondary" hasKey>
      <SelectField
        name={way.name}
        label={said.returnWay}
        value={way.value || seen.returnWish.way}
        fault={way.fault}
        choices={RETURN_WAYS.map((one) => ({ value: one, label: words.returnWays[one] }))}
      />
      <TextField
        {...address}
        value={address.value ?? seen.returnWish.address ?? ''}
        label={said.returnAddress}
        hint={said.returnAddressHint}
        maxLength={300}
      />
    </StepForm>
  )
}

const WHAT = ['identity', 'due', 'result', 'hand-back'] as const

export function ProposeCorrectionForm(props: StepFormProps) {
  const said = props.words.desk.correcting
  const what = fieldFor(props, 'what')
  const isReturned = props.seen.stage === 'returned'
  const mistake = fieldFor(props, 'mistake')
  return (
    <StepForm {...props} title={props.words.desk.dossier.send.ProposeCorrection} kind="secondary" hasKey>
      <p class="hint">{said.proposeHint}</p>
      <SelectField
        name={what.name}
        label={said.what}
        value={what.value || (isReturned ? 'hand-back' : WHAT[0])}
        fault={what.fault}
        choices={WHAT.filter((key) => isReturned || key !== 'hand-back').map((key) => ({
          value: key,
          label: said.whats[key],
        }))}
      />
      <fieldset class="ds-fieldset stacked">
        <legend>{said.whats.identity}</legend>
        <Whose {...props} />
        <TextField {...fieldFor(props, 'name')} label={said.name} />
        <TextField {...fieldFor(props, 'idNumber')} label={said.idNumber} />
      </fieldset>
      <fieldset class="ds-fieldset stacked">
        <legend>{said.whats.due}</legend>
        <TextField {...fieldFor(props, 'dueOn')} label={said.dueOn} type="date" />
      </fieldset>
      <fieldset class="ds-fieldset stacked">
        <legend>{said.whats.result}</legend>
        <TextArea {...fieldFor(props, 'wrong')} label={said.wrong} rows={2} />
        <TextField {...fieldFor(props, 'documentNumber')} label={said.documentNumber} maxLength={60} />
      </fieldset>
      {isReturned && (
        <fieldset class="ds-fieldset stacked">
          <legend>{said.whats['hand-back']}</legend>
          <p class="hint">{said.handBackHint}</p>
          <SelectField
            name={mistake.name}
            label={said.mistake}
            value={mistake.value || HAND_BACK_MISTAKES[0]}
            fault={mistake.fault}
            choices={HAND_BACK_MISTAKES.map((key) => ({ value: key, label: said.mistakes[key] }))}
          />
        </fieldset>
      )}
      <TextArea {...fieldFor(props, 'ground')} label={said.ground} rows={2} required />
    </StepForm>
  )
}

export function ConfirmCorrectionForm(props: StepFormProps) {
  return (
    <StepForm {...props} title={props.words.desk.dossier.send.ConfirmCorrection} kind="secondary" hasKey>
      <p class="hint">{props.words.desk.correcting.confirmHint}</p>
    </StepForm>
  )
}

export function DropCorrectionForm(props: StepFormProps) {
  return (
    <StepForm {...props} title={props.words.desk.dossier.send.DropCorrection} kind="secondary" hasKey>
      <TextArea {...fieldFor(props, 'comment')} label={props.words.desk.correcting.why} rows={2} required />
    </StepForm>
  )
}

function Whose(props: StepFormProps) {
  const { words } = props
  const { name, value, fault } = fieldFor(props, 'party')
  const choices = PARTIES.map((key) => ({ value: key, label: words.desk.dossier[key] }))
  return (
    <SelectField
      name={name}
      label={words.desk.correcting.whose}
      value={value || PARTIES[0]}
      fault={fault}
      choices={choices}
    />
  )
}
