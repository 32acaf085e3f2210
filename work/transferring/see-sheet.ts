import { isId } from '#shapes/id.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { linesOfSheet, type Sheet, sheetById, type SheetLine } from '#store/hand-over-sheets.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { sheetNumber } from './hand-over-papers.ts'

/** A hand-over sheet with all that is printed on it: who gave and took what when, and what was missing. */
export interface SeenSheet extends Sheet {
  /** Number and year as they are printed. */
  readonly printed: string
  readonly fromName: string
  readonly toName: string
  readonly givenName: string
  readonly closedName: string | null
  readonly lines: readonly SheetLine[]
  readonly mayConfirm: boolean
  readonly mayTakeBack: boolean
}

/** One sheet, for both its sides and the director. The access is recorded before anything is given out. */
export async function seeSheet(desk: Desk, id: string): Promise<Outcome<SeenSheet>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-papers' })
  const sheet = isId(id) ? await sheetById(centre, id) : undefined
  if (!sheet) return refuse('no-such-hand-over', { id })
  const { from, to, given, closed } = sheet
  const on = today(desk)
  const allowed = may(actor, { kind: 'see-papers', units: [from, to] }, on)
  if (isRefusal(allowed)) return allowed
  const [book, lines] = await Promise.all([bookOf(centre), linesOfSheet(centre, id)])
  const at = toMoment(desk.now)
  for (const { code } of lines)
    await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-sheet', code })
  const names = await staffNames(centre, [given.staff, ...(closed ? [closed.staff] : [])])
  const mayFor = (unit: string) => !isRefusal(may(actor, { kind: 'handle-papers', units: [unit] }, on))
  return {
    ...sheet,
    printed: sheetNumber(sheet),
    fromName: book.units.get(from)?.name ?? from,
    toName: book.units.get(to)?.name ?? to,
    givenName: names.get(given.staff) ?? '',
    closedName: closed && (names.get(closed.staff) ?? ''),
    lines,
    mayConfirm: closed === null && given.staff !== actor.id && mayFor(to),
    mayTakeBack: closed === null && mayFor(from),
  }
}
