import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import {
  BASIS,
  FORMS,
  identityFaults,
  type ReportForm,
  type ReportFormKey,
  type ReportGroup,
  type ReportLine,
  reportLines,
} from '#domain/statistics/report-forms.ts'
import { unitsOfCommunes } from '#domain/procedure/reception-desk.ts'
import type { Window } from '#domain/statistics/window.ts'
import { bookOf } from '../centre-book.ts'
import { today as todayAt } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { sumsBy } from './sums.ts'

export interface ReportAsked {
  readonly form: ReportFormKey
  readonly window: Window
  /** One unit or one field alone. */
  readonly unit?: string | undefined
  readonly field?: string | undefined
}

/** A report as it would be issued now. Numbers alone: nobody is named in it, so reading it is no access to a person. */
export interface SeenReport {
  readonly form: ReportForm
  readonly basis: typeof BASIS
  readonly window: Window
  /** The unit whose report it is; null for the whole centre. */
  readonly unit: string | null
  /** Whether what communes settle is left out. */
  readonly isWithoutCommunes: boolean
  readonly unitName: string
  readonly field: string | null
  readonly countedAt: Moment
  /** The window runs on: what falls due today is not overdue yet. */
  readonly isRunning: boolean
  readonly lines: readonly ReportLine[]
}

/** A report that does not add up is a fault of the program and is never shown as if it did. */
export class ReportDoesNotAddUp extends Error {
  override readonly name = 'ReportDoesNotAddUp'
}

const TOTAL = 'Tổng số'

/** Table II.06 of any window. Heads see the report of their unit. */
export async function seeReport(desk: Desk, asked: ReportAsked): Promise<Outcome<SeenReport>> {
  const on = todayAt(desk)
  const book = await bookOf(desk.centre)
  const unit = unitFor(desk, asked, on)
  if (isRefusal(unit)) return unit
  if (unit !== null && !book.units.has(unit)) return refuse('no-such-unit', { unit })
  const { window } = asked
  const form = FORMS[asked.form]
  const groups = await groupsOf(desk, book, form, { ...asked, unit: unit ?? undefined, today: on })
  const lines = reportLines(form, groups, TOTAL)
  const faults = identityFaults(form, lines)
  if (faults.length > 0)
    throw new ReportDoesNotAddUp(`${form.key} ${window.from}–${window.to}: ${faults.join('; ')}`)
  return {
    form,
    basis: BASIS,
    window,
    unit,
    isWithoutCommunes: isWithoutCommunes(form.key, unit),
    unitName: unit === null ? desk.centre.name : (book.units.get(unit)?.name ?? unit),
    field: asked.field ?? null,
    countedAt: toMoment(desk.now),
    isRunning: window.to >= on,
    lines,
  }
}

/** The whole centre for those who oversee it; a head is shown the unit led, whatever was asked. */
export function unitFor(desk: Desk, { unit }: Pick<ReportAsked, 'unit'>, on: Day): Outcome<string | null> {
  if (desk.actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-report' })
  const allowed = may(desk.actor, { kind: 'see-report' }, on)
  if (isRefusal(allowed)) return allowed
  const posts = appointmentsOn(desk.actor, on)
  if (posts.some(({ post }) => post === 'director' || post === 'administrator')) return unit ?? null
  return posts.find(({ post }) => post === 'head')?.unit ?? refuse('not-permitted', { action: 'see-report' })
}

async function groupsOf(
  { centre }: Desk,
  book: CentreBook,
  { key, lines }: ReportForm,
  { window, unit, field, today }: ReportAsked & { readonly today: Day },
): Promise<ReportGroup[]> {
  if (lines === 'field') {
    // The town's own report is without what communes settle: they report themselves, and the level above adds both.
    const exceptUnits = isWithoutCommunes(key, unit) ? unitsOfCommunes(book.desks) : undefined
    const fields = await sumsBy(centre, { window, today, unit, exceptUnits, field }, 'field')
    return inVietnameseOrder(
      fields.map(({ key, sums }) => ({ name: key, unit: unit ?? null, field: key, sums })),
    )
  }
  const units = await sumsBy(centre, { window, today, unit, field }, 'unit')
  return inVietnameseOrder(
    await Promise.all(
      units.map(async ({ key, sums }) => ({
        name: book.units.get(key)?.name ?? key,
        unit: key,
        field: field ?? null,
        sums,
        within: inVietnameseOrder(
          (await sumsBy(centre, { window, today, unit: key, field }, 'field')).map((one) => ({
            name: one.key,
            unit: key,
            field: one.key,
            sums: one.sums,
          })),
        ),
      })),
    ),
  )
}

const isWithoutCommunes = (form: ReportFormKey, unit: string | null | undefined) =>
  form === 'II.06a' && (unit ?? null) === null

function inVietnameseOrder(groups: readonly ReportGroup[]): ReportGroup[] {
  return groups.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}
