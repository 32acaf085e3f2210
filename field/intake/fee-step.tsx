import { exemptionsOn } from '#domain/procedure/fee-lines.ts'
import { byPost } from '#domain/procedure/procedure.ts'
import { CheckBox, faultAt, RadioGroup, SelectField, TextField } from '#web/parts/field.tsx'
import { FactOf, Facts } from '#web/parts/facts.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { RETURN_WAYS } from '#shapes/dossier-commands.ts'
import { DueSaid } from './due-said.tsx'
import { CHANNEL_OUT, dayOut } from './intake-content.ts'
import { typedAt } from './intake-draft.ts'
import { reckonedOutside } from './reckoned-outside.ts'
import type { StepProps } from './step-props.ts'

/** What it costs and who pays less, whether it was taken, and when and where the result comes. */
export function FeeStep(props: StepProps) {
  const { words, draft, taking, faults } = props
  const said = words.desk.receive
  const { procedure } = taking.law
  const exemptions = exemptionsOn(procedure, CHANNEL_OUT[taking.out.kind], dayOut(taking.out))
  const ways = RETURN_WAYS.filter((way) => way !== 'post' || byPost(procedure, 'return'))
  const way = typedAt(draft, 'returnWish.way')
  const at = (name: string) => ({
    name,
    value: typedAt(draft, name),
    fault: faultAt(faults, name),
    autocomplete: 'off',
  })
  return (
    <>
      <TextField {...at('copiesWanted')} label={said.copies} inputmode="numeric" maxLength={3} />
      {exemptions.length > 0 && (
        <SelectField
          name="exemption.rule"
          label={said.exemption}
          value={typedAt(draft, 'exemption.rule')}
          fault={faultAt(faults, 'exemption.rule')}
          choices={[
            { value: '', label: words.desk.money.notExempt },
            ...exemptions.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
          ]}
        />
      )}
      {typedAt(draft, 'exemption.rule') !== '' && (
        <TextField
          {...at('exemption.evidence')}
          label={said.exemptionEvidence}
          hint={said.exemptionEvidenceHint}
          maxLength={300}
        />
      )}
      <Money {...props} />
      <RadioGroup
        name="returnWish.way"
        legend={said.returnWay}
        value={way || 'counter'}
        choices={ways.map((value) => ({ value, label: words.returnWays[value] }))}
      />
      {(way === 'post' || way === 'home') && (
        <TextField {...at('returnWish.address')} label={said.returnAddress} maxLength={300} />
      )}
    </>
  )
}

function Money({ words, draft, taking }: StepProps) {
  const said = words.fieldIntake.fee
  const { format } = words
  const reckoned = reckonedOutside(draft, taking)
  const { feeDong, nowDong } = reckoned
  return (
    <>
      <Facts>
        <FactOf name={said.toPay}>
          <strong class="field-amount">
            {nowDong === null ? words.desk.receive.feeUndetermined : format.money(nowDong)}
          </strong>
          {feeDong !== null && feeDong !== nowDong && (
            <small>
              {said.inAll}: {format.money(feeDong)}
            </small>
          )}
        </FactOf>
        <DueSaid words={words} taking={taking} reckoned={reckoned} />
      </Facts>
      {nowDong === null && (
        <Notice kind="info">
          <p>{said.undetermined}</p>
        </Notice>
      )}
      {nowDong !== null && nowDong > 0 && (
        <>
          <CheckBox
            name="isPaid"
            label={said.taken(format.money(nowDong))}
            checked={typedAt(draft, 'isPaid') === 'true'}
          />
          <p class="hint">{typedAt(draft, 'isPaid') === 'true' ? said.slip : said.notTaken}</p>
        </>
      )}
    </>
  )
}
