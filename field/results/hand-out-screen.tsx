import { useState } from 'preact/hooks'
import { AUTHORITY_KINDS, IDENTITY_PAPERS } from '#domain/dossier/hand-over.ts'
import { readCitizenCard } from '#domain/people/citizen-card.ts'
import { typedText } from '#domain/procedure/read-answer.ts'
import type { HandBackPacket } from '#shapes/field/packet.ts'
import type { ResultToBring } from '#shapes/field/provision.ts'
import { CheckBox, type Fault, faultAt, RadioGroup, SelectField, TextField } from '#web/parts/field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Agreement } from '../intake/agreement.tsx'
import { CardReader } from '../intake/card-reader.tsx'
import type { DraftFiles } from '../intake/step-props.ts'
import type { PartMade } from '../packet-part.ts'
import { type WrittenProps, WrittenScreen } from '../written/written-screen.tsx'
import { handBackPacket, type HandedAt, type HandOut, handOutLacks, isOtherNumber } from './hand-out.ts'

interface HandOutProps extends WrittenProps {
  readonly result: ResultToBring
  readonly at: HandedAt
  readonly files: DraftFiles
  readonly served: { readonly looker: string; readonly codeReader: string }
  finish(made: PartMade<HandBackPacket>): void
}

/** A result handed out: who takes it, by which paper, and that it was taken. */
export function HandOutScreen({ result, at: handed, files, served, finish, ...written }: HandOutProps) {
  const { words, draft, change } = written
  const said = words.fieldIntake.results
  const at = (box: string) => typedText(draft.typed, box)
  const lacking = () =>
    handOutLacks(draft, result, handed).map((one) => ({
      field: one.box,
      text: one.kind === 'own' ? said.lacks[one.code] : words.fieldFaults[one.fault.code](one.fault.facts),
    }))
  return (
    <WrittenScreen
      {...written}
      title={said.handOutTitle}
      subject={
        <>
          <strong>{result.ownerName}</strong>
          <br />
          {result.procedureName}
          <br />
          <span class="code">{result.code}</span>
        </>
      }
      act={said.finish}
      lacking={lacking}
      finish={() => finish(handBackPacket(draft, result, handed))}
    >
      {(faults) => (
        <>
          {result.toGiveBack.length > 0 && (
            <Notice kind="warning">
              <p lang="vi">
                {words.desk.returning.giveBack(result.toGiveBack.map(({ name }) => name).join('; '))}
              </p>
            </Notice>
          )}
          <Receiver
            words={words}
            draft={draft}
            result={result}
            faults={faults}
            codeReader={served.codeReader}
            put={(boxes) => change((now) => ({ ...now, typed: { ...now.typed, ...boxes } }))}
          />
          {result.toWithdraw.map(({ key, name }) => (
            <fieldset key={key} class="ds-fieldset inner stacked">
              <legend lang="vi">{name}</legend>
              <CheckBox
                name={`withdrawn.${key}.isTaken`}
                label={words.desk.returning.withdraw(name)}
                checked={at(`withdrawn.${key}.isTaken`) === 'true'}
              />
              <TextField
                name={`withdrawn.${key}.whyNot`}
                label={words.desk.returning.whyNotWithdrawn}
                value={at(`withdrawn.${key}.whyNot`)}
                fault={faultAt(faults, `withdrawn.${key}.whyNot`)}
                maxLength={300}
              />
            </fieldset>
          ))}
          <Agreement
            words={words}
            files={files}
            looker={served.looker}
            faults={faults}
            hows={['self', 'fingerprint']}
            how={at('sign.how')}
            witness={at('witness')}
            signed={draft.signed}
            sign={(signed) => change((now) => ({ ...now, signed }))}
          />
        </>
      )}
    </WrittenScreen>
  )
}

interface ReceiverProps extends Pick<HandOutProps, 'words' | 'result'> {
  readonly codeReader: string
  readonly draft: HandOut
  readonly faults: readonly Fault[]
  put(boxes: HandOut['typed']): void
}

function Receiver({ words, draft, result, faults, codeReader, put }: ReceiverProps) {
  const said = words.desk.returning
  const [told, tell] = useState<string | null>(null)
  const at = (box: string) => typedText(draft.typed, box)
  const box = (name: string) => ({ name, value: at(name), fault: faultAt(faults, name), autocomplete: 'off' })
  const who = at('who')
  const read = (text: string) => {
    const card = readCitizenCard(text)
    const number = card.fault === undefined ? card.card.number : card.sureNumber
    if (number !== null)
      put({ 'identity.number': number, 'identity.paper': 'citizen-card', 'identity.scanned': number })
    tell(
      card.fault === undefined
        ? words.desk.receive.cardRead(card.card.name)
        : words.desk.receive.cardFaults[card.fault],
    )
  }
  return (
    <>
      <RadioGroup
        name="who"
        legend={said.who}
        hint={said.whoHint}
        value={who}
        choices={[
          { value: 'applicant', label: `${said.isApplicant} ${result.applicantName}` },
          ...(result.ownerName === result.applicantName
            ? []
            : [{ value: 'owner', label: `${said.isOwner} ${result.ownerName}` }]),
          { value: 'authorised', label: said.authorised },
        ]}
      />
      {who === 'authorised' && (
        <>
          <TextField {...box('receiver.name')} label={said.receiverName} />
          <SelectField
            name="authorityKind"
            label={said.authorityKind}
            value={at('authorityKind') || 'written'}
            choices={AUTHORITY_KINDS.map((value) => ({ value, label: said.authorityKinds[value] }))}
          />
          <TextField {...box('authority')} label={said.authority} hint={said.authorityHint} maxLength={300} />
          <TextField {...box('scope')} label={said.scope} hint={said.scopeHint} maxLength={300} />
        </>
      )}
      <CardReader words={words} codeReader={codeReader} id="receiver-card" read={read} />
      <p role="status" class="hint">
        {told}
      </p>
      <SelectField
        name="identity.paper"
        label={said.identityPaper}
        value={at('identity.paper') || 'citizen-card'}
        choices={IDENTITY_PAPERS.map((value) => ({ value, label: said.identityPapers[value] }))}
      />
      <TextField
        {...box('identity.number')}
        label={said.receiverNumber}
        hint={said.receiverNumberHint}
        maxLength={20}
        isCode
      />
      {at('identity.number').length > 3 && isOtherNumber(draft, result) && (
        <TextField
          {...box('whyDiffers')}
          label={said.whyDiffers}
          hint={said.whyDiffersHint}
          maxLength={300}
        />
      )}
      <TextField {...box('papersBack')} label={said.papersBack} hint={said.papersBackHint} maxLength={1000} />
    </>
  )
}
