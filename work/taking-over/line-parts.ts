import type { Party, PaidBefore, StoppedBefore } from '#domain/dossier/events.ts'
import type { CellReader } from './cell-reader.ts'

/** The parts of a dossier that a line says in several columns; what is begun must be whole. */

export function applicantOf({ row }: CellReader): Party {
  return {
    kind: row.applicant_kind,
    name: row.applicant_name,
    idNumber: row.applicant_id,
    phone: row.applicant_phone,
    address: row.applicant_address || null,
  }
}

/** Whose matter it is; the applicant where nobody else is named. */
export function ownerOf(cell: CellReader): Party {
  const { row } = cell
  if (row.owner_name === '') {
    const begun = (['owner_kind', 'owner_id', 'owner_phone', 'owner_address'] as const).find(
      (one) => row[one],
    )
    if (begun) cell.need('', 'owner_name', begun)
    return applicantOf(cell)
  }
  const kind = cell.need(row.owner_kind, 'owner_kind', 'owner_name')
  return {
    kind: kind === '' ? 'citizen' : kind,
    name: row.owner_name,
    idNumber: row.owner_id,
    phone: row.owner_phone,
    address: row.owner_address || null,
  }
}

/** What was paid before; nothing where nothing was. */
export function paidBefore(cell: CellReader, payment: string): readonly PaidBefore[] {
  const { paid, paid_at: at, paid_way: way, receipt_number: receiptNumber } = cell.row
  if (paid === null || paid === 0) {
    const begun = (['paid_at', 'paid_way', 'receipt_number'] as const).find((one) => cell.row[one])
    if (begun) cell.need('', 'paid', begun)
    return []
  }
  cell.need(at, 'paid_at', 'paid')
  cell.need(way, 'paid_way', 'paid')
  cell.need(receiptNumber, 'receipt_number', 'paid')
  return at !== null && way !== '' ? [{ payment, at, way, dong: paid, receiptNumber }] : []
}

/** A clock that stands: since when or with how much left, and what the citizen was asked for. */
export function stoppedBefore(cell: CellReader): StoppedBefore | null {
  const { row } = cell
  const { stopped_since: since, minutes_left: minutesLeft, asked_for: wrong, answer_by: answerBy } = row
  if (since === null && minutesLeft === null && wrong === '') {
    const begun = (['asked_todo', 'asked_ground', 'answer_by'] as const).find((one) => row[one])
    if (begun) cell.need('', 'stopped_since', begun)
    return null
  }
  const ground = wrong === '' ? '' : cell.need(row.asked_ground, 'asked_ground', 'asked_for')
  const items = wrong === '' ? [] : [{ component: null, wrong, todo: row.asked_todo || wrong, ground }]
  return { since, minutesLeft, items, answerBy: answerBy || null }
}

export function refusalBefore(cell: CellReader): { reason: string; ground: string } | null {
  const { refusal: reason, refusal_ground: ground } = cell.row
  if (reason === '' && ground === '') return null
  cell.need(reason, 'refusal', 'refusal_ground')
  cell.need(ground, 'refusal_ground', 'refusal')
  return { reason, ground }
}
