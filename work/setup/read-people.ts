import { AppointmentRow, MandateRow, StaffRow, UnitRow } from '#shapes/centre-files.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { AppointmentData, MandateData, StaffData, UnitData } from './centre-data.ts'
import { type Findings, faultAt, type Place } from './import-fault.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

export function readUnits(files: readonly CentreFile[], findings: Findings): UnitData[] {
  const rows = readTable(files, { name: 'units', shape: UnitRow }, findings)
  onceEach(rows, { column: 'code', code: 'key-twice', keyOf: ({ row }) => row.code }, findings)
  onceEach(rows, { column: 'name', code: 'name-twice', keyOf: ({ row }) => row.name }, findings)
  return rows.map(({ row: { gso_code, parent, ...row } }) => ({
    ...row,
    parent: parent || null,
    gsoCode: gso_code || null,
  }))
}

export interface People {
  readonly staff: readonly StaffData[]
  readonly appointments: readonly AppointmentData[]
  readonly mandates: readonly MandateData[]
}

/** Staff, where they are appointed, and by which mandates they approve. */
export function readPeople(
  files: readonly CentreFile[],
  units: readonly UnitData[],
  findings: Findings,
): People {
  const staff = readTable(files, { name: 'staff', shape: StaffRow }, findings)
  const appointments = readTable(files, { name: 'appointments', shape: AppointmentRow }, findings)
  const mandates = readTable(files, { name: 'mandates', shape: MandateRow, isOptional: true }, findings)
  onceEach(staff, { column: 'login', code: 'key-twice', keyOf: ({ row }) => row.login }, findings)
  onceEach(mandates, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  const identity = ({ row }: (typeof appointments)[number]) => [row.login, row.post, row.unit, row.from].join(' ')
  onceEach(appointments, { column: 'from', code: 'key-twice', keyOf: identity }, findings)
  const logins = new Set(staff.map(({ row }) => row.login))
  const codes = new Set(units.map(({ code }) => code))
  for (const one of [...appointments, ...mandates]) checkTenure(one, one.row, { logins, codes }, findings)
  return {
    staff: staff.map(({ row: { login, name } }) => ({ login, name })),
    appointments: appointments.map(({ row }) => ({ ...row, until: row.until || null })),
    mandates: mandates.map(({ row }) => ({ ...row, until: row.until || null })),
  }
}

interface Tenure {
  readonly login: string
  readonly unit: string
  readonly from: string
  readonly until: string
}

function checkTenure(
  place: Place,
  { login, unit, from, until }: Tenure,
  known: { logins: ReadonlySet<string>; codes: ReadonlySet<string> },
  { faults }: Findings,
): void {
  if (!known.logins.has(login)) faults.push(faultAt(place, 'login', 'no-such-staff', { value: login }))
  if (!known.codes.has(unit)) faults.push(faultAt(place, 'unit', 'no-such-unit', { value: unit }))
  if (until !== '' && until <= from) faults.push(faultAt(place, 'until', 'until-not-after-from', { from, until }))
}
