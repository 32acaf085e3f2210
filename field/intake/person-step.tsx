import { isRefusal } from '#domain/outcome.ts'
import { ageOn } from '#domain/people/capacity.ts'
import { readCitizenCard } from '#domain/people/citizen-card.ts'
import { mayFileAlone } from '#domain/procedure/age-rule.ts'
import { CheckBox, faultAt, RadioGroup, TextField } from '#web/parts/field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { useState } from 'preact/hooks'
import { CardReader } from './card-reader.tsx'
import { dayOut } from './intake-content.ts'
import { typedAt, withBoxes } from './intake-draft.ts'
import type { StepProps } from './step-props.ts'

/** Who stands at the table, and whose dossier it is where that is another. */
export function PersonStep(props: StepProps) {
  const { words, draft } = props
  const said = words.fieldIntake
  return (
    <>
      <PartyBoxes {...props} side="applicant" />
      <CheckBox
        name="ownerIsOther"
        label={said.ownerIsOther}
        checked={typedAt(draft, 'ownerIsOther') === 'true'}
      />
      {typedAt(draft, 'ownerIsOther') === 'true' && (
        <fieldset class="ds-fieldset inner stacked">
          <legend>{words.desk.receive.owner}</legend>
          <PartyBoxes {...props} side="owner" />
        </fieldset>
      )}
    </>
  )
}

type Side = 'applicant' | 'owner'

function PartyBoxes({ side, ...props }: StepProps & { readonly side: Side }) {
  const { words, draft, faults, served, change } = props
  const said = words.desk.receive
  const [read, tell] = useState<{ readonly kind: 'success' | 'warning'; readonly text: string } | null>(null)
  const take = (text: string) => {
    const card = readCitizenCard(text)
    if (card.fault === undefined) {
      const { number, name, address, bornOn } = card.card
      change((now) => withBoxes(now, cardBoxes(now, side, { number, name, address, bornOn })))
      tell({ kind: 'success', text: said.cardRead(name) })
      return
    }
    const { sureNumber, fault } = card
    if (sureNumber !== null) change((now) => withBoxes(now, { [`${side}.idNumber`]: sureNumber }))
    const kept = sureNumber === null ? '' : ` ${said.numberKept}`
    tell({ kind: 'warning', text: `${said.cardFaults[fault]}${kept}` })
  }
  const at = (part: string) => ({
    name: `${side}.${part}`,
    value: typedAt(draft, `${side}.${part}`),
    fault: faultAt(faults, `${side}.${part}`),
    autocomplete: 'off',
  })
  return (
    <div class="party">
      <CardReader words={words} codeReader={served.codeReader} id={`${side}-card`} read={take} />
      <div role="status">
        {read && (
          <Notice kind={read.kind}>
            <p>{read.text}</p>
          </Notice>
        )}
      </div>
      <MinorNotice {...props} side={side} />
      <TextField {...at('name')} label={said.name} required={side === 'applicant'} />
      <TextField {...at('phone')} label={said.phone} inputmode="tel" type="tel" maxLength={20} />
      <TextField {...at('idNumber')} label={said.idNumber} maxLength={20} isCode />
      <TextField {...at('address')} label={said.address} maxLength={300} />
      <RadioGroup
        name={`${side}.kind`}
        legend={said.kind}
        value={typedAt(draft, `${side}.kind`)}
        choices={[
          { value: 'citizen', label: said.citizen },
          { value: 'organisation', label: said.organisation },
        ]}
      />
    </div>
  )
}

interface OfCard {
  readonly number: string
  readonly name: string
  readonly address: string
  readonly bornOn: string
}

/** What a card says, put into the boxes; the telephone of somebody else goes. */
function cardBoxes(draft: StepProps['draft'], side: Side, { number, name, address, bornOn }: OfCard) {
  const before = typedAt(draft, `${side}.idNumber`)
  return {
    [`${side}.kind`]: 'citizen',
    [`${side}.idNumber`]: number,
    [`${side}.name`]: name,
    [`${side}.address`]: address,
    [`${side}.born`]: bornOn,
    [`${side}.bornOf`]: number,
    ...(before !== '' && before !== number && { [`${side}.phone`]: '' }),
  }
}

/** Somebody under age by the card, for whom parent or guardian files. */
function MinorNotice({ words, draft, taking, side }: StepProps & { readonly side: Side }) {
  const born = typedAt(draft, `${side}.born`)
  const isOfCard = typedAt(draft, `${side}.bornOf`) === typedAt(draft, `${side}.idNumber`)
  const on = dayOut(taking.out)
  if (side === 'owner' || born === '' || !isOfCard) return null
  if (!isRefusal(mayFileAlone(taking.law.procedure, born, on))) return null
  return (
    <Notice kind="warning">
      <p>{words.fieldIntake.minor(ageOn(born, on))}</p>
    </Notice>
  )
}
