import { feeDue } from '#domain/procedure/fee.ts'
import { type ExemptionRule, type FeeLineRule, linesDue } from '#domain/procedure/fee-lines.ts'
import { type Case, CHANNELS, forChannel } from '#domain/procedure/procedure.ts'
import { ExemptionRow, FeeLineRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import { readTable, type RowOf } from './read-table.ts'
import { onceEach } from './same-once.ts'

type LineAt = RowOf<typeof FeeLineRow>
type ExemptionAt = RowOf<typeof ExemptionRow>

/** Fee lines and exemptions of a centre, each found by the procedure it is of. */
export interface FeeRules {
  /** The cases with their lines; what the lines come to must be what the case costs. */
  readonly withLines: (procedure: string, cases: readonly Case[]) => readonly Case[]
  readonly exemptionsOf: (procedure: {
    readonly key: string
    readonly field: string
  }) => readonly ExemptionRule[]
}

export function readFeeRules(
  files: readonly CentreFile[],
  keys: ReadonlySet<string>,
  findings: Findings,
): FeeRules {
  const lines = readTable(files, { name: 'fee-lines', shape: FeeLineRow, isOptional: true }, findings)
  const exemptions = readTable(files, { name: 'exemptions', shape: ExemptionRow, isOptional: true }, findings)
  const ofLine = ({ row }: LineAt) => [row.procedure, row.case, row.channel, row.order].join(' ')
  onceEach(lines, { column: 'order', code: 'key-twice', keyOf: ofLine }, findings)
  const ofRule = ({ row }: ExemptionAt) => `${row.key} ${row.scope}`
  onceEach(exemptions, { column: 'key', code: 'key-twice', keyOf: ofRule }, findings)
  for (const at of lines)
    if (keys.size > 0 && !keys.has(at.row.procedure))
      findings.faults.push(faultAt(at, 'procedure', 'no-such-procedure', { value: at.row.procedure }))
  for (const at of exemptions) checkExemption(at, keys, findings)
  const linesOf = Map.groupBy(lines, ({ row }) => row.procedure)
  return {
    withLines: (procedure, cases) => casesWithLines(linesOf.get(procedure) ?? [], cases, findings),
    exemptionsOf: ({ key, field }) =>
      exemptions.filter(({ row: { scope } }) => ['*', key, `field:${field}`].includes(scope)).map(ruleOf),
  }
}

function checkExemption(at: ExemptionAt, keys: ReadonlySet<string>, { faults }: Findings): void {
  const { scope, percent, amount, from, until } = at.row
  if (scope !== '*' && !scope.startsWith('field:') && keys.size > 0 && !keys.has(scope))
    faults.push(faultAt(at, 'scope', 'no-such-procedure', { value: scope }))
  if ((percent === '') === (amount === '')) faults.push(faultAt(at, 'percent', 'percent-or-amount'))
  if (until !== '' && until <= from) faults.push(faultAt(at, 'until', 'until-not-after-from'))
}

function ruleOf({ row }: ExemptionAt): ExemptionRule {
  const { key, who, name, kind, channel, percent, amount, ground, from, until } = row
  return {
    key,
    who,
    name,
    kind,
    ground,
    from,
    channel: channel === '' ? null : channel,
    off: percent === '' ? { dong: Number(amount) } : { percent: Number(percent) },
    until: until === '' ? null : until,
  }
}

function casesWithLines(
  lines: readonly LineAt[],
  cases: readonly Case[],
  findings: Findings,
): readonly Case[] {
  for (const at of lines)
    if (at.row.case !== '' && !cases.some(({ key }) => key === at.row.case))
      findings.faults.push(faultAt(at, 'case', 'no-such-case', { value: at.row.case }))
  return cases.map((one) => {
    const own = lines.filter(({ row }) => row.case === '' || row.case === one.key)
    if (own.length === 0) return one
    const of = (channel: string) =>
      own
        .filter(({ row }) => row.channel === channel)
        .toSorted((a, b) => Number(a.row.order) - Number(b.row.order))
    const channels = CHANNELS.filter((channel) => of(channel).length > 0)
    const feeLines = {
      any: of('').map(lineOf),
      channels: Object.fromEntries(channels.map((channel) => [channel, of(channel).map(lineOf)])),
    }
    checkSum({ ...one, feeLines }, own, findings)
    return { ...one, feeLines }
  })
}

/** Two copies tell a fee for each copy from a fee for the dossier. */
const COPIES = 2

function checkSum(one: Case, own: readonly LineAt[], { faults }: Findings): void {
  const [first] = own
  for (const channel of CHANNELS) {
    const lines = one.feeLines ? linesDue(forChannel(one.feeLines, channel), COPIES) : null
    const fee = feeDue(forChannel(one.fee, channel), COPIES)
    const sum = lines?.reduce((all, { dong }) => all + dong, 0)
    if (!first || sum === undefined || fee === sum) continue
    faults.push(
      faultAt(first, 'amount', 'lines-are-not-the-fee', { case: one.key, channel, sum, fee: fee ?? '' }),
    )
    return
  }
}

function lineOf({ row: { kind, name, amount, per, due, ground } }: LineAt): FeeLineRule {
  return {
    kind,
    name,
    ground,
    dong: amount === '' ? null : Number(amount),
    per: per === '' ? 'dossier' : per,
    due: due === '' ? null : due,
  }
}
