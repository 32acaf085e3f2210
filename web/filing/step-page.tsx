import { dayOf } from '#domain/calendar/moment.ts'
import { type FilingStep, stepNamed, typedIn } from '#domain/filing/filing-steps.ts'
import { isRefusal } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { type AnswerFault, rowPlaces } from '#domain/procedure/answers.ts'
import { addRow, takeOutRow } from '#work/filing/change-rows.ts'
import { carryOver } from '#work/filing/carry-over.ts'
import { savePage } from '#work/filing/save-page.ts'
import { type SeenDraft, seeDraft } from '#work/filing/see-draft.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { ErrorSummary, RadioGroup } from '../parts/field.tsx'
import { CHECK_STEP, SAVED_STEP, startAddress } from './addresses.ts'
import { checkPage, sendChecked } from './check-page.tsx'
import { boxOfFault, FieldInput } from '../parts/field-input.tsx'
import { type FilingAnswer, type FilingPost, type FilingVisit, refusedFiling } from './filing-visit.ts'
import { formChangedPage } from './form-changed.tsx'
import { paperPage } from './paper-page.tsx'
import { savePaper } from './save-paper.ts'
import { ListRows } from './list-rows.tsx'
import { savedPage } from './saved-page.tsx'
import { sentAlready } from './sent-already.ts'
import { faultInWords } from '../parts/said-of-fields.ts'
import { here, idOf, onwardFrom, StepFrame, titleOf } from './step-frame.tsx'
import { faultsOfPage, pageTyped } from './typed-page.ts'

/** One thing at a time, as it stands in the draft. */
export async function stepPage(filing: FilingVisit): FilingAnswer {
  const found = await findStep(filing)
  if ('main' in found || found instanceof Response) return found
  const { seen, step } = found
  if (step.kind === 'check') return checkPage(filing, seen)
  if (step.kind === 'paper') return paperPage(filing, seen, step)
  return formPage(filing, seen, { step, faults: [] })
}

/** Keeps the page and goes on; what is wrong is said here, and kept all the same. */
export const saveStep: FilingPost = async (filing, typed) => {
  if (first(typed, 'lam') === 'to-khai-moi') {
    const moved = await carryOver(filing.at, idOf(filing))
    return isRefusal(moved) ? refusedFiling(filing, moved) : seeOther(here(filing, CHECK_STEP))
  }
  const found = await findStep(filing)
  if ('main' in found || found instanceof Response) return found
  const { seen: before, step } = found
  if (step.kind === 'check') return sendChecked(filing, before, typed)
  if (step.kind === 'paper') return savePaper(filing, before, step, typed)
  const { draft } = before
  const seen = await savePage(filing.at, draft.id, pageTyped(step, typed))
  if (isRefusal(seen)) return refusedFiling(filing, seen)
  const [act = '', row = ''] = first(typed, 'lam').split(':')
  if (act === 'nghi') return seeOther(here(filing, SAVED_STEP))
  if (step.kind === 'form' && step.page.list && act === 'them') {
    const added = await addRow(filing.at, draft.id, `f.${step.page.list.name}`)
    return isRefusal(added) ? refusedFiling(filing, added) : seeOther(here(filing, added))
  }
  if (step.kind === 'form' && step.page.list && act === 'bo') {
    await takeOutRow(filing.at, draft.id, `f.${step.page.list.name}.${row}`)
    return seeOther(here(filing, step.key))
  }
  const faults = faultsOfPage(step, seen)
  if (faults.length > 0) return { ...formPage(filing, seen, { step, faults }), status: 422 }
  return seeOther(here(filing, onwardFrom(filing, seen, step.key)))
}

interface Found {
  readonly seen: SeenDraft
  readonly step: FilingStep
}

/** The page of the address; without one that is asked for, where the whole is checked. */
async function findStep(filing: FilingVisit): Promise<Found | Page | Response> {
  const { at, visit } = filing
  const seen = await seeDraft(at, idOf(filing))
  if (isRefusal(seen)) return (await sentAlready(filing, idOf(filing))) ?? refusedFiling(filing, seen)
  if (seen.draft.procedure !== visit.c.req.param('key'))
    return seeOther(startAddress(filing.base, seen.draft.procedure))
  const key = visit.c.req.param('step') ?? ''
  if (seen.isFormChanged) return formChangedPage(filing, seen)
  if (key === SAVED_STEP) return savedPage(filing, seen)
  const step = stepNamed(seen.steps, key, { fields: seen.form.fields, read: seen.read })
  return step ? { seen, step } : seeOther(here(filing, CHECK_STEP))
}

interface Shown {
  readonly step: Exclude<FilingStep, { kind: 'check' | 'paper' }>
  readonly faults: readonly AnswerFault[]
}

function formPage(filing: FilingVisit, seen: SeenDraft, { step, faults }: Shown): Page {
  const { words, desk, citizen } = filing.visit
  const said = words.filing
  const title = titleOf(filing, seen, step)
  const boxes = {
    words,
    title,
    typed: seen.draft.typed,
    faults,
    known: seen.draft.known,
    places: seen.law.places,
    on: dayOf(desk.now).toString(),
    fixed: citizen && isVerified(citizen) ? ['c.applicant.name', 'c.applicant.number'] : [],
  }
  const main = (
    <StepFrame filing={filing} seen={seen} step={step} title={title}>
      {faults.length > 0 && (
        <ErrorSummary
          title={said.faultsTitle}
          faults={faults.map((fault) => ({ field: boxOfFault(fault), text: faultInWords(words, fault) }))}
        />
      )}
      {step.kind === 'case' && <Cases filing={filing} seen={seen} />}
      {step.kind === 'form' &&
        step.page.fields.map(({ field, name }) => (
          <FieldInput key={name} boxes={boxes} field={field} name={`${step.part}.${name}`} />
        ))}
      {step.kind === 'form' && step.page.list && (
        <ListRows
          filing={filing}
          list={step.page.list}
          typed={typedIn(seen.draft.typed, step.part)}
          places={rowPlaces(typedIn(seen.draft.typed, step.part), step.page.list.name)}
          faults={seen.read.form.faults}
          address={(key) => here(filing, key)}
        />
      )}
    </StepFrame>
  )
  return { title, main }
}

function Cases({ filing: { visit }, seen }: { filing: FilingVisit; seen: SeenDraft }) {
  return (
    <RadioGroup
      name="case"
      legend={visit.words.filing.whichCase}
      value={seen.chosen?.key}
      choices={seen.law.procedure.cases.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
    />
  )
}
