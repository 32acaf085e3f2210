import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { papersDoer } from '#domain/dossier/doer.ts'
import type { HandOverPapers } from '#domain/dossier/commands.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import type { PapersToHandOver } from '#shapes/hand-over-sheets.ts'
import { giveSheet, sheetById, sheetCommands } from '#store/hand-over-sheets.ts'
import { takeNumber } from '#store/number-books.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { commandHash, today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { announceCarried, type Decided, decideAll, untilWritten } from './decided.ts'
import { lineToGive } from './sheet-line.ts'

/** A sheet that was given: by what it is found, and what is printed on it. */
export interface GivenSheet {
  readonly id: string
  readonly number: string
}

/** A number as it is printed: 12/2019. */
export const sheetNumber = ({ number, year }: { number: number; year: number }) => `${number}/${year}`

/**
 * Papers of several dossiers go from one unit to another on a numbered sheet: all of them or none, and the same
 * command again is the same sheet. The number is taken when nothing is in the way any more.
 */
export async function handOverPapers(desk: Desk, given: PapersToHandOver): Promise<Outcome<GivenSheet>> {
  const { actor } = desk
  const { id, from, to } = given
  const allowed = may(actor, { kind: 'handle-papers', units: [from] }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'handle-papers' })
  const hash = commandHash(actor, given)
  const before = await givenBefore(desk, id, hash)
  if (before) return before
  const outcome = await untilWritten<Outcome<GivenSheet>>(desk, async (book) =>
    book.units.has(to) ? give(desk, actor, book, { given, hash }) : refuse('no-such-unit', { unit: to }),
  ).catch((error: unknown) => {
    if (isUniqueViolation(error)) return refuse('command-id-reused', { id })
    throw error
  })
  // The same command at the same moment: the other wrote the sheet, and that is the answer to both.
  return isRefusal(outcome) ? ((await givenBefore(desk, id, hash)) ?? outcome) : outcome
}

async function give(
  desk: Desk,
  actor: Staff,
  book: CentreBook,
  { given, hash }: { readonly given: PapersToHandOver; readonly hash: string },
): Promise<Outcome<GivenSheet> | undefined> {
  const { id, from, to, dossiers } = given
  const by = papersDoer(actor, [from], today(desk))
  const decide = (number: string) => {
    const carried: Omit<HandOverPapers, 'id' | 'at' | 'by'> = {
      type: 'HandOverPapers',
      sheet: id,
      number,
      from,
      to,
    }
    return decideAll(desk, book, {
      by,
      command: { id, hash },
      carried: new Map(dossiers.map((code) => [code, carried])),
    })
  }
  const possible = await decide('')
  if (isRefusal(possible)) return possible
  const at = toMoment(desk.now)
  const { year } = dayOf(desk.now)
  const takenFor = `${from} → ${to}`
  const { number } = await takeNumber(desk.centre, {
    id: derivedId(id, 'hand-over'),
    book: 'hand-over',
    year,
    takenFor,
    staff: actor.id,
    at,
  })
  const decided = await decide(sheetNumber({ number, year }))
  if (isRefusal(decided)) return decided
  const sheet = { id, year, number, from, to, given: { staff: actor.id, post: by.post, at }, hash }
  const lines = decided.map((one: Decided) => lineToGive(one, book))
  const isWritten = await giveSheet(
    desk.centre,
    { ...sheet, lines },
    decided.map(({ writing }) => writing),
  )
  if (!isWritten) return undefined
  announceCarried(desk, decided)
  return { id, number: sheetNumber({ number, year }) }
}

async function givenBefore(desk: Desk, id: string, hash: string): Promise<GivenSheet | Refusal | undefined> {
  const commands = await sheetCommands(desk.centre, id)
  const sheet = commands && (await sheetById(desk.centre, id))
  if (!sheet) return undefined
  return commands.givenHash === hash
    ? { id, number: sheetNumber(sheet) }
    : refuse('command-id-reused', { id })
}
