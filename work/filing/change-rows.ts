import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { boxesUnder, withRow } from '#domain/procedure/form-pages.ts'
import { MOST_ROWS, rowPlaces } from '#domain/procedure/answers.ts'
import { saveTyped } from '#store/filing-drafts.ts'
import { type AtDraft, ownDraft } from './own-draft.ts'

/** Begins one more row of a list; answers the name of the row. A list that is full stays as it is. */
export async function addRow(at: AtDraft, id: string, list: string): Promise<Outcome<string>> {
  const draft = await ownDraft(at, id)
  if (isRefusal(draft)) return draft
  if (rowPlaces(draft.typed, list).length >= MOST_ROWS) return list
  const { typed, place } = withRow(draft.typed, list)
  const row = `${list}.${place}`
  const mark = Object.fromEntries(Object.entries(typed).filter(([box]) => box.startsWith(`${row}.`)))
  await saveTyped(at.desk.centre, id, { boxes: [], typed: mark, at: toMoment(at.desk.now) })
  return row
}

/** Takes a row out with all that stands in it. */
export async function takeOutRow(at: AtDraft, id: string, row: string): Promise<Outcome<true>> {
  const draft = await ownDraft(at, id)
  if (isRefusal(draft)) return draft
  const boxes = boxesUnder(draft.typed, row)
  await saveTyped(at.desk.centre, id, { boxes, typed: {}, at: toMoment(at.desk.now) })
  return true
}
