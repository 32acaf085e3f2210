import type { z } from 'zod'
import type { DeskHours, ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import { DeskHoursRow, DeskRow, TargetRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import { openingsOf } from './read-calendars.ts'
import type { Units } from './read-people.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** The desks at which people hand in, with the hours in which they are open otherwise than the centre. */
export function readDesks(files: readonly CentreFile[], units: Units, findings: Findings): ReceptionDesk[] {
  const desks = readTable(files, { name: 'desks', shape: DeskRow, isOptional: true }, findings)
  const hours = readTable(files, { name: 'desk-hours', shape: DeskHoursRow, isOptional: true }, findings)
  onceEach(desks, { column: 'unit', code: 'key-twice', keyOf: ({ row }) => row.unit }, findings)
  for (const at of desks)
    if (!units.has(at.row.unit))
      findings.faults.push(faultAt(at, 'unit', 'no-such-unit', { value: at.row.unit }))
  const known = new Set(desks.map(({ row }) => row.unit))
  for (const at of hours)
    if (!known.has(at.row.unit))
      findings.faults.push(faultAt(at, 'unit', 'no-such-unit', { value: at.row.unit }))
  return desks.map(({ row: { unit, kind, from, until, address, phone, tax_code: taxCode } }) => ({
    unit,
    kind,
    from,
    until: until || null,
    address,
    ...(phone && { phone }),
    ...(taxCode && { taxCode }),
    hours: hours.filter(({ row }) => row.unit === unit).map(({ row }) => hoursOf(row)),
  }))
}

function hoursOf({ from, until, weekdays, intervals }: z.infer<typeof DeskHoursRow>): DeskHours {
  return {
    from,
    until: until || null,
    weekdays: weekdays.split(' ').map(Number),
    openings: openingsOf(intervals),
  }
}

/** The shares to be reached: of the town, of the communes together, or of one unit. */
export function readTargets(files: readonly CentreFile[], units: Units, findings: Findings): Target[] {
  const rows = readTable(files, { name: 'targets', shape: TargetRow, isOptional: true }, findings)
  const keyOf = ({ row }: (typeof rows)[number]) => `${row.of} ${row.from}`
  onceEach(rows, { column: 'of', code: 'key-twice', keyOf }, findings)
  for (const at of rows)
    if (at.row.of !== 'town' && at.row.of !== 'communes' && !units.has(at.row.of))
      findings.faults.push(faultAt(at, 'of', 'no-such-unit', { value: at.row.of }))
  return rows.map(({ row: { of, from, until, early, source } }) => {
    return { of, from, until: until || null, early: Math.round(Number(early) * 100), source }
  })
}
