import { toMoment } from '#domain/calendar/moment.ts'
import type { SheetCommand } from '#domain/dossier/commands.ts'
import { papersDoer } from '#domain/dossier/doer.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { SheetToConfirm, SheetToTakeBack } from '#shapes/hand-over-sheets.ts'
import {
  closeSheet,
  linesOfSheet,
  type Sheet,
  sheetById,
  type SheetClosing,
  sheetCommands,
  type SheetLine,
} from '#store/hand-over-sheets.ts'
import { commandHash, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { announceCarried, decideAll, untilWritten } from './decided.ts'
import { type GivenSheet, sheetNumber } from './hand-over-papers.ts'

type Closing = Exclude<SheetCommand, { type: 'HandOverPapers' }>
type Without<One> = One extends unknown ? Omit<One, 'id' | 'at' | 'by'> : never
type Ending = Pick<SheetClosing, 'how' | 'reason' | 'lines'> & {
  readonly carried: ReadonlyMap<string, Without<Closing>>
}

/**
 * The receiver confirms a sheet: of each dossier that it came, with what is missing, or that it was not taken and
 * why. The sheet is confirmed as a whole, once, by another person than who gave it.
 */
export function confirmSheet(desk: Desk, id: string, given: SheetToConfirm): Promise<Outcome<GivenSheet>> {
  return close(
    desk,
    id,
    given,
    ({ to }) => [to],
    (lines) => confirmed(id, lines, given),
  )
}

/** The giver takes back a sheet that nobody has confirmed. */
export function takeBackSheet(desk: Desk, id: string, given: SheetToTakeBack): Promise<Outcome<GivenSheet>> {
  const { reason } = given
  return close(
    desk,
    id,
    given,
    ({ from }) => [from],
    (lines) => ({
      how: 'taken-back',
      reason,
      lines: [],
      carried: new Map(lines.map(({ code }) => [code, { type: 'TakeBackPapers', sheet: id, reason }])),
    }),
  )
}

async function close(
  desk: Desk,
  id: string,
  given: { readonly id: string },
  side: (sheet: Sheet) => string[],
  endingOf: (lines: readonly SheetLine[]) => Outcome<Ending>,
): Promise<Outcome<GivenSheet>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'handle-papers' })
  const sheet = await sheetById(centre, id)
  if (!sheet) return refuse('no-such-hand-over', { id })
  const units = side(sheet)
  const allowed = may(actor, { kind: 'handle-papers', units }, today(desk))
  if (isRefusal(allowed)) return allowed
  const command = { id: given.id, hash: commandHash(actor, { sheet: id, ...given }) }
  const answer = { id, number: sheetNumber(sheet) }
  return untilWritten(desk, async (book) => {
    const before = await closedBefore(desk, sheet, command)
    if (before) return before === true ? answer : before
    const ending = endingOf(await linesOfSheet(centre, id))
    if (isRefusal(ending)) return ending
    const by = papersDoer(actor, units, today(desk))
    const decided = await decideAll(desk, book, { by, command, carried: ending.carried })
    // Somebody else may have ended the sheet since it was looked at: that is said then.
    if (isRefusal(decided)) return (await isClosed(desk, id)) ? undefined : decided
    const signed = { staff: actor.id, post: by.post, at: toMoment(desk.now) }
    const closing: SheetClosing = { ...ending, id, command, by: signed }
    if (
      !(await closeSheet(
        centre,
        closing,
        decided.map(({ writing }) => writing),
      ))
    )
      return undefined
    announceCarried(desk, decided)
    return answer
  })
}

const isClosed = async ({ centre }: Desk, id: string) => (await sheetById(centre, id))?.closed !== null

/** True when this very command ended the sheet, a refusal when another did, undefined while it is open. */
async function closedBefore(
  { centre }: Desk,
  { id }: Sheet,
  command: SheetClosing['command'],
): Promise<true | Refusal | undefined> {
  const closing = (await sheetCommands(centre, id))?.closing
  if (!closing) return undefined
  if (closing.id !== command.id) {
    const closed = (await sheetById(centre, id))?.closed
    return refuse('sheet-closed', { how: closed?.how ?? null, at: closed?.at ?? null })
  }
  return closing.hash === command.hash || refuse('command-id-reused', { id: command.id })
}

function confirmed(
  sheet: string,
  lines: readonly SheetLine[],
  { lines: given }: SheetToConfirm,
): Outcome<Ending> {
  const answers = new Map(given.map((one) => [one.code, one]))
  const left = lines.filter(({ code }) => !answers.has(code)).map(({ code }) => code)
  if (left.length > 0) return refuse('sheet-incomplete', { codes: left })
  const carried: [string, Without<Closing>][] = []
  const found: SheetClosing['lines'][number][] = []
  for (const { code, content } of lines) {
    const answer = answers.get(code)
    if (!answer) continue
    const { isTaken, note } = answer
    if (!isTaken && note === null) return refuse('sheet-incomplete', { codes: [code] })
    const missing = content.papers.map(({ paper }) => paper).filter((paper) => answer.missing.includes(paper))
    carried.push([
      code,
      isTaken
        ? { type: 'AcceptPapers', sheet, missing, note }
        : { type: 'RefusePapers', sheet, reason: note ?? '' },
    ])
    found.push({ code, isAccepted: isTaken, missing: isTaken ? missing : [], note })
  }
  const how = found.some(({ isAccepted }) => isAccepted) ? 'confirmed' : 'refused'
  return { how, reason: null, lines: found, carried: new Map(carried) }
}
