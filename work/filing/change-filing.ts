import type { FilingEvent } from '#domain/filing/events.ts'
import type { Filing } from '#domain/filing/filing.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type HeldFiling, holdFiling, usedFilingCommand, writeFiling } from '#store/filings.ts'
import { type CentreInOne, inOne } from '#store/in-one.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { announceFiling } from '../announce-change.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { filingWriting } from './sealed-filing.ts'
import { tellFiler } from './tell-filer.ts'

/** What a command on a filing is: on which version, and what makes it the same command. */
export interface FilingChange {
  readonly id: string
  readonly version: number
  readonly content: object
}

/** How a filing stands after a command. */
export interface ChangedFiling {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly stage: Filing['stage']
}

/** Somebody else was faster: the transaction is given up. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * The only way a filing changes after its submission: read it, decide, write what happened; of two people at once one
 * wins and the other is told. The same command again has its first answer.
 */
export async function changeFiling(
  desk: Desk,
  id: string,
  change: FilingChange,
  decide: (held: HeldFiling) => Promise<Outcome<FilingEvent>>,
  alongWith: (inside: CentreInOne) => Promise<void> = async () => {},
): Promise<Outcome<ChangedFiling>> {
  const { centre } = desk
  const held = await holdFiling(centre, id)
  if (!held) return refuse('no-such-filing')
  const hash = changeHash(desk, id, change)
  const used = await answeredBefore(desk, change.id, hash)
  if (used) return used
  const event = await decide(held)
  if (isRefusal(event)) return event
  if (held.filing.version !== change.version) return overtaken(held.filing)
  const writing = filingWriting(held, event, { id: change.id, hash })
  try {
    await inOne(centre, async (inside) => {
      if (!(await writeFiling(inside, writing))) throw new Overtaken()
      await alongWith(inside)
      await tellFiler(desk, inside, { event, filing: writing.filing })
    })
    announceFiling(centre, writing.filing.code)
    return changed(id, writing.filing)
  } catch (error) {
    if (!(error instanceof Overtaken) && !isUniqueViolation(error)) throw error
    return (await answeredBefore(desk, change.id, hash)) ?? overtaken(held.filing)
  }
}

export function changeHash({ actor }: Desk, id: string, { content }: FilingChange): string {
  return seal(JSON.stringify(['id' in actor ? actor.id : '', id, content]))
}

/** The answer to a command that was carried out before; undefined when its id is new. */
export async function answeredBefore(
  { centre }: Desk,
  command: string,
  hash: string,
): Promise<Outcome<ChangedFiling> | undefined> {
  const used = await usedFilingCommand(centre, command)
  if (!used) return undefined
  if (used.hash !== hash) return refuse('command-id-reused', { id: command })
  const held = await holdFiling(centre, used.filing)
  return held && changed(held.id, held.filing)
}

export function overtaken({ version }: Filing) {
  return refuse('changed-meanwhile', { version, since: [] })
}

function changed(id: string, { code, version, stage }: Filing): ChangedFiling {
  return { id, code, version, stage }
}
