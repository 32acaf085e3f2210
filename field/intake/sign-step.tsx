import { searched } from '#domain/people/searched.ts'
import { CheckBox, faultAt } from '#web/parts/field.tsx'
import { FactOf, Facts } from '#web/parts/facts.tsx'
import { Agreement } from './agreement.tsx'
import { DueSaid } from './due-said.tsx'
import { caseTyped, contentOf, isFilledHere } from './intake-content.ts'
import { typedAt } from './intake-draft.ts'
import { reckonedOutside } from './reckoned-outside.ts'
import type { StepProps } from './step-props.ts'

/** All of it read out, agreed to and signed. */
export function SignStep(props: StepProps) {
  const { words, draft, faults, files, change } = props
  const said = words.fieldIntake.sign
  const notAgreed = faultAt(faults, 'agree')
  return (
    <>
      <h2>{said.read}</h2>
      <Summary {...props} />
      <CheckBox name="agree" label={said.agree} checked={typedAt(draft, 'agree') === 'true'} />
      {notAgreed && <p class="fault">{notAgreed}</p>}
      <Agreement
        words={words}
        files={files}
        looker={props.served.looker}
        faults={faults}
        how={typedAt(draft, 'sign.how')}
        witness={typedAt(draft, 'witness')}
        signed={draft.signed}
        sign={(signed) => change((now) => ({ ...now, signed }))}
      />
    </>
  )
}

function Summary(props: StepProps) {
  const { words, draft, taking } = props
  const said = words.fieldIntake
  const { receive } = words.desk
  const { procedure } = taking.law
  const content = contentOf(draft, procedure, taking.out)
  const at = (box: string) => typedAt(draft, box)
  const reckoned = reckonedOutside(draft, taking)
  const components = caseTyped(draft, procedure)?.components ?? []
  const nameOf = (key: string) => components.find((one) => one.key === key)?.name ?? key
  const isOwn = at('ownerIsOther') !== 'true' || searched(at('owner.name')) === ''
  const { isPaid, amount } = paidIn(props, reckoned.nowDong)
  return (
    <Facts class="field-summary">
      <FactOf name={receive.procedure}>
        <span lang="vi">{procedure.name}</span>
      </FactOf>
      <FactOf name={receive.applicant}>
        {[at('applicant.name'), at('applicant.idNumber'), at('applicant.phone'), at('applicant.address')]
          .filter((one) => one !== '')
          .join(', ')}
      </FactOf>
      {!isOwn && <FactOf name={receive.owner}>{at('owner.name')}</FactOf>}
      <FactOf name={receive.papers}>
        <ul lang="vi">
          {(content.data?.components ?? []).map(
            ({ component, original, certified, copy, insteadOfPaper }) => (
              <li key={component}>
                {nameOf(component)}:{' '}
                {insteadOfPaper ??
                  [
                    [original, receive.counts.original],
                    [certified, receive.counts.certified],
                    [copy, receive.counts.copy],
                  ]
                    .filter(([count]) => count !== 0)
                    .map(([count, kind]) => `${count} ${String(kind).toLowerCase()}`)
                    .join(', ')}
              </li>
            ),
          )}
        </ul>
        {draft.photos.length > 0 && <small>{said.sign.photos(draft.photos.length)}</small>}
      </FactOf>
      {isFilledHere(draft) && taking.form && (
        <FactOf name={said.steps.form}>
          <span lang="vi">{taking.form.title}</span>
        </FactOf>
      )}
      <FactOf name={receive.fee}>
        {amount}
        {isPaid && <small>{said.done.paid(amount)}</small>}
      </FactOf>
      <DueSaid words={words} taking={taking} reckoned={reckoned} />
      <FactOf name={receive.returnWay}>
        {[words.returnWays[content.data?.returnWish.way ?? 'counter'], at('returnWish.address')]
          .filter((one) => one !== '')
          .join(': ')}
      </FactOf>
    </Facts>
  )
}

function paidIn({ words, draft }: StepProps, nowDong: number | null) {
  const amount =
    nowDong === null
      ? words.desk.receive.feeUndetermined
      : nowDong === 0
        ? words.fieldIntake.fee.nothing
        : words.format.money(nowDong)
  return { amount, isPaid: nowDong !== null && nowDong > 0 && typedAt(draft, 'isPaid') === 'true' }
}
