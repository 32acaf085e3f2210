import { ACKNOWLEDGMENTS, AUTHORITY_KINDS, IDENTITY_PAPERS } from '#domain/dossier/hand-over.ts'
import { type Fault, faultAt, RadioGroup, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface ProofFieldsProps {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

const field = ({ typed, faults }: ProofFieldsProps, name: string) => ({
  name,
  value: first(typed, name),
  fault: faultAt(faults, name),
})

/** Who receives for somebody else, and by what. */
export function AuthorisedFields(props: ProofFieldsProps) {
  const said = props.words.desk.returning
  const kind = field(props, 'receiver.authorityKind')
  return (
    <fieldset class="ds-fieldset authorised">
      <legend class="ds-label" data-weight="semibold">
        {said.authorisedLegend}
      </legend>
      <TextField {...field(props, 'receiver.name')} label={said.receiverName} autocomplete="off" />
      <SelectField
        {...kind}
        value={kind.value || AUTHORITY_KINDS[0]}
        label={said.authorityKind}
        choices={AUTHORITY_KINDS.map((value) => ({ value, label: said.authorityKinds[value] }))}
      />
      <TextField
        {...field(props, 'receiver.authority')}
        label={said.authority}
        hint={said.authorityHint}
        maxLength={300}
        autocomplete="off"
      />
      <TextField
        {...field(props, 'receiver.scope')}
        label={said.scope}
        hint={said.scopeHint}
        maxLength={300}
        autocomplete="off"
      />
      <TextField {...field(props, 'receiver.authorityUntil')} label={said.authorityUntil} type="date" />
    </fieldset>
  )
}

/** What the receiver showed; whoever hands over has looked at it. */
export function IdentityFields(props: ProofFieldsProps) {
  const said = props.words.desk.returning
  const paper = field(props, 'identity.paper')
  return (
    <fieldset class="ds-fieldset authorised face-to-face">
      <legend class="ds-label" data-weight="semibold">
        {said.identity}
      </legend>
      <input type="hidden" name="identity.how" value={first(props.typed, 'identity.how') || 'seen'} />
      <SelectField
        {...paper}
        value={paper.value || IDENTITY_PAPERS[0]}
        label={said.identityPaper}
        choices={IDENTITY_PAPERS.map((value) => ({ value, label: said.identityPapers[value] }))}
      />
      <TextField
        {...field(props, 'identity.number')}
        label={said.receiverNumber}
        hint={said.receiverNumberHint}
        inputmode="numeric"
        maxLength={20}
        isCode
      />
      <TextField
        {...field(props, 'identity.whyDiffers')}
        label={said.whyDiffers}
        hint={said.whyDiffersHint}
        maxLength={300}
        autocomplete="off"
      />
    </fieldset>
  )
}

/** How receipt was acknowledged, or by which slip or to which address the result went; and what went back with it. */
export function ReceiptFields(props: ProofFieldsProps) {
  const said = props.words.desk.returning
  const how = field(props, 'acknowledged.how')
  return (
    <>
      <fieldset class="ds-fieldset authorised face-to-face">
        <legend class="ds-label" data-weight="semibold">
          {said.acknowledged}
        </legend>
        <RadioGroup
          {...how}
          legend={said.acknowledgedHow}
          value={how.value || ACKNOWLEDGMENTS[0]}
          choices={ACKNOWLEDGMENTS.map((value) => ({ value, label: said.acknowledgments[value] }))}
        />
        <div class="by-reference">
          <TextField
            {...field(props, 'acknowledged.reference')}
            label={said.acknowledgedReference}
            hint={said.acknowledgedReferenceHint}
            autocomplete="off"
          />
        </div>
        <div class="ds-field by-image">
          <label class="ds-label" data-weight="semibold" for="signature">
            {said.signature}
          </label>
          <input class="ds-input" type="file" id="signature" name="signature" accept="image/png,image/jpeg" />
        </div>
      </fieldset>
      <div class="by-slip">
        <TextField {...field(props, 'slip')} label={said.slip} hint={said.slipHint} maxLength={60} isCode />
      </div>
      <div class="by-wire">
        <TextField
          {...field(props, 'sentTo')}
          label={said.sentTo}
          hint={said.sentToHint}
          autocomplete="off"
        />
      </div>
      <TextArea
        {...field(props, 'papersBack')}
        label={said.papersBack}
        hint={said.papersBackHint}
        maxLength={1000}
        rows={2}
      />
    </>
  )
}
