import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { appointmentsOn, may, type Post } from '#domain/people/may.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { recordAccess } from '#store/access-records.ts'
import { type After, listDossiers } from '#store/worklists.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { minutesLeft } from './see-dossier.ts'

export interface WorklistLine {
  readonly code: string
  readonly version: number
  readonly procedure: string
  readonly procedureName: string
  readonly field: string
  readonly channel: string
  readonly ownerName: string
  readonly stage: Dossier['stage']
  readonly step: { readonly key: string; readonly name: string; readonly kind: string }
  readonly stepSince: Moment
  readonly receivedAt: Moment
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
  readonly minutesLeft: number | null
  /** Whether it lies with the caller in person or in a list of one of the caller's posts. */
  readonly isMine: boolean
}

export interface Worklist {
  readonly lines: readonly WorklistLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const PAGE = 50

/** What lies with the caller and in the lists of the caller's posts, soonest due first. */
export async function seeWorklist(
  desk: Desk,
  asked: { unit?: string | undefined; post?: Post | undefined; after?: string | undefined },
): Promise<Outcome<Worklist>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'see-own-worklist' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return { lines: [], next: null }
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-worklist', code: null })

  const book = await bookOf(centre)
  const lists = appointmentsOn(actor, today(desk)).filter(
    ({ unit, post }) =>
      (asked.unit === undefined || asked.unit === unit) && (asked.post === undefined || asked.post === post),
  )
  const rows = await listDossiers(centre, {
    lists,
    staff: actor.id,
    after: asked.after === undefined ? null : readCursor(asked.after),
    size: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    lines: page.map(({ state: dossier }) => {
      const { procedure } = lawFor(dossier, book)
      const { key, name, kind } = currentStep(dossier, procedure.steps)
      return {
        code: dossier.code,
        version: dossier.version,
        procedure: procedure.key,
        procedureName: procedure.name,
        field: dossier.field,
        channel: dossier.channel,
        ownerName: dossier.owner.name,
        stage: dossier.stage,
        step: { key, name, kind },
        stepSince: dossier.stepSince,
        receivedAt: dossier.receivedAt,
        lawfulDue: dossier.lawfulDue,
        isDueProvisional: dossier.isDueProvisional,
        minutesLeft: minutesLeft(desk, dossier, book),
        isMine: dossier.holder?.staff === actor.id,
      }
    }),
    next: rows.length > PAGE && last ? cursorAt(last) : null,
  }
}

/** A cursor says where a page ended: the due moment in milliseconds, and the dossier. */
export const CURSOR = /^(infinity|\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function cursorAt({ due_order: due, id }: { due_order: string; id: string }): string {
  return `${due === 'infinity' ? due : fromMoment(due).epochMilliseconds}~${id}`
}

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string): After | null {
  const [, due, id] = CURSOR.exec(cursor) ?? []
  if (due === undefined || id === undefined) return null
  const dueOrder = due === 'infinity' ? due : toMoment(Temporal.Instant.fromEpochMilliseconds(Number(due)))
  return { dueOrder, id }
}
