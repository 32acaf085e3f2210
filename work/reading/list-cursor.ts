import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import type { After } from '#store/dossier-lists.ts'

/** A cursor says where a page ended: the due moment in milliseconds, and the dossier. */
export const CURSOR = /^(infinity|\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function cursorAt({ due_order: due, id }: { due_order: string; id: string }): string {
  return `${due === 'infinity' ? due : fromMoment(due).epochMilliseconds}~${id}`
}

/** A cursor that is not one of ours begins at the first page. */
export function readCursor(cursor: string): After | null {
  const [, due, id] = CURSOR.exec(cursor) ?? []
  if (due === undefined || id === undefined) return null
  const dueOrder = due === 'infinity' ? due : toMoment(Temporal.Instant.fromEpochMilliseconds(Number(due)))
  return { dueOrder, id }
}
