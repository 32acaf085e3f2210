import { isRefusal } from '#domain/outcome.ts'
import { SubstitutionToEnter } from '#shapes/chosen-dossiers.ts'
import { endSubstitution } from '#work/dividing/end-substitution.ts'
import { enterSubstitution } from '#work/dividing/enter-substitution.ts'
import { seeLoad, type UnitLoad } from '#work/dividing/see-load.ts'
import { dayOf } from '#domain/calendar/moment.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { sayDone } from '../done-notice.tsx'
import {
  type Answered,
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  type Typed,
} from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { ABSENCE, divisionOf } from './addresses.ts'
import { askedUnit } from './asked-unit.ts'

/** Somebody is away and another stands in: entered here, and ended early from the page of the unit. */
export const absencePage: DeskPage = {
  path: ABSENCE,
  action: 'enter-substitution',
  get: (visit) => shown(visit, { typed: NOTHING_TYPED }),
  post: (visit, typed) =>
    first(typed, 'end') === '' ? enter(visit, typed) : end(visit, first(typed, 'end')),
}

async function enter(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const said = words.desk.dividing
  const needed = {
    absent: said.absentMissing,
    substitute: said.substituteMissing,
    from: said.dayMissing,
    last: said.dayMissing,
  }
  const missing = Object.entries(needed).flatMap(([field, text]) =>
    first(typed, field).trim() === '' ? [{ field, text }] : [],
  )
  if (missing.length > 0) return { ...(await shown(visit, { typed, faults: missing })), status: 422 }
  const { value, faults } = readForm(typed, SubstitutionToEnter, words)
  if (faults) return { ...(await shown(visit, { typed, faults })), status: 422 }
  const outcome = await enterSubstitution(desk, asked.unit, value)
  if (isRefusal(outcome) && outcome.refused === 'not-permitted') return refusedPage(visit, outcome)
  if (isRefusal(outcome))
    return { ...(await shown(visit, { typed, refused: refusalText(words, outcome) })), status: 409 }
  sayDone(visit, 'entered')
  return seeOther(divisionOf(asked.unit))
}

async function end(visit: DeskVisit, id: string): Promise<Page | Response> {
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const outcome = await endSubstitution(visit.desk, id)
  if (isRefusal(outcome)) return refusedPage(visit, outcome)
  sayDone(visit, 'ended')
  return seeOther(divisionOf(asked.unit))
}

async function shown(visit: DeskVisit, { typed, faults = [], refused }: Answered): Promise<Page> {
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const load = await seeLoad(visit.desk, asked.unit)
  if (isRefusal(load)) return refusedPage(visit, load)
  const { words, desk } = visit
  const said = words.desk.dividing
  const fault = (field: string) => faults.find((one) => one.field === field)?.text
  const on = dayOf(desk.now).toString()
  const typedDay = (field: string) =>
    first(typed, field) || (field === 'from' && typed === NOTHING_TYPED ? on : '')
  const main = (
    <>
      <h1>{said.enterTitle}</h1>
      <p class="sub" lang="vi">
        {load.unitName}
      </p>
      <p>{said.enterLead}</p>
      <Notice kind="info">
        <p>{said.mandateNote}</p>
      </Notice>
      <PostForm words={words} faults={faults} refused={refused} class="absence stacked">
        <input type="hidden" name="id" value={newCommandId()} />
        {(['absent', 'substitute'] as const).map((field) => (
          <SelectField
            key={field}
            name={field}
            label={said[field]}
            value={first(typed, field) || (visit.url.searchParams.get(field) ?? '')}
            choices={people(load, said.choose)}
            fault={fault(field)}
          />
        ))}
        <div class="days">
          {(['from', 'last'] as const).map((field) => (
            <TextField
              key={field}
              name={field}
              type="date"
              label={said[field]}
              value={typedDay(field)}
              fault={fault(field)}
              required
            />
          ))}
        </div>
        <Button keys="Alt+Enter">{said.send}</Button>
      </PostForm>
      <p>
        <Link href={divisionOf(asked.unit)}>{said.back}</Link>
      </p>
    </>
  )
  return { title: said.enterTitle, main }
}

function people({ people }: UnitLoad, choose: string) {
  return [
    { value: '', label: choose },
    ...people
      .filter(({ posts }) => posts.length > 0)
      .map(({ id, name }) => ({ value: id, label: name, lang: 'vi' as const })),
  ]
}
