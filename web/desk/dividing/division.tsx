import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { seeLoad } from '#work/dividing/see-load.ts'
import { Button } from '../../parts/button.tsx'
import { Link } from '../../parts/link.tsx'
import { SelectField } from '../../parts/field.tsx'
import type { DeskPage, DeskVisit } from '../desk-page.ts'
import { DoneNotice } from '../done-notice.tsx'
import { refusedPage } from '../refused-page.tsx'
import { AbsenceList } from './absence-list.tsx'
import { delegatingOf, DIVISION } from './addresses.ts'
import { askedUnit, type AskedUnit } from './asked-unit.ts'
import { LinkedParts } from './linked-parts.tsx'
import { LoadTable } from './load-table.tsx'
import type { Words } from '../../words/vi.ts'

/** Who of a unit has how much, to divide the work by; and who is away. */
export const divisionPage: DeskPage = {
  path: DIVISION,
  action: 'see-load',
  async get(visit) {
    const asked = await askedUnit(visit)
    if (isRefusal(asked)) return refusedPage(visit, asked)
    const load = await seeLoad(visit.desk, asked.unit)
    if (isRefusal(load)) return refusedPage(visit, load)
    const { words } = visit
    const said = words.desk.dividing
    const main = (
      <>
        <h1>
          {said.titleOf('')}
          <span lang="vi">{load.unitName}</span>
        </h1>
        <DoneNotice visit={visit} />
        <UnitChoice words={words} asked={asked} />
        <p class="sub">{said.lead}</p>
        <LoadTable words={words} load={load} />
        <LinkedParts words={words} load={load} />
        <AbsenceList words={words} load={load} on={today(visit)} />
        <p>
          <Link href={delegatingOf(asked.unit)}>{said.delegations}</Link>
        </p>
      </>
    )
    return { title: said.title, main, live: 'lists' }
  },
}

const today = ({ desk }: Pick<DeskVisit, 'desk'>) => dayOf(desk.now).toString()

/** Which unit, for who leads more than one. */
function UnitChoice({ words, asked: { unit, units } }: { words: Words; asked: AskedUnit }) {
  const said = words.desk.dividing
  if (units.length < 2) return null
  return (
    <form method="get" action={DIVISION} class="unit-choice">
      <SelectField
        name="donVi"
        label={said.unit}
        value={unit}
        choices={units.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' as const }))}
      />
      <Button kind="secondary">{said.showUnit}</Button>
    </form>
  )
}
