import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { SheetCommand } from '#domain/dossier/commands.ts'
import { under } from '#domain/dossier/decide.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Doer, DossierEvent } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { holdDossier, type Writing } from '#store/dossiers.ts'
import { isBusy } from '#store/sql-state.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf, freshBookOf } from '../centre-book.ts'
import { lawFor, writingOf } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** A dossier on a sheet, with what the sheet's command comes to for it. */
export interface Decided {
  readonly before: Dossier
  readonly events: readonly DossierEvent[]
  readonly writing: Writing
}

type OfSheet = SheetCommand extends infer One
  ? One extends unknown
    ? Omit<One, 'id' | 'at' | 'by'>
    : never
  : never

interface Deciding {
  readonly by: Doer
  readonly command: { readonly id: string; readonly hash: string }
  readonly carried: ReadonlyMap<string, OfSheet>
}

/** What a command on papers comes to for each dossier; the first refusal refuses all of it. */
export async function decideAll(
  desk: Desk,
  book: CentreBook,
  { by, command, carried }: Deciding,
): Promise<Outcome<readonly Decided[]>> {
  const at: Moment = toMoment(desk.now)
  const decided: Decided[] = []
  for (const [code, given] of carried) {
    const held = await holdDossier(desk.centre, code)
    if (!held) return refuse('no-such-dossier', { code })
    const id = derivedId(command.id, code)
    const events = under(lawFor(held.dossier, book)).carry(held.dossier, { ...given, id, at, by })
    if (isRefusal(events)) return events
    const writing = writingOf(held, events, { id, hash: command.hash }, { law: book.version })
    decided.push({ before: held.dossier, events, writing })
  }
  return decided
}

const ATTEMPTS = 20

/**
 * Decides and writes, again when a dossier changed in between: the electronic work goes before. `attempt` answers
 * undefined when it was not written.
 */
export async function untilWritten<Value>(
  desk: Desk,
  attempt: (book: CentreBook) => Promise<Value | undefined>,
): Promise<Value> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const book = tried === 0 ? await bookOf(desk.centre) : await freshBookOf(desk.centre)
    try {
      const done = await attempt(book)
      if (done !== undefined) return done
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 5 * (tried + 1)))
  }
  throw new Error('papers could not be written: their dossiers changed at every attempt')
}

/** Tells open pages of the dossiers that papers of theirs were carried. */
export function announceCarried({ centre }: Desk, decided: readonly Decided[]): void {
  for (const { before } of decided) announceChange(centre, before.code, [before.holder])
}
