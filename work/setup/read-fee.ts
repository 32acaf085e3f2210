import type { Fee } from '#domain/procedure/fee.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'

interface FeeCells {
  readonly fee: string
  readonly fee_per: string
  readonly fee_note: string
  readonly later_pages_from?: string
  readonly later_page_fee?: string
  readonly fee_max?: string
}

/** The fee that cells say: an empty amount is undetermined and never 0 đ; 0 is free. */
export function feeOf(place: Place, cells: FeeCells, findings: Findings): Fee | undefined {
  const { fee, fee_per: per, fee_note: note } = cells
  if (fee === '') {
    if (per === '') return { kind: 'undetermined', note }
    findings.faults.push(faultAt(place, 'fee', 'fee-per-needs-fee'))
    return undefined
  }
  const dong = Number(fee)
  if (dong === 0) return note === '' ? { kind: 'free' } : { kind: 'free', note }
  if (per === 'copy') return { kind: 'per-copy', dong, note }
  if (per === '') return { kind: 'fixed', dong, note }
  const { later_pages_from: from = '', later_page_fee: later = '', fee_max: most = '' } = cells
  if (Number(from) < 2 || later === '' || most === '') {
    findings.faults.push(faultAt(place, 'later_pages_from', 'page-fee-incomplete'))
    return undefined
  }
  const tariff = { laterFrom: Number(from), laterDong: Number(later), mostDong: Number(most) }
  return { kind: 'per-page', dong, ...tariff, note }
}
