import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { type Dossier, lawfulDueOf } from '#domain/dossier/dossier.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { ListedRow } from '#store/dossier-lists.ts'
import { lawFor } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { minutesLeft } from './see-dossier.ts'

/** A dossier as a list shows it. */
export interface DossierLine {
  readonly code: string
  readonly version: number
  readonly procedure: string
  readonly procedureName: string
  readonly field: string
  readonly channel: Dossier['channel']
  readonly ownerName: string
  /** Where the owner lives, as it stands on the dossier; null when it does not. */
  readonly ownerAddress: string | null
  readonly stage: Dossier['stage']
  readonly waitsFor: WaitsFor | null
  readonly step: { readonly key: string; readonly name: string; readonly kind: string }
  readonly stepSince: Moment
  readonly receivedAt: Moment
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
  /** Working minutes; null without a limit or when settled. */
  readonly minutesLeft: number | null
  /** How much of its working time is used, 0 to 1 and beyond when late; null where nothing runs. */
  readonly used: number | null
  readonly timeliness: Timeliness | null
  /** Whether it lies with the caller in person rather than in a list of one of the caller's posts. */
  readonly isMine: boolean
  /** Whether something has happened since the caller last looked at it. */
  readonly isUnread: boolean
}

/** A row of a list, for this person. */
export function lineOf(
  desk: Desk,
  reader: string,
  book: CentreBook,
  { state: dossier, is_unread: isUnread }: ListedRow,
): DossierLine {
  const { procedure } = lawFor(dossier, book)
  const { key, name, kind } = currentStep(dossier, procedure.steps)
  const left = minutesLeft(desk, dossier, book)
  return {
    code: dossier.code,
    version: dossier.version,
    procedure: procedure.key,
    procedureName: procedure.name,
    field: dossier.field,
    channel: dossier.channel,
    ownerName: dossier.owner.name,
    ownerAddress: dossier.owner.address,
    stage: dossier.stage,
    waitsFor: waitsFor(dossier),
    step: { key, name, kind },
    stepSince: dossier.stepSince,
    receivedAt: dossier.receivedAt,
    lawfulDue: dossier.lawfulDue,
    isDueProvisional: dossier.isDueProvisional,
    minutesLeft: left,
    used: left === null ? null : usedShare(dossier, left, book),
    timeliness: 'timeliness' in dossier ? dossier.timeliness : null,
    isMine: dossier.holder?.staff === reader,
    isUnread,
  }
}

function usedShare(dossier: Dossier, left: number, book: CentreBook): number | null {
  const due = lawfulDueOf(dossier)
  const all = due && workingMinutesBetween(book.counting, fromMoment(dossier.receivedAt), due)
  if (all === null || isRefusal(all) || all <= 0) return null
  return Math.max(0, (all - left) / all)
}
