import type { Fee } from '#domain/procedure/fee.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import {
  type ByChannel,
  type Case,
  CHANNELS,
  type Channel,
  type Component,
} from '#domain/procedure/procedure.ts'
import type { CaseRow, ComponentRow, ProcedureRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import { feeOf } from './read-fee.ts'
import { limitOf } from './read-limit.ts'
import type { RowOf } from './read-table.ts'

export type ProcedureAt = RowOf<typeof ProcedureRow>
export type CaseAt = RowOf<typeof CaseRow>
export type ComponentAt = RowOf<typeof ComponentRow>

/** The rows of other tables that belong to one procedure. */
export interface Parts {
  readonly cases: readonly CaseAt[]
  readonly components: readonly ComponentAt[]
}

/** The only case of a procedure that has no rows in `cases`. */
const ONLY_CASE = 'default'

/** The cases of a procedure: time and fee by case and channel, papers by case. */
export function readCases(at: ProcedureAt, { cases, components }: Parts, findings: Findings): Case[] {
  const { row } = at
  const main = cases.filter(({ row: one }) => one.channel === '')
  const known = new Set(main.length === 0 ? [ONLY_CASE] : main.map(({ row: one }) => one.case))
  for (const one of cases)
    if (!known.has(one.row.case))
      findings.faults.push(faultAt(one, 'case', 'channel-before-case', { value: one.row.case }))
  checkComponentCases(components, known, findings)
  const named =
    main.length === 0 ? [{ ...at, key: ONLY_CASE, name: '', own: undefined }] : main.map(namedCase)
  return named.flatMap(({ key, name, own }) => {
    const ofChannels = cases.filter(({ row: one }) => one.channel !== '' && one.case === key)
    const limit = byChannel(ofChannels, own, (one) => caseLimit(one, at, findings))
    const fee = byChannel(ofChannels, own, (one) => caseFee(one, at, findings))
    if (!limit || !fee) return []
    if (own && name === '') findings.faults.push(faultAt(own, 'name', 'empty-cell'))
    const papers = componentsFor(components, key)
    return [{ key, name: name || row.name, limit, fee, components: papers, ...pagesOf(own) }]
  })
}

const namedCase = (own: CaseAt) => ({ key: own.row.case, name: own.row.name, own })

function pagesOf(own: CaseAt | undefined): Pick<Case, 'pages'> {
  if (!own || own.row.pages_from === '') return {}
  const { pages_from: from, pages_to: to } = own.row
  return { pages: { from: Number(from), to: to === '' ? null : Number(to) } }
}

/** The value of every channel that has its own; a case without a row of its own has the procedure's. */
function byChannel<Value>(
  rows: readonly CaseAt[],
  own: CaseAt | undefined,
  valueOf: (row: CaseAt | undefined) => Value | 'as-case' | undefined,
): ByChannel<Value> | undefined {
  const any = valueOf(own)
  if (any === undefined || any === 'as-case') return undefined
  const channels: { [channel in Channel]?: Value } = {}
  for (const one of rows) {
    const channel = CHANNELS.find((name) => name === one.row.channel)
    const value = valueOf(one)
    if (value === undefined) return undefined
    if (channel && value !== 'as-case') channels[channel] = value
  }
  return { any, channels }
}

function caseLimit(
  one: CaseAt | undefined,
  at: ProcedureAt,
  findings: Findings,
): Limit | 'as-case' | undefined {
  if (one && one.row.days_kind !== '') return limitOf(one, one.row, findings)
  if (one && (one.row.days !== '' || one.row.same_day_cutoff !== '')) {
    findings.faults.push(faultAt(one, 'days_kind', 'empty-cell'))
    return undefined
  }
  if (one && one.row.channel !== '') return 'as-case'
  // The row's own faults are told where the procedure is read.
  return limitOf(at, at.row, { faults: [], warnings: [] })
}

function caseFee(one: CaseAt | undefined, at: ProcedureAt, findings: Findings): Fee | 'as-case' | undefined {
  if (one && (one.row.fee !== '' || one.row.fee_note !== '' || one.row.fee_per !== ''))
    return feeOf(one, one.row, findings)
  if (one && one.row.channel !== '') return 'as-case'
  return feeOf(at, at.row, one ? { faults: [], warnings: [] } : findings)
}

const casesNamed = (at: ComponentAt) => at.row.cases.split(' ').filter((one) => one !== '')

function checkComponentCases(
  components: readonly ComponentAt[],
  known: ReadonlySet<string>,
  { faults }: Findings,
): void {
  for (const at of components) {
    for (const value of casesNamed(at))
      if (!known.has(value)) faults.push(faultAt(at, 'cases', 'no-such-case', { value }))
    // Nobody's original is taken away without saying by what rule.
    if (at.row.withdrawn === 'yes' && at.row.withdrawn_source === '')
      faults.push(faultAt(at, 'withdrawn_source', 'empty-cell'))
  }
}

function componentsFor(components: readonly ComponentAt[], key: string): Component[] {
  return components
    .filter((at) => at.row.cases === '' || casesNamed(at).includes(key))
    .toSorted((a, b) => Number(a.row.order) - Number(b.row.order))
    .map(({ row }) => ({
      key: row.key,
      name: row.name,
      original: Number(row.original),
      certified: Number(row.certified),
      copy: Number(row.copy),
      isShown: row.shown === 'yes',
      isRequired: row.required === 'yes',
      ...(row.form === 'yes' && { isForm: true }),
      ...(row.withdrawn === 'yes' && { isWithdrawn: true, withdrawnSource: row.withdrawn_source }),
    }))
}
