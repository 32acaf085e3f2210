import { type FormPage, pageOfRow, pagesOf, withRow } from '#domain/procedure/form-pages.ts'
import { rowPlaces } from '#domain/procedure/answers.ts'
import { typedIn } from '#domain/filing/filing-steps.ts'
import { FieldInput } from '#web/parts/field-input.tsx'
import { labelOf } from '#web/parts/said-of-fields.ts'
import { Notice } from '#web/parts/notice.tsx'
import { ActButton } from './act-button.tsx'
import { dayOut } from './intake-content.ts'
import { withBoxes } from './intake-draft.ts'
import { FORM_PART, formKnown, formRead } from './intake-lacks.ts'
import type { StepProps } from './step-props.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'

/** The form on the device, page by page as on the portal. */
export function FormStep(props: StepProps) {
  const { words, draft, taking } = props
  const said = words.fieldIntake.form
  const pages = pagesInForm(props)
  const page = openPage(props, pages)
  if (!page) return <p>{said.none}</p>
  const place = pages.findIndex(({ key }) => page.key === key || page.key.startsWith(`${key}.`))
  const title = page.within.map((field) => labelOf(words, field).text).join(', ')
  const read = formRead(draft, taking)
  const boxes = {
    words,
    typed: draft.typed,
    faults: props.faults.length === 0 ? [] : read.faults.map(prefixed),
    known: knownBoxes(props),
    places: taking.places,
    on: dayOut(taking.out),
  }
  return (
    <>
      <p class="hint">{said.pageOf(place + 1, pages.length)}</p>
      {title !== '' && <h2 lang="vi">{title}</h2>}
      {page.fields.map(({ field, name }) => (
        <FieldInput key={name} boxes={boxes} field={field} name={`${FORM_PART}.${name}`} />
      ))}
      {page.list && <Rows {...props} list={page.list} />}
    </>
  )
}

const prefixed = <Fault extends { readonly name: string }>(fault: Fault) => ({
  ...fault,
  name: `${FORM_PART}.${fault.name}`,
})

/** Boxes that still say what is known of the applicant are marked as filled in from there. */
function knownBoxes({ draft, taking }: Pick<StepProps, 'draft' | 'taking'>) {
  const { typed, known } = formKnown(draft, taking)
  return Object.fromEntries(Object.entries(known).filter(([box]) => draft.typed[box] === typed[box]))
}

/** The pages as far as the answers go. */
export function pagesInForm({ draft, taking }: Pick<StepProps, 'draft' | 'taking'>): readonly FormPage[] {
  return taking.form === null ? [] : pagesOf(taking.form.fields, formRead(draft, taking).asked)
}

/** The page that is open: the first until somebody went on, or a row of a list. */
function openPage(
  { draft, taking }: Pick<StepProps, 'draft' | 'taking'>,
  pages: readonly FormPage[],
): FormPage | undefined {
  const key = draft.page
  if (key === null || taking.form === null) return pages[0]
  return (
    pages.find((one) => one.key === key) ??
    pageOfRow(taking.form.fields, key, formRead(draft, taking).asked) ??
    pages[0]
  )
}

/** The page behind or before the one that is open; null where the form ends, and from a row back to its list. */
export function pageBeside(props: Pick<StepProps, 'draft' | 'taking'>, by: 1 | -1): string | null {
  const pages = pagesInForm(props)
  const open = openPage(props, pages)
  const place = pages.findIndex(({ key }) => key === open?.key)
  if (open && place === -1) return open.key.split('.').slice(0, -1).join('.')
  return pages[place + by]?.key ?? null
}

function Rows({ words, draft, change, list }: StepProps & { readonly list: NonNullable<FormPage['list']> }) {
  const said = words.fieldIntake.form
  const places = rowPlaces(typedIn(draft.typed, FORM_PART), list.name)
  const open = (place: number) => change((now) => ({ ...now, page: `${list.name}.${place}` }))
  const add = () =>
    change((now) => {
      const { typed, place } = withRow(typedIn(now.typed, FORM_PART), list.name)
      return { ...withBoxes(now, prefixedBoxes(typed)), page: `${list.name}.${place}` }
    })
  const drop = (place: number) =>
    change((now) => {
      const row = `${FORM_PART}.${list.name}.${place}.`
      const left = Object.entries(now.typed).filter(([box]) => !box.startsWith(row))
      return { ...now, typed: Object.fromEntries(left) }
    })
  return (
    <>
      <h2 lang="vi">{labelOf(words, list.field).text}</h2>
      <Notice kind="info">
        <p>{said.rows(places.length)}</p>
      </Notice>
      <ul class="field-list">
        {places.map((place, index) => (
          <li key={place} class="field-buttons">
            <ActButton act={() => open(place)}>{said.openRow(index + 1)}</ActButton>
            <ActButton kind="tertiary" act={() => drop(place)}>
              {said.dropRow(index + 1)}
            </ActButton>
          </li>
        ))}
      </ul>
      <ActButton kind="primary" act={add}>
        {said.addRow}
      </ActButton>
    </>
  )
}

function prefixedBoxes(typed: TypedAnswers): TypedAnswers {
  return Object.fromEntries(Object.entries(typed).map(([box, value]) => [`${FORM_PART}.${box}`, value]))
}
