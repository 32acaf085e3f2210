import { type CalendarData, workingCalendar } from '#domain/calendar/working-time.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { Guide } from '#domain/finding/guide.ts'
import type { Form } from '#domain/procedure/form.ts'
import type { Centre } from '#store/database.ts'
import { type LawRows, lawVersion, readLaw } from '#store/law.ts'
import type { CentreBook } from './desk.ts'

/** A centre's book, and what its public pages read beside it. */
export interface CentreLaw {
  readonly book: CentreBook
  /** All versions of each form, oldest first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>
  /** Of the administrative map, with their days. */
  readonly places: readonly Place[]
  readonly guide: Guide
  /** As they were entered, for who counts elsewhere. */
  readonly calendars: { readonly counting: CalendarData; readonly reception: CalendarData }
}

interface Remembered {
  /** When the version was last seen to be current, on a clock that only runs forward. */
  seenAt: number
  law: Promise<CentreLaw>
}

/** A read may be behind an import by this much; a write notices by itself and reads again (`freshBookOf`). */
const LOOK_EVERY_MS = 1000

const remembered = new WeakMap<Centre, Remembered>()

/** The book of a centre, from memory while its version stands. */
export async function bookOf(centre: Centre): Promise<CentreBook> {
  return (await centreLawOf(centre)).book
}

/** The book of the version that stands at this moment, for a write that found the remembered one behind. */
export async function freshBookOf(centre: Centre): Promise<CentreBook> {
  const known = remembered.get(centre)
  return (await (known ? current(centre, known) : read(centre))).book
}

/** Book and forms, from memory while their version stands. */
export function centreLawOf(centre: Centre): Promise<CentreLaw> {
  const known = remembered.get(centre)
  if (!known) return read(centre)
  return performance.now() - known.seenAt < LOOK_EVERY_MS ? known.law : current(centre, known)
}

/** What is remembered when its version still stands, otherwise what the first to notice reads. */
async function current(centre: Centre, known: Remembered): Promise<CentreLaw> {
  // Set before looking, so that of many readers one looks.
  known.seenAt = performance.now()
  const law = await known.law
  if ((await lawVersion(centre)) === law.book.version) return law
  const now = remembered.get(centre)
  return now && now !== known ? now.law : read(centre)
}

/** Who comes while the book is being read waits for the same reading; a failed one is not remembered. */
function read(centre: Centre): Promise<CentreLaw> {
  const law = readLaw(centre).then(lawFrom)
  const one: Remembered = { seenAt: performance.now(), law }
  remembered.set(centre, one)
  law.catch(() => {
    if (remembered.get(centre) === one) remembered.delete(centre)
  })
  return law
}

function lawFrom({
  version,
  units,
  ruleSets,
  dataSources,
  resultForms,
  onlineFilings,
  numberReading,
  opinionRules,
  desks,
  targets,
  postRules,
  quietTimes,
  noticeTemplates,
  procedures,
  forms,
  places,
  calendars,
  guide,
}: LawRows): CentreLaw {
  const entered = {
    counting: calendarFrom(calendars, 'counting'),
    reception: calendarFrom(calendars, 'reception'),
  }
  const book: CentreBook = {
    version,
    units: new Map(units.map((unit) => [unit.code, unit])),
    ruleSets,
    dataSources,
    resultForms,
    onlineFilings,
    numberReading,
    opinionRules,
    desks,
    targets,
    postRules,
    quietTimes,
    noticeTemplates,
    counting: workingCalendar(entered.counting),
    reception: workingCalendar(entered.reception),
    procedures: Map.groupBy(procedures, ({ key }) => key),
  }
  return { book, forms: Map.groupBy(forms, ({ key }) => key), places, guide, calendars: entered }
}

/** A calendar that was never entered knows no year, so that everything that counts with it is refused. */
function calendarFrom(calendars: readonly CalendarData[], name: CalendarData['name']): CalendarData {
  return calendars.find((one) => one.name === name) ?? { name, hours: [], years: [], days: [] }
}
