import type { Law } from '#domain/dossier/law.ts'
import { feeAtReceipt } from '#domain/dossier/intake.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { type AnswerFault, type AnswersRead, readAnswers } from '#domain/procedure/answers.ts'
import { checkedComponents } from '#domain/procedure/checklist.ts'
import { checkedData } from '#domain/procedure/data-for-paper.ts'
import { filledIn, type FilledIn } from '#domain/filing/known-facts.ts'
import { typedIn } from '#domain/filing/filing-steps.ts'
import type { Place } from '#domain/procedure/address.ts'
import { type Form, NO_FORM } from '#domain/procedure/form.ts'
import { isForPages } from '#domain/procedure/procedure.ts'
import { type ShapeFault, shapeFaults } from '#shapes/shape-faults.ts'
import {
  agreedIn,
  caseTyped,
  CHANNEL_OUT,
  contentOf,
  dayOut,
  factsIn,
  givenIn,
  isFilledHere,
  type Out,
} from './intake-content.ts'
import { type IntakeDraft, typedAt } from './intake-draft.ts'
import type { IntakeStep } from './intake-steps.ts'

/** What a draft is decided by. */
export interface Taking {
  readonly law: Law
  readonly form: Form | null
  readonly places: readonly Place[]
  readonly out: Out
}

/** The boxes of the form on the device are told apart by what stands before their names. */
export const FORM_PART = 'f'

/** What the shape and the domain do not ask for, and a person outside must. */
export type OwnLack = 'procedure-needed' | 'not-agreed' | 'not-signed' | 'no-fingerprint' | 'no-witness'

/** Something that is missing or wrong: at which box, and by whom it is said. */
export type Lack =
  | { readonly kind: 'own'; readonly box: string; readonly code: OwnLack }
  | { readonly kind: 'shape'; readonly box: string; readonly fault: ShapeFault }
  | { readonly kind: 'refused'; readonly box: string; readonly refusal: Refusal }
  | { readonly kind: 'answer'; readonly box: string; readonly fault: AnswerFault }

/** What is missing at a step, said before going on; nothing where it can be left. */
export function lacksAt(step: IntakeStep, draft: IntakeDraft, taking: Taking | null): readonly Lack[] {
  if (taking === null) return [{ kind: 'own', box: 'procedure', code: 'procedure-needed' }]
  switch (step) {
    case 'procedure':
      return []
    case 'person':
      return shapeLacks(draft, taking, ['applicant', 'owner'])
    case 'papers':
      return [...shapeLacks(draft, taking, ['components', 'pages', 'subject']), ...paperLacks(draft, taking)]
    case 'form':
      return formLacks(draft, taking)
    case 'fee':
      return [
        ...shapeLacks(draft, taking, ['copiesWanted', 'exemption', 'returnWish']),
        ...feeLacks(draft, taking),
      ]
    case 'sign':
      return signLacks(draft)
  }
}

/** Of the whole shape what lies in the parts of one step. */
function shapeLacks(draft: IntakeDraft, { law, out }: Taking, parts: readonly string[]): readonly Lack[] {
  const given = givenIn(draft, law.procedure, out)
  const read = contentOf(draft, law.procedure, out)
  if (read.success) return []
  return shapeFaults(read.error, given)
    .filter(({ path }) => parts.includes(String(path[0])))
    .map((fault) => ({ kind: 'shape', box: boxOf(fault, given), fault }))
}

/** Papers stand in the shape by their place and in the draft by their key. */
function boxOf({ path }: ShapeFault, given: ReturnType<typeof givenIn>): string {
  const [part, place, ...rest] = path.map(String)
  if (part !== 'components') return path.map(String).join('.')
  const key = given.components[Number(place)]?.component ?? ''
  return ['components', key, ...rest]
    .join('.')
    .replace('paperDespiteData', 'despite')
    .replace('insteadOfPaper', 'instead')
}

function paperLacks(draft: IntakeDraft, { law, out }: Taking): readonly Lack[] {
  const chosen = caseTyped(draft, law.procedure)
  const read = contentOf(draft, law.procedure, out)
  if (!chosen) return []
  const components = read.data?.components ?? givenIn(draft, law.procedure, out).components
  const given = components.map(({ component, ...one }) => ({
    ...one,
    component,
    original: Number(one.original) || 0,
    certified: Number(one.certified) || 0,
    copy: Number(one.copy) || 0,
    paperDespiteData: read.data?.components.find((other) => other.component === component)?.paperDespiteData,
    heldCopy: undefined,
  }))
  const pages = Number(typedAt(draft, 'pages'))
  const outcomes = [
    pages > 0 && !isForPages(chosen, pages)
      ? ({ refused: 'case-of-other-pages', facts: { case: chosen.name, pages } } as const)
      : true,
    checkedComponents(chosen.components, given),
    checkedData(law.dataSources, given, dayOut(out)),
  ]
  return outcomes.filter(isRefusal).map((refusal) => ({ kind: 'refused', box: 'papers', refusal }))
}

/** What was filled in of the form, read as the domain reads it; of no form nothing. */
export function formRead(draft: IntakeDraft, { form, places, out }: Taking): AnswersRead {
  const typed = typedIn(draft.typed, FORM_PART)
  return readAnswers((form ?? NO_FORM).fields, { typed, places, today: dayOut(out) })
}

/** What the form can be filled in with of the applicant; of no form nothing. */
export function formKnown(draft: IntakeDraft, { form, places, out }: Taking): FilledIn {
  return filledIn((form ?? NO_FORM).fields, FORM_PART, factsIn(draft, places, out))
}

function formLacks(draft: IntakeDraft, taking: Taking): readonly Lack[] {
  if (!isFilledHere(draft) || taking.form === null) return []
  return formRead(draft, taking).faults.map((fault) => ({
    kind: 'answer',
    box: `${FORM_PART}.${fault.name}`,
    fault,
  }))
}

function feeLacks(draft: IntakeDraft, taking: Taking): readonly Lack[] {
  const fee = feeReckoned(draft, taking)
  const way = typedAt(draft, 'returnWish.way')
  const isWithoutAddress = (way === 'post' || way === 'home') && typedAt(draft, 'returnWish.address') === ''
  return [
    ...(isRefusal(fee) ? [{ kind: 'refused', box: 'exemption.rule', refusal: fee } as const] : []),
    ...(isWithoutAddress
      ? [
          {
            kind: 'refused',
            box: 'returnWish.address',
            refusal: { refused: 'return-address-needed', facts: { way } },
          } as const,
        ]
      : []),
  ]
}

/** The fee of the case after the exemption that was chosen, by the rules of the counter; null where no line is named. */
export function feeReckoned(draft: IntakeDraft, { law, out }: Taking) {
  const chosen = caseTyped(draft, law.procedure)
  if (!chosen) return null
  const rule = typedAt(draft, 'exemption.rule')
  const exemption = rule === '' ? null : { rule, evidence: typedAt(draft, 'exemption.evidence') }
  const copiesWanted = Number(typedAt(draft, 'copiesWanted')) || 1
  const pages = Number(typedAt(draft, 'pages')) || undefined
  return feeAtReceipt(
    { channel: CHANNEL_OUT[out.kind], copiesWanted, pages, exemption, at: out.now },
    chosen,
    law.procedure,
  )
}

/** Who cannot sign lets a witness sign, or gives a fingerprint that a witness sees. */
function signLacks(draft: IntakeDraft): readonly Lack[] {
  const { how, consent, witness, signed } = agreedIn(draft)
  const lack = (box: string, code: OwnLack): Lack => ({ kind: 'own', box, code })
  return [
    ...(typedAt(draft, 'agree') === 'true' ? [] : [lack('agree', 'not-agreed')]),
    ...(how !== 'self' && witness === null ? [lack('witness', 'no-witness')] : []),
    // Where the person cannot sign, the name of who confirms is the proof; drawing is left to the witness.
    ...(how === 'witness' || signed
      ? []
      : [lack('signature', consent === 'fingerprint' ? 'no-fingerprint' : 'not-signed')]),
  ]
}
