import { useEffect, useRef, useState } from 'preact/hooks'
import { whereFree } from '#domain/filing/known-facts.ts'
import type { Fault } from '#web/parts/field.tsx'
import { ActButton } from './act-button.tsx'
import { FeeStep } from './fee-step.tsx'
import { FormStep, pageBeside } from './form-step.tsx'
import { isFilledHere } from './intake-content.ts'
import { type IntakeDraft, withBoxes } from './intake-draft.ts'
import { formKnown, lacksAt, type Taking } from './intake-lacks.ts'
import { type IntakeStep, stepBefore, stepBehind, stepsOf } from './intake-steps.ts'
import { faultsSaid } from './lack-text.ts'
import { LacksSaid, stillAmong } from './lacks-said.tsx'
import { PapersStep } from './papers-step.tsx'
import { PersonStep } from './person-step.tsx'
import { SignStep } from './sign-step.tsx'
import type { StepProps } from './step-props.ts'
import { typedBoxes } from './typed-boxes.ts'

interface IntakeScreenProps extends Pick<StepProps, 'words' | 'files' | 'served' | 'change'> {
  readonly draft: IntakeDraft
  /** Null until a procedure is chosen. */
  readonly taking: Taking | null
  /** Whether the last change is kept on the device; null while it is being kept. */
  readonly isKept: boolean | null
  /** What is shown while no procedure is chosen. */
  choosing(): preact.JSX.Element
  finish(): void
  readonly isFinishing: boolean
  /** Why it could not be finished, as a sentence; null where nothing stood in the way. */
  readonly refused: string | null
}

/** One thing at a time of a dossier that is taken in; what is missing is said before going on. */
export function IntakeScreen(props: IntakeScreenProps) {
  const { words, draft, taking, change, finish } = props
  const said = words.fieldIntake
  const [asked, show] = useState<readonly Fault[]>([])
  const title = useRef<HTMLHeadingElement>(null)
  const steps = stepsOf(isFilledHere(draft) && taking?.form !== null)
  const step = taking === null ? 'procedure' : draft.step
  useEffect(() => {
    show([])
    title.current?.focus()
    window.scrollTo(0, 0)
  }, [step, draft.page])

  const faults = stillAmong(asked, () => faultsSaid(words, lacksAt(step, draft, taking)))
  const go = (to: IntakeStep, page: string | null = null) => change((now) => ({ ...now, step: to, page }))
  const onward = () => {
    const lacks = lacksAt(step, draft, taking)
    const page = step === 'form' && taking ? pageBeside({ draft, taking }, 1) : null
    const here = page === null ? lacks : lacks.filter(({ box }) => isOnScreen(box))
    if (here.length > 0) return show(faultsSaid(words, here))
    if (page !== null) return go('form', page)
    const next = stepBehind(steps, step)
    if (next === 'form' && taking !== null) change((now) => formBegun(now, taking))
    if (next !== null) return go(next)
    finish()
  }
  const back = () => {
    const page = step === 'form' && taking ? pageBeside({ draft, taking }, -1) : null
    if (page !== null) return go('form', page)
    const before = stepBefore(steps, step)
    if (before === null) return
    // Whoever has signed has signed what was read out: once it may change it is read out and signed again.
    if (step === 'sign') change((now) => ({ ...withBoxes(now, { agree: '' }), signed: null }))
    go(before)
  }
  return (
    <form
      class="field-intake"
      noValidate
      onInput={({ currentTarget }) => change((now) => withBoxes(now, typedBoxes(currentTarget)))}
      onSubmit={(event) => {
        event.preventDefault()
        onward()
      }}
    >
      <p class="hint">
        {said.stepOf(steps.indexOf(step) + 1, steps.length)}
        {props.isKept === true && <span class="field-kept"> · {said.saved}</span>}
      </p>
      <h1 ref={title} tabIndex={-1}>
        {said.steps[step]}
      </h1>
      {taking && step !== 'procedure' && (
        <p class="field-about" lang="vi">
          {taking.law.procedure.name}
        </p>
      )}
      {props.isKept === false && (
        <p class="fault" role="alert">
          {said.notSaved}
        </p>
      )}
      <LacksSaid words={words} faults={faults} asked={asked} />
      {props.refused !== null && (
        <p class="fault" role="alert">
          {props.refused}
        </p>
      )}
      {taking === null || step === 'procedure' ? (
        props.choosing()
      ) : (
        <Step {...props} step={step} taking={taking} faults={faults} />
      )}
      <nav class="field-onward" aria-label={said.next}>
        {stepBefore(steps, step) !== null && <ActButton act={back}>{said.back}</ActButton>}
        {(taking !== null || step !== 'procedure') && (
          <button class="ds-button" type="submit" disabled={props.isFinishing}>
            {props.isFinishing ? said.finishing : step === 'sign' ? said.finish : said.next}
          </button>
        )}
      </nav>
    </form>
  )
}

/** The form as it is met first: filled in from the applicant where nothing was typed yet, by the rule of the portal. */
function formBegun(draft: IntakeDraft, taking: Taking): IntakeDraft {
  return withBoxes(draft, whereFree(formKnown(draft, taking), draft.typed).typed)
}

/** Whether the box of a fault is on the page that is open: a fault of another page is said there. */
function isOnScreen(box: string): boolean {
  const [first] = [box, `${box}.ward`].flatMap((id) => document.getElementById(id) ?? [])
  return first !== undefined
}

function Step({ step, ...props }: StepProps & { readonly step: IntakeStep }) {
  switch (step) {
    case 'person':
      return <PersonStep {...props} />
    case 'papers':
      return <PapersStep {...props} />
    case 'form':
      return <FormStep {...props} />
    case 'fee':
      return <FeeStep {...props} />
    case 'sign':
      return <SignStep {...props} />
    case 'procedure':
      return null
  }
}
