import { RuleSetRow } from '#shapes/centre-tables.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { RuleSetData } from './centre-data.ts'
import type { Findings } from '#shapes/import-fault.ts'
import { minuteOf } from './read-limit.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** Which governing act, and which agency identifier in dossier codes, holds from when. */
export function readRuleSets(files: readonly CentreFile[], findings: Findings): RuleSetData[] {
  const rows = readTable(files, { name: 'rule-sets', shape: RuleSetRow }, findings)
  onceEach(rows, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  onceEach(rows, { column: 'from', code: 'key-twice', keyOf: ({ row }) => row.from }, findings)
  return rows.map(({ row }) => {
    const {
      code_identifier,
      receipt_form,
      receipt_symbol,
      paper_cut_off,
      paper_start,
      paper_ground,
      call_every,
      call_most,
      call_ground,
      lapse_prompts,
      lapse_days,
      lapse_ground,
      accept_hours,
      accept_ground,
      elsewhere_hours,
      elsewhere_ground,
      ...rest
    } = row
    return {
      ...rest,
      codeIdentifier: code_identifier,
      receiptForm: receipt_form,
      receiptSymbol: receipt_symbol,
      transfer: paper_start === '' ? null : transferOf(paper_cut_off, paper_start, paper_ground ?? ''),
      calls:
        call_every === '' || call_most === ''
          ? null
          : { everyDays: Number(call_every), most: Number(call_most), ground: call_ground ?? '' },
      lapse:
        lapse_prompts === '' || lapse_days === ''
          ? null
          : { prompts: Number(lapse_prompts), days: Number(lapse_days), ground: lapse_ground ?? '' },
      elsewhere:
        elsewhere_hours === '' ? null : { hours: Number(elsewhere_hours), ground: elsewhere_ground ?? '' },
      acceptance: accept_hours === '' ? null : { hours: Number(accept_hours), ground: accept_ground ?? '' },
    }
  })
}

function transferOf(cutOff: string, start: string, ground: string): RuleSetData['transfer'] {
  return {
    cutOffMinute: cutOff === '' ? null : minuteOf(cutOff),
    startMinutes: Number(start),
    ground,
  }
}
